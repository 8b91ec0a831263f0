"""Intervals of means, retention and error rates about people: the subject is the unit.

Conditions are fixed; subjects are a sample of the people the statement is about. Comparisons are
never the unit: they share pictures, and pictures share subjects. Every interval speaks about one
figure at a time. Where no honest interval is known, `low` and `high` are NaN and `note` says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from probe.errors import ComparisonError
from probe.statistics.confidence import (
    LEVEL,
    Interval,
    normal_quantile,
    refused,
    student_interval,
    student_quantile,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.gap import Gap, jackknifed_gaps, pairs_of
from probe.statistics.jackknife import Floats, Jackknifed, combined, mean_of_subjects
from probe.statistics.pair_bands import PairBands
from probe.wording import Message

LEAST_BETA_SIZE = 0.05
"""A Beta of a smaller size (sum of its two parameters) has nearly all its mass at 0 and 1: the
limits are then 0 and 1 (our choice of bound; it is met with very few people who differ utterly)."""


def mean_interval(per_subject: ArrayLike, level: float = LEVEL) -> Interval:
    """Interval of a mean over subjects, such as a mated similarity: M +- t(S-1) sd / sqrt(S).

    Known limit: a few very bad subjects whom the sample missed are not covered (with 10 % of them
    coverage falls to 72-87 % below 50 people); `note` says which share may be absent.

    Args:
        per_subject: `(S,)`, one figure per subject; NaN where a subject has none.
        level: confidence level, 0..1.
    """
    values = finite_figures(per_subject)
    statistic = mean_of_subjects(values)
    if reason := subjects_refusal(len(values)):
        return refused(statistic.estimate, reason, len(values), level)
    return student_interval(statistic, "subject t", subjects_note(len(values)), level)


def nonmated_interval(
    pair_means: ArrayLike | PairBands, column_subject: ArrayLike | None = None, level: float = LEVEL
) -> Interval:
    """Interval of the mean over pairs of different people: node jackknife of the U-statistic.

    Further strangers (columns that show no subject) are a second sample of people: their own
    deletions add to the variance, with Welch's degrees of freedom. A single one counts as fixed.

    Args:
        pair_means: `(S, S)` or `(S, T)`; NaN on the diagonal and where a pair is missing; or bands.
        column_subject: `(T,)`: the row of each column's person, -1 for a further stranger.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: the columns do not fit, or a person is compared with himself.
    """
    pairs = pairs_of(pair_means, column_subject)
    subjects, strangers = np.flatnonzero(pairs.taking_part()), pairs.strangers()
    statistic = pairs.mean_among(subjects, strangers)
    reason = subjects_refusal(len(subjects)) or undefined(statistic)
    if reason:
        return refused(statistic.estimate, reason, len(subjects), level)
    return student_interval(statistic, "node jackknife", subjects_note(len(subjects)), level)


def retention_interval(cell: Gap, standard: Gap, level: float = LEVEL) -> Interval:
    """Interval of retention, (mated - non-mated) over the same of the standard condition.

    Only subjects that enter all four parts are used, and each is deleted from all four at once.
    `estimate` is the retention of those subjects.

    Args:
        cell: scores of the pair of conditions asked about.
        standard: scores of the standard condition with itself; the same object as `cell` for the
            standard cell, whose retention is 1 and has no interval.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: the parts speak about different numbers of subjects.
    """
    return mean_retention_interval([cell], standard, level)


def mean_retention_interval(cells: Sequence[Gap], standard: Gap, level: float = LEVEL) -> Interval:
    """Interval of the mean retention of several cells, such as all levels of a factor.

    Args:
        cells: scores of the pairs of conditions, the standard cell not among them.
        standard: scores of the standard condition with itself.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: no cells, or parts that speak about different numbers of subjects.
    """
    if not cells:
        raise ComparisonError("the mean retention of no cells is not defined")
    if any(cell is standard for cell in cells):
        return refused(1.0, Message("note-one-by-definition").json(), 0, level)
    (bottom, *tops), subjects = jackknifed_gaps(standard, *cells)
    statistic = mean_ratio(bottom, *tops)
    if reason := retention_refusal(bottom, subjects, level) or undefined(statistic):
        estimate = statistic.estimate if bottom.estimate > 0 else float("nan")
        return refused(estimate, reason, subjects, level)
    return student_interval(statistic, "subject jackknife", subjects_note(subjects), level)


def mean_ratio(bottom: Jackknifed, *tops: Jackknifed) -> Jackknifed:
    """Mean of several statistics over a common one, with its delete-one values."""
    return combined(lambda below, *above: sum(above) / len(above) / below, bottom, *tops)


def fnmr_interval(
    per_subject_rates: ArrayLike, extra_variance: float = 0.0, level: float = LEVEL
) -> Interval:
    """Interval of a false non-match rate, the mean of the subjects' rates: pseudo-subject Beta.

    With `extra_variance` 0 it answers "with this threshold, which FNMR would new people show";
    with the variance of `probe.statistics.threshold_variance` it answers "at the threshold that
    truly has the stated FMR".

    Args:
        per_subject_rates: `(S,)`, share 0..1 of each subject's mated scores at or below the
            threshold; NaN where a subject has none.
        extra_variance: variance that the estimated threshold adds.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: a rate outside 0..1.
    """
    rates = finite_figures(per_subject_rates)
    if len(rates) and (rates.min() < 0 or rates.max() > 1):
        raise ComparisonError("a rate lies outside 0..1")
    estimate = float(rates.mean()) if len(rates) else float("nan")
    if reason := subjects_refusal(len(rates)):
        return refused(estimate, reason, len(rates), level)
    low, high = pseudo_subject_limits(rates, 1.0, extra_variance, level)
    note = subjects_note(len(rates))
    return Interval(estimate, low, high, "pseudo-subject Beta", note, len(rates), level)


def pseudo_subject_limits(
    rates: Floats, top: float = 1.0, extra_variance: float = 0.0, level: float = LEVEL
) -> tuple[float, float]:
    """Limits of a mean of rates `(S,)` in 0..1; see `rate_limits`."""
    mean = float(rates.mean())
    squares = float(np.sum((rates - mean) ** 2))
    return rate_limits(len(rates), mean, squares, top, extra_variance, level)


def rate_limits(
    subjects: int,
    mean: float,
    squares: float,
    top: float = 1.0,
    extra_variance: float = 0.0,
    level: float = LEVEL,
) -> tuple[float, float]:
    """Limits of a mean of rates: one pseudo-subject, half at 0 and half at `top`, then a Beta.

    The pseudo-subject enters mean and variance; the variance is inflated by (t(S-1)/z)^2. For
    rates of 0 and 1 and large S it is Jeffreys' interval on S subjects. The limits always hold the
    mean rate; a mean of 0 has lower limit 0, a mean of 1 upper limit 1. The pseudo-subject is our
    device: without it no failure among S people would give an interval of width 0, although a kind
    of person that always fails may have been missed. Its coverage is in `benchmarks/
    coverage_study.md`.

    Args:
        subjects: number S of subjects.
        mean: mean of their rates, 0..1.
        squares: sum of squared deviations of their rates from the mean.
        top: the worst plausible rate of a subject.
        extra_variance: added to the variance of the mean.
        level: confidence level, 0..1.
    """
    from scipy import special

    # Mean and squares of S + 1 rates, the last of them half at 0 and half at `top`.
    centre = (subjects * mean + top / 2) / (subjects + 1)
    spread = squares + subjects * (mean - centre) ** 2 + ((top - centre) ** 2 + centre**2) / 2
    # For rates of 0 and 1 this is p (1 - p) / (n + 1): the variance of a Beta of size n = S + 1.
    variance = spread / ((subjects + 1) * (subjects + 2)) + extra_variance
    variance *= (student_quantile(subjects - 1, level) / normal_quantile(level)) ** 2
    # The Beta of this mean and variance.
    size = centre * (1 - centre) / variance - 1
    if size <= LEAST_BETA_SIZE:
        return 0.0, 1.0
    tail = (1 - level) / 2
    low, high = special.betaincinv(centre * size, (1 - centre) * size, [tail, 1 - tail])
    return (
        0.0 if mean <= 0 else float(min(low, mean)),
        1.0 if mean >= 1 else float(max(high, mean)),
    )


def finite_figures(per_subject: ArrayLike) -> Floats:
    """The finite entries of one figure per subject, `(S,)`.

    Raises:
        ComparisonError: not a vector, or an infinite entry.
    """
    values = np.asarray(per_subject, np.float64)
    if values.ndim != 1 or np.isinf(values).any():
        raise ComparisonError(
            f"one finite figure per subject is needed, not an array of shape {values.shape}",
            hint="NaN marks a subject without pictures.",
        )
    return values[~np.isnan(values)]


def undefined(statistic: Jackknifed) -> str:
    """Why a statistic carries no interval although there are subjects; empty when it does."""
    if statistic.defined:
        return ""
    return Message("note-rests-on-one-person").json()


def retention_refusal(standard_gap: Jackknifed, subjects: int, level: float) -> str:
    """Why a retention has no interval: too few subjects, or a standard gap that may be zero."""
    if subjects == 0:
        return Message("note-no-subject-with-strangers").json()
    if reason := subjects_refusal(subjects) or undefined(standard_gap):
        return reason
    margin = student_quantile(standard_gap.degrees, level) * sqrt(standard_gap.variance)
    if standard_gap.estimate <= margin:
        return Message("note-margin-not-clear").json()
    return ""
