"""The axis that differences of one figure are drawn on: the better model's side is its own."""

from __future__ import annotations

import math
import typing
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probe.reports.compared import Compared
from probe.reports.matrix import Marks, unit_mark

LOWER_IS_BETTER = ("fnmr",)
"""Figures of which less speaks for a model."""


class Ranged(typing.Protocol):
    """A difference with its interval; None where there is none."""

    @property
    def value(self) -> float | None:
        """The difference."""

    @property
    def low(self) -> float | None:
        """The lower end of its interval."""

    @property
    def high(self) -> float | None:
        """The upper end."""


@dataclass(frozen=True)
class Forest:
    """The axis of one figure, the same in every row.

    Attributes:
        figure: its name in the run.
        end: the difference at either end.
        marks: places 0..100 and labels of the ends and the middle.
    """

    figure: str
    end: float
    marks: Marks

    def place(self, value: float) -> float:
        """Place of a difference, 0..100: right of 50 where it speaks for the second model."""
        sign = -1 if self.figure in LOWER_IS_BETTER else 1
        share = min(max(sign * value / self.end, -1.0), 1.0)
        return round(50 + 50 * share, 2)

    def marks_of(
        self, low: float | None, value: float | None, high: float | None
    ) -> tuple[float, ...]:
        """Places of an interval's left end, the difference and its right end; empty without a
        difference, all the same without an interval.
        """
        if value is None:
            return ()
        ends = [self.place(value if end is None else end) for end in (low, high)]
        return min(ends), self.place(value), max(ends)


def forest_of(source: Compared, figure: str, differences: Sequence[Ranged]) -> Forest:
    """The axis that holds these differences of a figure, intervals included."""
    reach = max((abs(end) for one in differences for end in _ends(one)), default=0.0)
    end = round_up(reach)
    numbers = source.words.numbers
    size = numbers.plain(100 * end) if figure == "fnmr" else unit_mark(numbers, end)
    signs = (
        (numbers.plus, numbers.minus)
        if figure in LOWER_IS_BETTER
        else (numbers.minus, numbers.plus)
    )
    left, right = (f"{sign}{size}" for sign in signs)
    return Forest(figure, end, ((0.0, left), (50.0, "0"), (100.0, right)))


def round_up(reach: float) -> float:
    """The next of 1, 2 and 5 times a power of ten; 0.01 for nothing."""
    if not reach > 0:
        return 0.01
    power = float(10) ** math.floor(math.log10(reach))
    steps = (float(step * power) for step in (1, 2, 5, 10))
    return max(0.01, next(step for step in steps if step >= reach * (1 - 1e-9)))


def _ends(one: Ranged) -> Iterable[float]:
    return [end for end in (one.low, one.value, one.high) if end is not None]
