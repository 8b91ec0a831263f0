"""A paired difference between two models, or with and without a mask, as values of messages."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeVar

from probe.conclusions.findings.facts import Cells
from probe.runs.rows import DecidedFigures
from probe.wording import Message

Row = TypeVar("Row", bound=DecidedFigures)
"""A difference of models or of masks."""


def decided(row: DecidedFigures) -> bool:
    """Whether the difference has an interval."""
    return math.isfinite(row["low"]) and math.isfinite(row["high"])


def size(row: DecidedFigures) -> Message:
    """The size of a difference: points of 100 for misses, hundredths otherwise."""
    return amount(row["figure"], abs(row["difference"]))


def interval(row: DecidedFigures) -> Message:
    """The 95 % interval of a difference, turned as `size` states it.

    It is that of one comparison: where it leaves 0 out and the difference is not shown once all are
    decided together, it says that it is taken alone.
    """
    low, high = sorted((row["low"], row["high"]))
    if row["differs"] and row["difference"] < 0:
        low, high = -high, -low
    ends = {"low": low, "high": high}
    alone = shown_alone(row)
    if row["figure"] == "fnmr":
        return Message("interval-of-points-alone" if alone else "interval-of-points", ends)
    return Message("interval-of-units-alone" if alone else "interval-of-units", ends)


def shown_alone(row: DecidedFigures) -> bool:
    """Whether a difference is shown by its own interval, but not with all decided together."""
    return decided(row) and not row["differs"] and (row["low"] > 0 or row["high"] < 0)


def amount(figure: str, value: float) -> Message:
    """An amount of a figure: points of 100 for misses, hundredths otherwise."""
    if figure == "fnmr":
        return Message("amount-of-points", {"amount": value})
    return Message("amount-of-units", {"amount": value})


def over_all_levels(cells: Cells, protocol: str, rows: Iterable[Row]) -> list[Row]:
    """Of rows of a protocol those over all levels but the standard one (the only one, where there
    is one).
    """
    listed = list(rows)
    standard = cells.protocols[protocol].standard.key
    together = [row for row in listed if not row["condition"]]
    return together or [row for row in listed if row["condition"] != standard]
