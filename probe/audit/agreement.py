"""To how many digits stored columns agree with what was computed again."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

TOLERANCE = 1e-8
"""Largest difference that counts as the same, of numbers up to 1; of larger ones relative to them
(ours: far below what is printed, above what the order of sums and another routine for a quantile
change)."""


ALL_DIGITS = 16


@dataclass(frozen=True)
class ColumnAgreement:
    """One column held against what was computed again.

    Attributes:
        table: name of the file.
        column: name of the column.
        compared: values compared.
        digits: to how many digits all of them agree, 0 to 16.
        differing: how many differ by more than the tolerance.
        row: of the largest difference, among those compared.
        stored, computed: its values.
    """

    table: str
    column: str
    compared: int
    digits: int
    differing: int
    row: int
    stored: float
    computed: float


def column_agreement(
    table: str,
    column: str,
    stored: Sequence[float],
    computed: Sequence[float],
    tolerance: float = TOLERANCE,
) -> ColumnAgreement:
    """Hold the values of a column against those computed again, both in the same order."""
    a, b = np.asarray(stored, float), np.asarray(computed, float)
    with np.errstate(invalid="ignore"):
        apart = np.abs(a - b) / np.maximum(1.0, np.abs(b))
    apart = np.where((a == b) | (np.isnan(a) & np.isnan(b)), 0.0, apart)
    apart = np.where(np.isnan(apart), math.inf, apart)
    row = int(np.argmax(apart)) if len(apart) else 0
    worst = float(apart[row]) if len(apart) else 0.0
    values = (float(a[row]), float(b[row])) if len(apart) else (math.nan, math.nan)
    differing = int(np.sum(apart > tolerance))
    return ColumnAgreement(table, column, len(a), digits_of(worst), differing, row, *values)


def digits_of(difference: float) -> int:
    """Digits after the point that two numbers share which are so far apart."""
    if difference <= 10.0**-ALL_DIGITS:
        return ALL_DIGITS
    return max(0, math.floor(-math.log10(difference))) if math.isfinite(difference) else 0


def table_agreement(
    table: str,
    stored: Mapping[str, Sequence[float]],
    computed: Mapping[str, Sequence[float]],
    tolerances: Mapping[str, float] | None = None,
) -> list[ColumnAgreement]:
    """Hold every column that both have; a run that is older has fewer."""
    return [
        column_agreement(
            table, name, stored[name], computed[name], (tolerances or {}).get(name, TOLERANCE)
        )
        for name in computed
        if name in stored
    ]
