"""COCO's runs of 0 and 1 as text, as pycocotools and most programs write them."""

from __future__ import annotations

FIRST, BITS = 48, 5
"""The letter of 0, and how many bits of a number stand in a letter."""

MORE, MINUS = 1 << BITS, 1 << (BITS - 1)
"""In a letter: whether the number goes on, and in its last one whether it is below 0."""


def runs_of(text: str) -> tuple[int, ...]:
    """Lengths of runs (`rleFrString` of pycocotools): from the third on, what is added to the last
    but one.

    Raises:
        ValueError: no such text.
    """
    runs: list[int] = []
    value = shift = 0
    for letter in text:
        bits = ord(letter) - FIRST
        if not 0 <= bits < 2 * MORE or shift > 60:
            raise ValueError("these are no runs of pycocotools")
        value |= (bits & (MORE - 1)) << shift
        shift += BITS
        if bits & MORE:
            continue
        if bits & MINUS:
            value -= 1 << shift
        runs.append(value + (runs[-2] if len(runs) > 2 else 0))
        value = shift = 0
    if shift or any(run < 0 for run in runs):
        raise ValueError("these are no runs of pycocotools")
    return tuple(runs)
