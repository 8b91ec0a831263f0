"""Precision-first or recall-first: which of the two errors a model at its threshold leans to.

The number is the response bias c of signal detection theory, c = (z(FNMR) - z(FMR)) / 2 with z the
normal quantile (Macmillan and Creelman, Detection Theory, 2005, chapter 2). In units of the scores'
standard deviation it says how far the threshold lies above the point where both errors are equal:
positive leans to false non-matches (precision-first), negative to false matches (recall-first). It
depends on ranks only. At a threshold set for a false match rate in the standard condition, its
change from the standard condition to another tells what the change of condition costs: recall when
it rises, precision when it falls.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, sqrt

import numpy as np
from numpy.typing import ArrayLike

from probe.errors import ComparisonError
from probe.statistics.confidence import (
    LEVEL,
    Interval,
    IntervalAt,
    refused,
    student_interval,
    student_quantile,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.gap import Pairs, pairs_of
from probe.statistics.intervals import pseudo_subject_limits
from probe.statistics.jackknife import (
    Floats,
    Integers,
    Jackknifed,
    combined,
    mean_of_subjects,
)
from probe.statistics.pair_bands import PairBands
from probe.wording import Message

METHOD = "pseudo-subject Beta and subject jackknife on the normal scale"


@dataclass(frozen=True, eq=False)
class Errors:
    """Both errors of one model at its threshold, by person.

    Attributes:
        misses: `(S,)` share of each subject's mated comparisons at or below the threshold; NaN
            where there are none.
        matches: share of the comparisons of each pair of different people above it, `(S, T)`; NaN
            where a pair was not compared. Of very many people bands.
        column_subject: who the columns are, as in `probe.statistics.Gap`.
        mated: mated comparisons in all.
        nonmated: non-mated comparisons in all.
    """

    misses: ArrayLike
    matches: ArrayLike | PairBands
    column_subject: ArrayLike | None
    mated: int
    nonmated: int

    def subjects_with_both(self) -> Integers:
        """The subjects that have both mated and non-mated comparisons."""
        there = np.isfinite(np.asarray(self.misses, np.float64)) & self._pairs().taking_part()
        return np.flatnonzero(there)

    def rates(self, subjects: Integers) -> tuple[Jackknifed, Jackknifed]:
        """FNMR and FMR over these subjects, with the rates without each of them."""
        pairs = self._pairs()
        misses = np.asarray(self.misses, np.float64)[subjects]
        return mean_of_subjects(misses), pairs.mean_among(subjects, pairs.strangers())

    def leaning(self, subjects: Integers) -> Jackknifed:
        """The leaning c over these subjects, and c without each person."""
        misses, matches = self.rates(subjects)
        return combined(
            lambda p, q: (_quantile(p, self.mated) - _quantile(q, self.nonmated)) / 2,
            misses,
            matches,
        )

    def _pairs(self) -> Pairs | PairBands:
        return pairs_of(self.matches, self.column_subject)


def response_bias_interval(errors: Errors, level: float = LEVEL) -> Interval:
    """Interval of c at a model's threshold, for new people at this very threshold.

    The misses enter with the limits of their own interval (`fnmr_interval`) on the normal scale;
    what the false matches add is the jackknife variance of c beyond that of the misses alone.

    Args:
        errors: of the model.
        level: confidence level, 0..1.
    """
    return response_bias(errors)(level)


def response_bias(errors: Errors) -> IntervalAt:
    """`response_bias_interval` at any level; the deletions of people are computed once."""
    subjects = errors.subjects_with_both()
    if not len(subjects):
        return lambda level: refused(float("nan"), subjects_refusal(0), 0, level)
    statistic = errors.leaning(subjects)
    if reason := _refusal(errors, subjects, statistic):
        return lambda level: refused(statistic.estimate, reason, len(subjects), level)
    misses, _ = errors.rates(subjects)
    miss_part = combined(lambda p: _quantile(p, errors.mated) / 2, misses)
    beyond = max(0.0, statistic.variance - miss_part.variance)
    rates = np.asarray(errors.misses, np.float64)[subjects]
    note = subjects_note(len(subjects))

    def at(level: float) -> Interval:
        extra = student_quantile(len(subjects) - 1, level) ** 2 * beyond
        ends = [_quantile(end) / 2 for end in pseudo_subject_limits(rates, level=level)]
        low, high = (
            statistic.estimate
            + sign * sqrt(max(0.0, sign * float(end - miss_part.estimate)) ** 2 + extra)
            for sign, end in zip((-1, 1), ends, strict=True)
        )
        return Interval(statistic.estimate, low, high, METHOD, note, len(subjects), level)

    return at


def paired_response_bias_interval(first: Errors, second: Errors, level: float = LEVEL) -> Interval:
    """Interval of a difference of two models' c on the same people, second minus first.

    Each model is held to its own threshold; a person is deleted from both at once.

    Args:
        first: of model A.
        second: of model B, the same subjects.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: different numbers of subjects.
    """
    return paired_response_bias(first, second)(level)


def paired_response_bias(first: Errors, second: Errors) -> IntervalAt:
    """`paired_response_bias_interval` at any level; the deletions of people are computed once."""
    if np.shape(first.misses) != np.shape(second.misses):
        raise ComparisonError("models are compared subject by subject")
    subjects = np.intersect1d(first.subjects_with_both(), second.subjects_with_both())
    if not len(subjects):
        return lambda level: refused(float("nan"), subjects_refusal(0), 0, level)
    one, other = first.leaning(subjects), second.leaning(subjects)
    statistic = combined(np.subtract, other, one)
    reasons = (_refusal(first, subjects, one), _refusal(second, subjects, other))
    reason, note = next(filter(None, reasons), ""), subjects_note(len(subjects))

    def at(level: float) -> Interval:
        if reason:
            return refused(statistic.estimate, reason, len(subjects), level)
        return student_interval(statistic, "paired subject jackknife", note, level)

    return at


def _refusal(errors: Errors, subjects: Integers, statistic: Jackknifed) -> str:
    """Why c carries no interval; empty when it does."""
    if reason := subjects_refusal(len(subjects)):
        return reason
    misses, matches = errors.rates(subjects)
    if misses.estimate in (0.0, 1.0):
        return Message("note-misses-open", {"rate": misses.estimate}).json()
    if matches.estimate in (0.0, 1.0):
        return Message("note-matches-open", {"rate": matches.estimate}).json()
    if not (statistic.defined and isfinite(statistic.variance)):
        return Message("note-bias-of-one-person").json()
    return ""


def _quantile(rate: ArrayLike, comparisons: int | None = None) -> Floats:
    """Normal quantile of a rate.

    With a number of comparisons, one half is added to the errors and one to the comparisons, so
    that no error and nothing but errors stay finite (Hautus, Behavior Research Methods 27, 1995).
    """
    from scipy import special

    share = np.asarray(rate, np.float64)
    if comparisons is not None:
        share = (share * comparisons + 0.5) / (comparisons + 1)
    quantile: Floats = special.ndtri(share)
    return quantile
