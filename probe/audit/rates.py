"""The rows of `rates.parquet`, one a cell with i <= j and rate asked for."""

from __future__ import annotations

import math

import numpy as np

from probe.audit.cells import Figures, passing
from probe.audit.intervals import NONE, Limits, misses
from probe.audit.standing import Cell, Standing
from probe.audit.threshold import AuditedThreshold


def rate_figures(standing: Standing, i: int, j: int) -> list[Figures]:
    """The figures of a cell at every threshold, by the names of their columns."""
    cell = standing.cells[i, j]
    return [_at(standing, cell, threshold) for threshold in standing.thresholds]


def _at(standing: Standing, cell: Cell, threshold: AuditedThreshold) -> Figures:
    value = threshold.value
    decided = math.isfinite(value) and len(cell.mated) > 0
    rates = np.array(list(cell.miss_rates(value).values())) if decided else np.empty(0)
    low, high = misses(rates) if decided else NONE
    anew = anew_limits(standing, cell, threshold) if decided else NONE
    figures: Figures = {
        "fmr_asked": threshold.rate,
        "threshold": value,
        "n_subjects": len(cell.by_subject),
        "n_pairs": len(cell.mated),
        "misses": int(np.sum(cell.mated.scores <= value)) if decided else -1,
        "fnmr": float(rates.mean()) if decided else math.nan,
        "low": low,
        "high": high,
        "anew_low": anew[0],
        "anew_high": anew[1],
    }
    for start, met in (("", cell.at_large), ("alike_", cell.alike)):
        compared = 0 if met is None else len(standing.tested(met))
        at = None if met is None else passing(standing, met, value)
        figures[f"{start}compared"] = compared
        figures[f"{start}false_matches"] = -1 if at is None else at["false_matches"]
        figures[f"{start}fmr"] = math.nan if at is None else at["fmr_observed"]
        for end in ("low", "high"):
            figures[f"{start}fmr_{end}"] = math.nan if at is None else at[f"fmr_{end}"]
    return figures


def anew_limits(standing: Standing, cell: Cell, threshold: AuditedThreshold) -> Limits:
    """The interval at the threshold that truly has the rate: its own error is added."""
    people = standing.album.people
    rates = np.array(list(cell.miss_rates(threshold.value).values()))
    return misses(rates, added_variance(cell, threshold, people, rates))


def added_variance(
    cell: Cell, threshold: AuditedThreshold, people: list[str], rates: np.ndarray
) -> float:
    """Variance of the mean miss rate, everybody left out of threshold and subjects in turn, beyond
    the variance of a mean over subjects.
    """
    if len(rates) < 2:
        return 0.0
    scored = set(cell.by_subject)
    subjects = [_mean_without(cell, threshold, people[k], k) for k in sorted(scored)]
    names = {people[k] for k in scored}
    others = [
        _mean_without(cell, threshold, name, None)
        for name, value in threshold.without.items()
        if name not in names and math.isfinite(value)
    ]
    whole = sum((len(g) - 1) * float(np.var(g)) for g in (subjects, others) if len(g) > 1)
    return max(0.0, whole - float(np.var(rates, ddof=1)) / len(rates))


def _mean_without(cell: Cell, threshold: AuditedThreshold, name: str, subject: int | None) -> float:
    """Mean miss rate with a person left out of the threshold (and of the subjects)."""
    value = threshold.without.get(name, math.nan)
    rates = cell.miss_rates(threshold.value if math.isnan(value) else value)
    return float(np.mean([rate for k, rate in rates.items() if k != subject]))
