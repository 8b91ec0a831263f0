"""Do two models differ? Decisions over many paired differences.

The p-value of a difference is one minus the highest level at which its interval leaves out zero, so
that decision and interval never contradict one another. Over several differences the p-values are
adjusted by Holm's step-down rule: the probability of any false "differs" is at most 1 - level.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from probe.errors import ComparisonError
from probe.statistics.confidence import LEVEL, Interval, IntervalAt
from probe.statistics.jackknife import Floats

HIGHEST_LEVEL = 1.0 - 1e-9
"""Level at which the search for a p-value begins: none is stated below 1e-9 (our choice; no sample
of people supports a smaller one, and quantiles lose their digits beyond)."""

TOLERANCE = 1e-7
"""Relative precision of a p-value (our choice): four digits more than any is printed with."""


@dataclass(frozen=True)
class Decision:
    """What can be said about one of several differences, second model minus first.

    Attributes:
        interval: at the level asked for, not adjusted.
        p_value: of no difference, not adjusted; NaN when the interval is refused.
        adjusted: Holm's p-value over all differences decided together.
        differs: whether `adjusted` is at most 1 - level.
    """

    interval: Interval
    p_value: float
    adjusted: float
    differs: bool


def decide(differences: Mapping[str, IntervalAt], level: float = LEVEL) -> dict[str, Decision]:
    """Decides several differences together.

    Args:
        differences: by name, each interval as a function of its level; refused ones are not counted
            among the several.
        level: confidence level, 0..1.
    """
    intervals = {name: interval_at(level) for name, interval_at in differences.items()}
    p_values = {name: p_value(interval_at) for name, interval_at in differences.items()}
    adjusted = holm(list(p_values.values()))
    return {
        name: Decision(
            interval,
            p_values[name],
            float(adjusted[at]),
            bool(adjusted[at] <= 1 - level),
        )
        for at, (name, interval) in enumerate(intervals.items())
    }


def p_value(interval_at: IntervalAt) -> float:
    """One minus the highest level at which an interval leaves out zero; NaN when refused.

    Not below 1e-9.
    """
    if interval_at(LEVEL).refused:
        return float("nan")
    # Intervals grow with their level: one that leaves out zero does so at every lower level too.
    low, high = 0.0, HIGHEST_LEVEL
    if _leaves_out_zero(interval_at(high)):
        return 1.0 - HIGHEST_LEVEL
    while high - low > TOLERANCE * (1 - low):
        middle = (low + high) / 2
        if middle in (low, high):
            break  # Near level 1 neighbouring numbers lie further apart than the tolerance.
        if _leaves_out_zero(interval_at(middle)):
            low = middle
        else:
            high = middle
    return 1.0 - low


def holm(p_values: ArrayLike) -> Floats:
    """Holm's adjusted p-values (Scandinavian Journal of Statistics 6, 1979), in the given order.

    Args:
        p_values: `(m,)`, 0..1; NaN is not counted and stays NaN.

    Raises:
        ComparisonError: a p-value outside 0..1.
    """
    values = np.asarray(p_values, np.float64)
    adjusted = np.full(values.shape, np.nan)
    counted = np.flatnonzero(~np.isnan(values))
    if counted.size and (values[counted].min() < 0 or values[counted].max() > 1):
        raise ComparisonError("a p-value lies outside 0..1")
    order = counted[np.argsort(values[counted], kind="stable")]
    factors = np.arange(len(order), 0, -1)
    adjusted[order] = np.minimum(1.0, np.maximum.accumulate(values[order] * factors))
    return adjusted


def _leaves_out_zero(interval: Interval) -> bool:
    # A retention refused at a high level, its standard gap being uncertain, decides nothing there.
    return not interval.refused and not interval.covers(0.0)
