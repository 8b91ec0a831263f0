"""A stored number and which printer of `probe.wording` makes it text in a report."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from probe.reports.words import Words
from probe.wording import Message

Row = Mapping[str, object]
"""A row of whatever table of the run, by column; one that is known is one of `probe.runs.rows`."""

Print = Callable[[float | None], str]
"""How a number is printed."""


@dataclass(frozen=True)
class Figure:
    """A number and its printed string.

    Attributes:
        text: as printed, `–` when there is none.
        value: the number, None when there is none.
        low, high: its 95 % interval, None where none is known.
        interval: the interval as printed, empty where there is none.
        note: why there is no figure or no interval.
    """

    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    interval: str = ""
    note: str = ""


@dataclass(frozen=True)
class Columns:
    """The columns that make a figure: its value, its interval, why there is none; empty: none."""

    value: str
    low: str = ""
    high: str = ""
    note: str = ""


def number(row: Row, name: str) -> float | None:
    """A finite figure of a row, None when there is none."""
    value = row.get(name)
    if not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


@dataclass(frozen=True, eq=False)
class Printer:
    """Prints stored numbers and notes in one language."""

    words: Words

    def figure(
        self, row: Row, columns: Columns, print_number: Print, print_end: Print | None = None
    ) -> Figure:
        """A figure of a row with its interval.

        Args:
            row: a row of a table.
            columns: where it stands in the row.
            print_number: how it is printed, such as `unit` or `percent`.
            print_end: how an end of its interval is; None for likewise.
        """
        value, low, high = (number(row, c) for c in (columns.value, columns.low, columns.high))
        interval = self.interval(row, print_end or print_number, columns.low, columns.high)
        note = self.note(row.get(columns.note)) if columns.note else ""
        return Figure(print_number(value), value, low, high, interval, note)

    def interval(self, row: Row, print_number: Print, low: str = "low", high: str = "high") -> str:
        """The interval of a row as printed (`.81 to .93`), empty where it has none."""
        lower, upper = number(row, low), number(row, high)
        if lower is None or upper is None:
            return ""
        return self.span(print_number(lower), print_number(upper))

    def rarity(self, row: Row) -> Figure:
        """log10 FMR of the cell's mean: `−2.3`, or `< −3.1` when no stranger scored as high."""
        value = number(row, "log10_fmr")
        floored = bool(row.get("log10_fmr_floored")) and value is not None
        return Figure(("<\u00a0" if floored else "") + self.decimal(value), value)

    def span(self, first: str, last: str) -> str:
        """`.81 to .93`, from two printed figures."""
        return self.words.text("range", first=first, second=last)

    def people(self, count: int) -> str:
        """`8 people`."""
        return self.words.text("report-people", count=count)

    def note(self, stored: object) -> str:
        """What a run holds (a message, its data, or the text of an older run) in words."""
        if not stored:
            return ""
        return self.words(stored) if isinstance(stored, Message) else self.words.stored(stored)

    def unit(self, x: float | None) -> str:
        """`.87`."""
        return self.words.numbers.unit(x)

    def proportion(self, x: float | None) -> str:
        """`.993`: an AUC."""
        return self.words.numbers.proportion(x)

    def percent(self, x: float | None) -> str:
        """`37 %`."""
        return self.words.numbers.percent(x)

    def decimal(self, x: float | None, places: int = 1) -> str:
        """`−2.3`."""
        return self.words.numbers.decimal(x, places)

    def count(self, n: int) -> str:
        """`1,236`."""
        return self.words.numbers.count(n)

    def rate(self, x: float) -> str:
        """`0.1 %`."""
        return self.words.numbers.rate(x)

    def signed(self, x: float | None) -> str:
        """`+0.98`."""
        return self.words.numbers.signed(x)

    def change_in_units(self, x: float | None) -> str:
        """`+.14`, `−.02`, `.00`."""
        return self.words.numbers.signed_unit(x)

    def end_in_units(self, x: float | None) -> str:
        """`+.14`, `<+.01`: an end of the interval of such a change."""
        return self.words.numbers.signed_end(x)

    def end_in_points(self, x: float | None) -> str:
        """`+12`, `< +1`: an end of the interval of a change in points."""
        return self.words.numbers.signed_points_end(x)

    def change_in_points(self, x: float | None) -> str:
        """`+12`, `−3`, `0`: a change of misses in points of a hundred."""
        return self.words.numbers.signed_points(x)
