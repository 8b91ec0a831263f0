"""Shares as the command line takes them: `0.01`, or `1%`."""

from __future__ import annotations


def parse_share(text: str) -> float:
    """A share 0..1 from a number or a percentage.

    Raises:
        ValueError: it is neither.
    """
    number = text.strip()
    try:
        return float(number[:-1]) / 100 if number.endswith("%") else float(number)
    except ValueError:
        raise ValueError(f"{text!r} is no share: 1 % is written 0.01 or 1%") from None
