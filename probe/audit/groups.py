"""Error rates of groups of people, and how many times the worst is the others."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from probe.audit.cells import Figures
from probe.audit.comparisons import Comparisons
from probe.audit.false_matches import limits_of_rate, rate_above
from probe.audit.intervals import FEWEST_PEOPLE, TAIL, misses

Rate = tuple[float, float, float]
"""A rate and its limits."""

RateAt = Callable[[float], Rate]
"""The same as a function of the probability beyond either limit."""

Rows = dict[str, dict[tuple[str | int | float, ...], Figures]]


@dataclass(frozen=True, eq=False)
class People:
    """The people of a protocol by one attribute, and what they were compared in.

    Attributes:
        groups: everybody's group by their number; empty where not stated.
        missed: the subjects' miss rates.
        met: comparisons of strangers in all changed conditions.
        threshold: match iff score > threshold.
    """

    groups: Mapping[int, str]
    missed: Mapping[int, float]
    met: Comparisons
    threshold: float

    def rates_of(self, group: str) -> list[float]:
        """The miss rates of a group's subjects."""
        return [rate for person, rate in self.missed.items() if self.groups[person] == group]

    def between(self, first: str, second: str) -> Comparisons:
        """Comparisons of somebody of the one group with somebody of the other."""
        sides = zip(self.met.first.tolist(), self.met.second.tolist(), strict=True)
        pairs = [sorted((self.groups[a], self.groups[b])) for a, b in sides]
        return self.met.where(np.array([pair == [first, second] for pair in pairs], bool))

    def misses_at(self, group: str) -> RateAt:
        """Miss rate of a group."""
        rates = np.array(self.rates_of(group))
        return lambda tail: (float(rates.mean()), *misses(rates, tail=tail))

    def matches_at(self, first: str, second: str) -> RateAt:
        """False match rate of people of two groups, or of one."""
        met = self.between(first, second)
        if not len(met):
            return lambda _: (math.nan, math.nan, math.nan)
        spread = float(np.var(met.scores))
        rate = rate_above(met, self.threshold)
        return lambda tail: (rate, *limits_of_rate(met, self.threshold, spread, tail))


def group_figures(attribute: str, people: People) -> Rows:
    """Section -> its rows."""
    names = sorted({people.groups[person] for person in people.missed})
    rows: Rows = {"groups": {}, "group_pairs": {}, "differentials": {}}
    for group in names:
        count = len(people.rates_of(group))
        rate = _row(people.misses_at(group)(TAIL) if group else (math.nan,) * 3)
        rows["groups"][attribute, group] = {"people": count, **rate}
    large = [g for g in names if g and len(people.rates_of(g)) >= FEWEST_PEOPLE]
    for first, second in combinations_with_replacement(large, 2):
        if len(met := people.between(first, second)):
            pairs = {frozenset(pair) for pair in met.by_pair()}
            rows["group_pairs"][attribute, first, second] = {
                "people": len(frozenset().union(*pairs)),
                "pairs": len(pairs),
                **_row(people.matches_at(first, second)(TAIL)),
            }
    for error, rates in (
        ("misses", {group: people.misses_at(group) for group in large}),
        ("matches", {group: people.matches_at(group, group) for group in large}),
    ):
        known = {g: rate for g, rate in rates.items() if math.isfinite(rate(TAIL)[1])}
        if len(known) > 1:
            worst, best, figures = differential(known)
            rows["differentials"][attribute, error, worst, best] = figures
    return rows


def differential(rates: Mapping[str, RateAt]) -> tuple[str, str, Figures]:
    """The groups of the highest and the lowest rate, and the ratios with their limits."""
    tail = TAIL / math.comb(len(rates), 2)
    measured = {group: rate(tail) for group, rate in rates.items()}
    worst = max(measured, key=lambda group: measured[group][0])
    best = min(measured, key=lambda group: measured[group][0])
    least = {
        (a, b): 1.0 if a == b else at_least(measured[a], measured[b])
        for a in measured
        for b in measured
    }
    most = {(a, b): 1 / x if (x := least[b, a]) else math.inf for a, b in least}
    values = [rate for rate, *_ in measured.values()]
    mean = math.prod(values) ** (1 / len(values))
    low = max(1.0, max(least.values()))
    shares = [[math.prod(part[a, b] for b in rates) for a in rates] for part in (least, most)]
    mean_low, mean_high = (max(products) ** (1 / len(rates)) for products in shares)
    return worst, best, {
        "groups": len(rates),
        "to_best": _over(max(values), min(values)),
        "to_best_low": low,
        "to_best_high": _finite(max(most.values())),
        "to_mean": _over(max(values), mean),
        "to_mean_low": max(1.0, mean_low),
        "to_mean_high": _finite(mean_high),
        "told": float(low > 1),
    }  # fmt: skip


def at_least(above: Rate, below: Rate) -> float:
    """Lower limit of a ratio of rates of different people (Donner and Zou, 2012)."""
    (p, low, _), (q, _, high) = above, below
    first, second = low * (2 * p - low), high * (2 * q - high)
    if second == 0:
        return first / (2 * p * q) if p * q else 0.0
    return (p * q - math.sqrt(max((p * q) ** 2 - first * second, 0.0))) / second


def _row(rate: Rate) -> Figures:
    return dict(zip(("value", "low", "high"), rate, strict=True))


def _over(above: float, below: float) -> float:
    return above / below if below else math.nan


def _finite(limit: float) -> float:
    return limit if math.isfinite(limit) else math.nan
