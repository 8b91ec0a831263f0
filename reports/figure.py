"""A number and how it is printed: the one place where a stored number becomes text."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from probe.wording.numbers import NONE, count, decimal, percent, span, unit

Row = Mapping[str, Any]
"""A row of a table of the run, by column."""

Printed = Callable[[float], str]
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


def number(row: Row, name: str) -> float | None:
    """A finite figure of a row, None when there is none."""
    value = row.get(name)
    if value is None or isinstance(value, str) or not math.isfinite(value):
        return None
    return float(value)


def figure(row: Row, name: str, low: str = "", high: str = "", note: str = "") -> Figure:
    """A figure in hundredths (`.87`) with its interval.

    Args:
        row: a row of a table.
        name: the figure's column.
        low: column of the lower end of its interval, empty for none.
        high: column of the upper end.
        note: column of why there is no figure or no interval, empty for none.
    """
    return _figure(row, (name, low, high, note), as_percent=False)


def share(row: Row, name: str, low: str = "", high: str = "", note: str = "") -> Figure:
    """A figure in per cent (`37 %`) with its interval; arguments as of `figure`."""
    return _figure(row, (name, low, high, note), as_percent=True)


def _figure(row: Row, columns: tuple[str, str, str, str], *, as_percent: bool) -> Figure:
    printed = percent if as_percent else unit
    value, low, high = (number(row, column) for column in columns[:3])
    interval = ""
    if low is not None and high is not None:
        interval = span(printed(low), printed(high))
    note = str(row.get(columns[3]) or "") if columns[3] else ""
    return Figure(printed(value), value, low, high, interval, note)


def rarity(row: Row) -> Figure:
    """log10 FMR of the cell's mean: `−2.3`, or `< −3.1` when no stranger scored as high."""
    value = number(row, "log10_fmr")
    floored = bool(row.get("log10_fmr_floored")) and value is not None
    return Figure(("<\u00a0" if floored else "") + decimal(value), value)


def change_in_units(value: float | None) -> str:
    """A change as printed: `+.14`, `−.02`, `.00`."""
    text = unit(value)
    return text if text.startswith("−") or text in {NONE, ".00"} else f"+{text}"


def change_in_points(value: float | None) -> str:
    """A change of misses in points of a hundred: `+12`, `−3`, `0`."""
    if value is None:
        return NONE
    points = int(abs(value) * 100 + 0.5)
    return ("−" if value < 0 else "+") + count(points) if points else "0"


def ends(row: Row, printed: Printed, low: str = "low", high: str = "high") -> str:
    """The interval of a row as printed, empty where it has none."""
    lower, upper = number(row, low), number(row, high)
    return "" if lower is None or upper is None else span(printed(lower), printed(upper))
