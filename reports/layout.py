"""Sizes that the page and the paper share."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from probe.reports.album import Picture

MANY_LEVELS = 8
"""Heat maps of more conditions do not stand side by side with another figure (ours: their cells
would be too small for the printed numbers)."""

MOST_IN_CELLS = 30
"""Of more conditions a heat map is a picture: no figure fits into a cell, and a page of as many
elements as it has cells opens slowly (ours)."""

TALLEST, WIDEST = 3.0, 1.0
"""Ends of the shapes (height by width) a picture frame takes (ours): person crops are 2:1 to 3:1,
square ones are the widest that leave room for a row."""

NO_PICTURES = 250
"""The frame where there are no pictures, in per cent of its width: a person crop's (ours)."""


def frame_of(pictures: Iterable[Picture]) -> int:
    """Height of the common picture frame in per cent of its width: the median of the pictures."""
    shapes = [p.height / p.width for p in pictures]
    return round(100 * min(max(median(shapes), WIDEST), TALLEST)) if shapes else NO_PICTURES


def plots_in_row(models: int, *, upright: bool = False) -> int:
    """How many score plots stand in a row; fewer where their labels are long."""
    # Ours: four plots stand in the width of a page, three where labels stand beside them.
    return min(models, 3 if upright else 4)
