"""Searches for a person among N: the chance of standing among the first."""

from __future__ import annotations

import math

import numpy as np
from scipy import stats

from probe.audit.cells import Figures
from probe.audit.intervals import misses
from probe.audit.scores import Floats
from probe.audit.standing import Cell


def single_rate(fpir: float, gallery: int) -> float:
    """The false match rate at which one of so many independent comparisons matches with FPIR."""
    return -math.expm1(math.log1p(-fpir) / gallery)


def found_figures(cell: Cell, gallery: int, rank: int) -> Figures:
    """Rate of being among the first of a gallery, with its interval over people."""
    rates = found_by(cell, gallery, rank, None)
    values = np.array(list(rates.values()))
    low, high = misses(1 - values, _added(cell, gallery, rank, values))
    return {"value": float(values.mean()), "low": 1 - high, "high": 1 - low, "fpir": math.nan}


def found_by(cell: Cell, gallery: int, rank: int, without: int | None) -> dict[int, float]:
    """Every subject's rate, one person taking no part."""
    met = cell.at_large if without is None else cell.at_large.without(without)
    return {
        person: _found(scores, np.sort(met.scores), gallery, rank)
        for person, scores in cell.by_subject.items()
        if person != without
    }


def _found(scores: Floats, strangers: Floats, gallery: int, rank: int) -> float:
    """Mean chance that fewer than so many of N - 1 strangers score higher; ties half."""
    up_to = np.searchsorted(strangers, scores, side="right")
    below = np.searchsorted(strangers, scores, side="left")
    above = 1 - (up_to + below) / 2 / len(strangers)
    return float(np.mean(stats.binom.cdf(min(rank, gallery) - 1, gallery - 1, above)))


def _added(cell: Cell, gallery: int, rank: int, values: Floats) -> float:
    """Variance with everybody left out in turn, beyond that of a mean over subjects."""
    if len(values) < 2:
        return 0.0
    met = sorted({*cell.at_large.first.tolist(), *cell.at_large.second.tolist()})
    groups: tuple[list[float], list[float]] = ([], [])
    for person in met:
        left = found_by(cell, gallery, rank, person)
        groups[person not in cell.by_subject].append(float(np.mean(list(left.values()))))
    whole = sum((len(g) - 1) * float(np.var(g)) for g in groups if len(g) > 1)
    return max(0.0, whole - float(np.var(values, ddof=1)) / len(values))
