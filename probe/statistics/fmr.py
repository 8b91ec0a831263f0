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
from functools import cache
from math import ceil, pi

import numpy as np

from probe.statistics.confidence import (
    LEVEL,
    Interval,
    normal_quantile,
    refused,
    student_quantile,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.jackknife import Floats, jackknife_variance
from probe.statistics.outcomes import Outcomes
from probe.wording import Message

METHOD = "Clopper-Pearson at the effective number of comparisons"

NODES = 24
"""Points of the integral for two normal scores (ours): exact to 1e-11 at any correlation."""

HALVINGS = 60
"""Of a range of 10^6, by factors: what is left is below rounding."""


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


def false_match_rate(outcomes: Outcomes, level: float = LEVEL) -> FalseMatchRate:
    """The false match rate of strangers at a threshold, with its interval.

    Refused with fewer people than any interval needs, and where nobody was compared.

    Args:
        outcomes: by pair of people, or their sums.
        level: confidence level, 0..1.
    """
    pairs, carriers = outcomes.carrying
    people = outcomes.taking_part
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


def effective_comparisons(outcomes: Outcomes) -> float:
    """How many comparisons that share nobody would tell as much as these, at least one.

    Args:
        outcomes: of at least three people.
    """
    comparisons, rate = float(outcomes.comparisons), outcomes.rate
    deleted = _deletion_variance(outcomes)
    by_deletion = rate * (1 - rate) / deleted if deleted > 0 else comparisons
    # Below one pair of people in all no rate can be told from another: the components are read
    # there (ours).
    read_at = float(np.clip(rate, 1 / outcomes.entries, 0.5))
    by_components = read_at * (1 - read_at) / _component_variance(outcomes, read_at)
    return float(max(1.0, min(by_deletion, by_components, comparisons)))


def _deletion_variance(outcomes: Outcomes) -> float:
    """Jackknife variance of the rate over people; subjects and further strangers are groups."""
    above, compared = outcomes.by_person
    comparisons = outcomes.comparisons
    left = comparisons - compared
    with np.errstate(divide="ignore", invalid="ignore"):
        without = (outcomes.false_matches - above) / left
    taking_part = (compared > 0) & (left > 0)
    subject = np.arange(len(compared)) < outcomes.subjects
    groups = (without[taking_part & subject], without[taking_part & ~subject])
    return float(sum(jackknife_variance(group) for group in groups if len(group) > 1))


def _component_variance(outcomes: Outcomes, rate: float) -> float:
    """Variance of the rate if scores were normal with the variance components of these scores."""
    same, back, one = _components(outcomes)
    whole = max(outcomes.variance - outcomes.spread, 0.0) + same
    if whole <= 0:
        return rate * (1 - rate)
    threshold = -_normal_quantile(rate)
    parts = np.array([same, back, one]) / whole
    itself, turned, sharing = map(float, _both_above(threshold, parts) - rate**2)
    _, both_ways, sharing_one = outcomes.products_of_weights()
    products = outcomes.pair_products(rate * (1 - rate) - itself, itself)
    products += both_ways * turned
    return products + sharing_one * sharing


def _components(outcomes: Outcomes) -> tuple[float, float, float]:
    """Covariance of the means of an entry with itself, with its other direction, with others.

    Others are those that share one person. Deviations from the mean of all have smaller products
    than those from the true mean, by the variance of the mean; it follows from the three
    covariances themselves.
    """
    sums, shares = outcomes.products_of_deviations(), outcomes.products_of_ones()
    left = 1.0 - sum(shares)
    lost = sum(sums) / left if left > 1e-12 else 0.0
    same, back, one = (
        total / share + lost if share > 0 else 0.0
        for total, share in zip(sums, shares, strict=True)
    )
    return max(same, 0.0), max(back, 0.0), max(one, 0.0)


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
