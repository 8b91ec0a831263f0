"""Margins over strangers and what is left of them, over subjects that enter every part."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import reduce

import numpy as np

from probe.audit.intervals import NONE, LeftOut, Limits
from probe.audit.standing import Cell


def mean_margin(cell: Cell, without: int | None, entering: set[int], further: set[int]) -> float:
    """Mated mean minus mean of strangers, over some subjects and further strangers."""
    mated = [m for k, m in cell.mated_means.items() if k in entering and k != without]
    others = [
        m
        for (a, b), m in cell.pair_means.items()
        if a in entering and (b in entering or b in further) and without not in (a, b)
    ]
    return float(np.mean(mated) - np.mean(others)) if mated and others else math.nan


def people_of(cells: Sequence[Cell]) -> tuple[set[int], set[int]]:
    """The subjects that enter every part, and the further strangers of any."""
    subjects = [
        set(cell.mated_means) & {p for pair in cell.pair_means for p in pair} for cell in cells
    ]
    bound = cells[0].at_large.subjects
    further = {b for cell in cells for _, b in cell.pair_means if b >= bound}
    return reduce(lambda a, b: a & b, subjects), further


def retention_of(cells: Sequence[Cell], usual: Cell) -> LeftOut | None:
    """Mean retention of cells over the subjects that enter all of them; None where the margin of
    the standard condition is not clear of zero.
    """
    entering, further = people_of([*cells, usual])
    people = sorted(entering), sorted(further)

    def margin(cell: Cell, without: int | None) -> float:
        return mean_margin(cell, without, entering, further)

    if not entering:
        return None
    below = LeftOut(lambda p: margin(usual, p), *people)
    if below.limits == NONE or not below.value > below.error:
        return None
    return LeftOut(
        lambda p: float(np.mean([margin(cell, p) for cell in cells])) / margin(usual, p), *people
    )


def retention_limits(cells: Sequence[Cell], usual: Cell) -> Limits:
    """The interval of the mean retention of cells."""
    if any(cell is usual for cell in cells):
        return NONE
    left_out = retention_of(cells, usual)
    return NONE if left_out is None else left_out.limits


def retention(cell: Cell, usual: Cell) -> float:
    """What is left of the margin, over the people who enter all four means; over everybody where
    nobody does.
    """
    if not all(part.mated_means and part.pair_means for part in (cell, usual)):
        return math.nan
    entering, further = people_of([cell, usual])
    if cell is usual or not entering:
        entering = {p for part in (cell, usual) for p in part.mated_means}
        entering |= {p for part in (cell, usual) for pair in part.pair_means for p in pair}
    above, below = (mean_margin(part, None, entering, further) for part in (cell, usual))
    return above / below if below > 0 else math.nan
