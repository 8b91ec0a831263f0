"""Differentials between groups of people: how many times the rate of one group is that of another.

ISO/IEC 19795-10:2024 (*Quantifying biometric system performance variation across demographic
groups*) asks for error rates by group at one operational threshold with their statistical
uncertainty; NIST calls what lies between them false positive and false negative differentials (IR
8280, 2019). Its summary measures, drawn up for that standard, are ratios (Grother, *Summarizing
Demographic Differentials*, NIST IR 8429, 2022): the worst group's rate over the best group's, and
over the geometric mean of all, which a single low rate moves less.

The worst and the best group are chosen by the very rates that are compared: of equal groups one is
always the worst. So every two groups have an interval of their ratio, all of which hold together in
95 % (Bonferroni over pairs), and the worst over the best is at least the largest lower limit and at
most the largest upper one. The interval of one ratio follows from those of its two rates, which
are of different people (Donner and Zou, Statistical Methods in Medical Research 21, 2012, 347-359;
Newcombe, same journal 25, 2016); a rate of 0 leaves the upper end open. Nothing is drawn at random,
so that the limits can be computed again. Measured: `benchmarks/differential_coverage.csv`.

Of the standard the scope was at hand, not the clauses: no clause is cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, nan, sqrt

import numpy as np

from probe.statistics.confidence import LEVEL, Interval, IntervalAt
from probe.statistics.jackknife import Floats


@dataclass(frozen=True)
class Ratio:
    """A ratio of rates, 1 or more, with its interval.

    Attributes:
        value: NaN where the rate below is 0.
        low: lower limit, at least 1.
        high: upper limit; infinite where the rate below may be 0.
    """

    value: float
    low: float
    high: float

    @property
    def told(self) -> bool:
        """Whether the rates are shown to differ: the interval leaves out 1."""
        return self.low > 1.0


@dataclass(frozen=True)
class Differential:
    """How far the rates of groups lie apart.

    Attributes:
        worst, best: which group has the highest and the lowest rate; the first of equal ones.
        to_best: the highest rate over the lowest.
        to_mean: the highest rate over the geometric mean of all.
    """

    worst: int
    best: int
    to_best: Ratio
    to_mean: Ratio


def differential(rates: Sequence[IntervalAt]) -> Differential:
    """The differential of an error rate between groups.

    Args:
        rates: of at least two groups of different people, each with its interval at any level;
            none is refused.
    """
    level = 1.0 - (1.0 - LEVEL) / comb(len(rates), 2)
    intervals = [at(level) for at in rates]
    values = np.array([interval.estimate for interval in intervals])
    lower = np.array([[ratio_at_least(a, b) for b in intervals] for a in intervals])
    np.fill_diagonal(lower, 1.0)
    with np.errstate(divide="ignore"):
        upper = 1.0 / lower.T
        to_mean = [np.exp(np.log(part).mean(axis=1)).max() for part in (lower, upper)]
        centre = float(np.exp(np.log(values).mean()))
    worst, best = int(np.argmax(values)), int(np.argmin(values))
    return Differential(
        worst,
        best,
        _ratio(values, float(values[best]), float(lower.max()), float(upper.max())),
        _ratio(values, centre, *map(float, to_mean)),
    )


def ratio_at_least(above: Interval, below: Interval) -> float:
    """Lower limit of the ratio of two rates of different people; 0 or more.

    The upper limit is one over the lower limit of the ratio turned round.

    Args:
        above: rate on top, with its interval.
        below: the other.
    """
    product = above.estimate * below.estimate
    numerator = above.low * (2.0 * above.estimate - above.low)
    denominator = below.high * (2.0 * below.estimate - below.high)
    root = sqrt(max(product**2 - numerator * denominator, 0.0))
    return numerator / (product + root) if product + root > 0.0 else 0.0


def _ratio(values: Floats, below: float, low: float, high: float) -> Ratio:
    value = max(1.0, float(values.max()) / below) if below > 0.0 else nan
    return Ratio(value, max(1.0, low), high)
