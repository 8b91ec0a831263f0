"""The 95 % intervals of the glossary, each by leaving people out one by one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from scipy import stats

from probe.audit.scores import Floats

Limits = tuple[float, float]

NONE: Limits = (math.nan, math.nan)
FEWEST_PEOPLE = 5
TAIL = 0.025


def student(values: Floats) -> Limits:
    """Of a mean over subjects."""
    count = len(values)
    if count < FEWEST_PEOPLE:
        return NONE
    half = stats.t.ppf(1 - TAIL, count - 1) * np.std(values, ddof=1) / math.sqrt(count)
    return float(values.mean() - half), float(values.mean() + half)


class LeftOut:
    """A figure, and the same without each person.

    Args:
        figure: computes it without one of the people; None: with everybody.
        subjects: numbers of the subjects that enter.
        further: numbers of the further strangers that enter; a single one counts as fixed.
    """

    def __init__(
        self, figure: Callable[[int | None], float], subjects: Sequence[int], further: Sequence[int]
    ) -> None:
        self.value = figure(None)
        self.subjects = len(subjects)
        groups = [subjects] + ([further] if len(further) > 1 else [])
        self._groups = [np.array([figure(person) for person in group]) for group in groups]

    @property
    def variance(self) -> float:
        """Jackknife variance, subjects and further strangers being two samples."""
        return float(sum(self._variances))

    @property
    def _variances(self) -> list[float]:
        return [
            (len(values) - 1) / len(values) * float(np.sum((values - values.mean()) ** 2))
            for values in self._groups
            if len(values) > 1
        ]

    @property
    def degrees(self) -> float:
        """Of Student's t: one less than the people; of two samples as of Welch."""
        free = [len(values) - 1.0 for values in self._groups if len(values) > 1]
        shares = [v * v / f for v, f in zip(self._variances, free, strict=True)]
        return self.variance**2 / sum(shares) if sum(shares) > 0 else min(free)

    @property
    def error(self) -> float:
        """Student's t times the standard error."""
        return float(stats.t.ppf(1 - TAIL, self.degrees)) * math.sqrt(self.variance)

    @property
    def limits(self) -> Limits:
        """Value plus and minus the error; none with too few subjects or without a value."""
        numbers = [self.value, *np.concatenate(self._groups).tolist()]
        if self.subjects < FEWEST_PEOPLE or not all(map(math.isfinite, numbers)):
            return NONE
        return self.value - self.error, self.value + self.error


def misses(rates: Floats, extra: float = 0.0, tail: float = TAIL) -> Limits:
    """Of a false non-match rate, from the subjects' own.

    A further subject, half at 0 and half at 1, joins them; then a Beta of that mean and of that
    variance, times (t / z) squared.
    """
    count = len(rates)
    if count < FEWEST_PEOPLE:
        return NONE
    mean = float(rates.mean())
    centre = (float(rates.sum()) + 0.5) / (count + 1)
    squares = sum((rate - centre) ** 2 for rate in rates.tolist())
    squares += (centre**2 + (1 - centre) ** 2) / 2
    variance = squares / ((count + 1) * (count + 2)) + extra
    variance *= (stats.t.ppf(1 - tail, count - 1) / stats.norm.ppf(1 - tail)) ** 2
    size = centre * (1 - centre) / variance - 1
    if size <= 0.05:
        return 0.0, 1.0
    low, high = stats.beta.ppf([tail, 1 - tail], centre * size, (1 - centre) * size)
    return (
        0.0 if mean == 0 else min(float(low), mean),
        1.0 if mean == 1 else max(float(high), mean),
    )


def clopper_pearson(rate: float, comparisons: float, tail: float = TAIL) -> Limits:
    """Of a rate among so many comparisons that share nobody."""
    matches = rate * comparisons
    low = 0.0 if matches <= 0 else stats.beta.ppf(tail, matches, comparisons - matches + 1)
    all_match = matches >= comparisons
    high = 1.0 if all_match else stats.beta.ppf(1 - tail, matches + 1, comparisons - matches)
    return float(low), float(high)
