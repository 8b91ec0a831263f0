"""The interval of a false match rate: people are the sample, and each comparison has two.

A false match rate is a mean over pairs of different people. Comparisons share people, so that a
few thousand of them may tell no more than some dozen would that share nobody: the *effective*
number n = p (1 - p) / V, with V the variance of the rate p over samples of people. V is estimated
in two ways, and the larger one is used. The first deletes each person in turn, which takes each
comparison twice and errs on the careful side; but it knows nothing of people who were not met, and
is too small where two or three people carry all false matches. The second takes the variance
components of the scores (people, pairs of people, pictures) and works out, under a normal
distribution, how often two comparisons that share a person are both above the threshold; it needs
no false match at all.

The limits are those of Clopper and Pearson with n p false matches in n comparisons, n made smaller
by Student's t as Korn and Graubard do for surveys (Survey Methodology 24, 1998, 193-201). A
threshold that was set as a quantile of the same comparisons has the same interval: its true rate
exceeds u exactly when fewer comparisons than allowed lie above the threshold that truly has u.
Measured coverage: `benchmarks/fmr_coverage.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from math import ceil, pi

import numpy as np
from numpy.typing import ArrayLike

from probe.statistics.confidence import (
    LEVEL,
    Interval,
    normal_quantile,
    refused,
    student_quantile,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.jackknife import Floats, Integers, jackknife_variance
from probe.statistics.strangers import StrangerScores
from probe.wording import Message

METHOD = "Clopper-Pearson at the effective number of comparisons"

NODES = 24
"""Points of the integral for two normal scores (ours): exact to 1e-11 at any correlation."""

MOST_EMPTY = 4
"""Places for a comparison up to which pairs of people are counted in a table of all pairs (ours):
sorting the comparisons takes several times as long, and as much memory again."""

HALVINGS = 60
"""Of a range of 10^6, by factors: what is left is below rounding."""


@dataclass(frozen=True, eq=False)
class StrangerOutcomes:
    """Comparisons of different people at a threshold: an entry for each pair of people compared.

    Two people who were compared in both roles (own clothes against the protocol's) have an entry
    for either direction.

    Attributes:
        above: `(n,)` comparisons above the threshold.
        compared: `(n,)` comparisons, at least one.
        means: `(n,)` mean score.
        first: `(n,)` number of one of the two people, a subject: 0..subjects-1.
        second: `(n,)` number of the other.
        subjects: how many people are subjects; further strangers have the numbers from there on.
        variance: of the scores over all comparisons.
    """

    above: Integers
    compared: Integers
    means: Floats
    first: Integers
    second: Integers
    subjects: int
    variance: float

    @cached_property
    def people(self) -> int:
        """One more than the highest number of a person."""
        return int(max(self.subjects, self.second.max(initial=-1) + 1))

    @property
    def rate(self) -> float:
        """Share of the comparisons above the threshold; NaN without any."""
        comparisons = int(self.compared.sum())
        return float(self.above.sum() / comparisons) if comparisons else float("nan")

    @cached_property
    def turned(self) -> Integers:
        """`(n,)` the entry that is the other direction of an entry; -1 without one."""
        code = self.first * self.people + self.second
        order = np.argsort(code)
        asked = self.second * self.people + self.first
        place = np.minimum(np.searchsorted(code, asked, sorter=order), len(code) - 1)
        there = code[order[place]] == asked
        return np.where(there, order[place], -1)


def outcomes_of_table(
    above: ArrayLike,
    compared: ArrayLike,
    means: ArrayLike,
    variance: float,
    *,
    mirrored: bool = False,
) -> StrangerOutcomes:
    """Outcomes from tables by pair of people.

    Args:
        above: `(S, T)` comparisons above the threshold; columns are the subjects, then strangers.
        compared: `(S, T)` comparisons; 0 where two people were not compared.
        means: `(S, T)` mean scores, read where there are comparisons.
        variance: of the scores.
        mirrored: a pair of subjects stands in both places with the same comparisons.
    """
    counts = np.asarray(compared, np.int64)
    first, second = np.nonzero(counts)
    if mirrored:
        once = second > first
        first, second = first[once], second[once]
    places = first, second
    return StrangerOutcomes(
        np.asarray(above, np.int64)[places], counts[places], np.asarray(means, float)[places],
        first.astype(np.int64), second.astype(np.int64), len(counts), variance,
    )  # fmt: skip


def outcomes_of_scores(strangers: StrangerScores, threshold: float) -> StrangerOutcomes:
    """Outcomes from scores of strangers, as thresholds are set on them.

    Args:
        strangers: of whom at least one of two people, `first`, is a subject.
        threshold: match if and only if score > threshold.
    """
    people = len(strangers.involving)
    entry = strangers.first * people + strangers.second
    code: Integers
    if people**2 <= MOST_EMPTY * len(entry):  # a table of all pairs of people has few empty places
        code = np.flatnonzero(np.bincount(entry, minlength=people**2))
        places = np.empty(people**2, entry.dtype)
        places[code] = np.arange(len(code))
        entry = places[entry]
    else:
        code, entry = np.unique(entry, return_inverse=True)
    passing = int(np.count_nonzero(strangers.scores > threshold))  # the first, for they descend
    above = np.bincount(entry[:passing], minlength=len(code))
    compared = np.bincount(entry, minlength=len(code))
    sums = np.bincount(entry, strangers.scores, minlength=len(code))
    first, second = np.divmod(code.astype(np.int64), people)
    subjects = people if strangers.subjects is None else strangers.subjects
    return StrangerOutcomes(
        above.astype(np.int64), compared, sums / np.maximum(compared, 1), first, second,
        subjects, float(np.var(strangers.scores)) if len(strangers.scores) else 0.0,
    )  # fmt: skip


@dataclass(frozen=True)
class FalseMatchRate:
    """A false match rate, how sure it is, and what it rests on.

    Attributes:
        interval: the rate over all comparisons, for new people at this very threshold.
        effective: how many comparisons that share nobody would tell as much.
        pairs: pairs of people with at least one false match.
        carriers: people in those pairs.
    """

    interval: Interval
    effective: float
    pairs: int
    carriers: int


NO_RATE = FalseMatchRate(refused(float("nan"), "", 0), float("nan"), 0, 0)
"""Of no threshold."""


def false_match_rate(outcomes: StrangerOutcomes, level: float = LEVEL) -> FalseMatchRate:
    """The false match rate of strangers at a threshold, with its interval.

    Refused with fewer people than any interval needs, and where nobody was compared.

    Args:
        outcomes: by pair of people.
        level: confidence level, 0..1.
    """
    carrying = outcomes.above > 0
    first, second = outcomes.first[carrying], outcomes.second[carrying]
    low, high = np.minimum(first, second), np.maximum(first, second)
    pairs, carriers = len(np.unique(low * outcomes.people + high)), len(np.union1d(low, high))
    people = np.union1d(outcomes.first, outcomes.second)
    met, subjects = len(people), int(np.count_nonzero(people < outcomes.subjects))
    if reason := _refusal(subjects):
        none = refused(outcomes.rate, reason, met, level)
        return FalseMatchRate(none, float("nan"), pairs, carriers)
    effective = effective_comparisons(outcomes)
    counted = effective * (normal_quantile(level) / student_quantile(met - 1, level)) ** 2
    limits = _clopper_pearson(outcomes.rate, counted, level)
    interval = Interval(outcomes.rate, *limits, METHOD, subjects_note(met), met, level)
    return FalseMatchRate(interval, effective, pairs, carriers)


def people_enough(rate: float, times: float, effective: float, people: int) -> int:
    """About how many people like these keep the true rate within so many times a rate.

    Effective comparisons are taken to grow as people do: with very many people each further one
    brings little more than themself (in simulations they grow a little faster).

    Args:
        rate: false match rate that a threshold is set for, 0..1.
        times: how many times the rate the upper limit may be, above 1.
        effective: effective comparisons of these people at about this rate.
        people: how many these are.
    """
    from scipy import special

    # Upper limit of Clopper and Pearson for a small rate: a gamma quantile of one match more.
    def excess(count: float) -> float:
        return float(special.gammaincinv(count + 1, 0.5 + LEVEL / 2)) - times * count

    matches = _falls_to_zero(excess, 1e-3, 1e3)
    return max(people + 1, ceil(people * matches / (rate * effective)))


def _falls_to_zero(of: Callable[[float], float], low: float, high: float) -> float:
    """Where a falling function is zero between two positive ends, to rounding, by halving.

    SciPy's root finders would cost every run the import of all of its optimisation: about .2 s.
    Where the function is zero nowhere between them, the nearer end.
    """
    for _ in range(HALVINGS):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if of(middle) > 0 else (low, middle)
    return low


def effective_comparisons(outcomes: StrangerOutcomes) -> float:
    """How many comparisons that share nobody would tell as much as these, at least one.

    Args:
        outcomes: of at least three people.
    """
    comparisons, rate = float(outcomes.compared.sum()), outcomes.rate
    deleted = _deletion_variance(outcomes)
    by_deletion = rate * (1 - rate) / deleted if deleted > 0 else comparisons
    # Below one pair of people in all no rate can be told from another: the components are read
    # there (ours).
    read_at = float(np.clip(rate, 1 / len(outcomes.first), 0.5))
    by_components = read_at * (1 - read_at) / _component_variance(outcomes, read_at)
    return float(max(1.0, min(by_deletion, by_components, comparisons)))


def _deletion_variance(outcomes: StrangerOutcomes) -> float:
    """Jackknife variance of the rate over people; subjects and further strangers are groups."""
    above, compared = (
        _by_person(outcomes, values) for values in (outcomes.above, outcomes.compared)
    )
    left = outcomes.compared.sum() - compared
    with np.errstate(divide="ignore", invalid="ignore"):
        without = (outcomes.above.sum() - above) / left
    taking_part = (compared > 0) & (left > 0)
    subject = np.arange(outcomes.people) < outcomes.subjects
    groups = (without[taking_part & subject], without[taking_part & ~subject])
    return float(sum(jackknife_variance(group) for group in groups if len(group) > 1))


def _component_variance(outcomes: StrangerOutcomes, rate: float) -> float:
    """Variance of the rate if scores were normal with the variance components of these scores."""
    weights = outcomes.compared / outcomes.compared.sum()
    same, back, one = _components(outcomes)
    whole = max(outcomes.variance - _spread(outcomes), 0.0) + same
    if whole <= 0:
        return rate * (1 - rate)
    threshold = -_normal_quantile(rate)
    parts = np.array([same, back, one]) / whole
    itself, turned, sharing = map(float, _both_above(threshold, parts) - rate**2)
    pair = (rate * (1 - rate) - itself) / outcomes.compared + itself
    products = float(weights**2 @ pair)
    products += _turned(outcomes, weights) * turned
    return products + _sharing_one(outcomes, weights) * sharing


def _components(outcomes: StrangerOutcomes) -> tuple[float, float, float]:
    """Covariance of the means of an entry with itself, with its other direction, with others.

    Others are those that share one person. Deviations from the mean of all have smaller products
    than those from the true mean, by the variance of the mean; it follows from the three
    covariances themselves.
    """
    weights = np.full(len(outcomes.first), 1.0 / len(outcomes.first))
    deviations = (outcomes.means - outcomes.means.mean()) * weights
    sums, shares = _products(outcomes, deviations), _products(outcomes, weights)
    left = 1.0 - sum(shares)
    lost = sum(sums) / left if left > 1e-12 else 0.0
    same, back, one = (
        total / share + lost if share > 0 else 0.0
        for total, share in zip(sums, shares, strict=True)
    )
    return max(same, 0.0), max(back, 0.0), max(one, 0.0)


def _products(outcomes: StrangerOutcomes, values: Floats) -> tuple[float, float, float]:
    """Sums of products of entries with themselves, their other direction, and sharing one person.

    Of two different entries both orders count.
    """
    return float(values @ values), _turned(outcomes, values), _sharing_one(outcomes, values)


def _turned(outcomes: StrangerOutcomes, values: Floats) -> float:
    """Sum of products of the two directions of pairs of people."""
    back = outcomes.turned >= 0
    return float(values[back] @ values[outcomes.turned[back]])


def _sharing_one(outcomes: StrangerOutcomes, values: Floats) -> float:
    """Sum of products of entries that share one person."""
    sums = _by_person(outcomes, values)
    # At both of its people an entry meets itself, and its other direction.
    return float(sums @ sums - 2 * (values @ values)) - 2 * _turned(outcomes, values)


def _by_person(outcomes: StrangerOutcomes, values: ArrayLike) -> Floats:
    """Sum of the entries that each person takes part in, `(people,)`."""
    given = np.asarray(values, np.float64)
    first = np.bincount(outcomes.first, given, minlength=outcomes.people)
    second = np.bincount(outcomes.second, given, minlength=outcomes.people)
    return np.asarray(first + second, np.float64)


def _spread(outcomes: StrangerOutcomes) -> float:
    """Variance of the means of entries, each weighing as its comparisons."""
    weights = outcomes.compared / outcomes.compared.sum()
    return float(weights @ (outcomes.means - weights @ outcomes.means) ** 2)


def _both_above(threshold: float, correlations: Floats) -> Floats:
    """P(two standard normal scores of each correlation are both above a threshold).

    Their covariance is the integral of the bivariate density over the correlation (Plackett,
    Biometrika 41, 1954), here over its angle.
    """
    alone = _upper_tail(threshold) ** 2
    half = np.arcsin(np.minimum(correlations, 1 - 1e-9)) / 2
    nodes, weights = _gauss_legendre()
    density = np.exp(-(threshold**2) / (1 + np.sin(half[:, None] * (nodes + 1)))) / (2 * pi)
    return np.asarray(alone + half * (density @ weights), np.float64)


@cache
def _gauss_legendre() -> tuple[Floats, Floats]:
    """Points and weights of the integral: an eigenvalue problem that takes longer than the rest."""
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    return np.asarray(nodes, np.float64), np.asarray(weights, np.float64)


def _upper_tail(threshold: float) -> float:
    from scipy import special

    return float(special.ndtr(-threshold))


def _normal_quantile(rate: float) -> float:
    from scipy import special

    return float(special.ndtri(rate))


def _clopper_pearson(rate: float, comparisons: float, level: float) -> tuple[float, float]:
    from scipy import special

    matches, tail = rate * comparisons, (1 - level) / 2
    none, all_of_them = matches <= 0, matches >= comparisons
    low = 0.0 if none else special.betaincinv(matches, comparisons - matches + 1, tail)
    high = 1.0 if all_of_them else special.betaincinv(matches + 1, comparisons - matches, 1 - tail)
    return float(low), float(high)


def _refusal(subjects: int) -> str:
    """Everybody else met these only: they say how much people differ."""
    return subjects_refusal(subjects) if subjects else Message("note-no-strangers").json()
