"""Shares as the command line takes them: `0.01`, or `1%`."""

from __future__ import annotations

from probe.wording import wording_of


def parse_share(text: str) -> float:
    """A share 0..1 from a number or a percentage.

    Raises:
        ValueError: it is neither.
    """
    number = text.strip()
    try:
        return float(number[:-1]) / 100 if number.endswith("%") else float(number)
    except ValueError:
        raise ValueError(wording_of().text("option-no-share", text=repr(text))) from None
