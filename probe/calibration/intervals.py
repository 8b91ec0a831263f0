"""95 % intervals of means, retention and error rates: the subject is the unit.

Conditions are fixed; subjects are a sample of the people the statement is about. Comparisons are
never the unit: they share pictures, and pictures share subjects (an interval over the pairs covers
26 to 50 % of the time instead of 95 %). Every interval speaks about one figure at a time. Where no
honest interval is known, `low` and `high` are NaN and `note` says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from probe.calibration.jackknife import (
    STRANGERS,
    SUBJECTS,
    Floats,
    Integers,
    Jackknifed,
    column_people,
    combined,
    mean_of_pairs,
    mean_of_subjects,
)
from probe.errors import ComparisonError

FEWEST_SUBJECTS = 5
"""Below this number of subjects no population interval is given."""

COMFORTABLE_SUBJECTS = 20
"""Below this number of subjects an interval carries the words "few subjects"."""


@dataclass(frozen=True)
class Interval:
    """A figure with its interval.

    Attributes:
        estimate: the figure; NaN where there is nothing to compute it from.
        low: lower limit; NaN when refused.
        high: upper limit; NaN when refused.
        method: how the limits were made; `none` when refused.
        note: why it was refused, or what to read beside the interval.
        subjects: number of subjects that entered.
        level: the confidence level asked for, 0..1.
    """

    estimate: float
    low: float
    high: float
    method: str
    note: str = ""
    subjects: int = 0
    level: float = 0.95

    @property
    def refused(self) -> bool:
        """Whether there are no limits."""
        return not (np.isfinite(self.low) and np.isfinite(self.high))

    @property
    def width(self) -> float:
        """Upper minus lower limit; NaN when refused."""
        return self.high - self.low


@dataclass(frozen=True, eq=False)
class Gap:
    """Mated and non-mated scores of one pair of conditions, by subject.

    Attributes:
        mated: mean mated score of each subject, `(S,)`; NaN where a subject lacks pictures.
        pairs: mean score of each pair of different people, `(S, T)`; NaN where not compared.
        column_subject: who the columns are: the subject's row, -1 for a further stranger (in the
            same column in every `Gap` that is put together with this one); None when the columns
            are the subjects in order.
    """

    mated: Floats
    pairs: Floats
    column_subject: Integers | None = None


def student_quantile(degrees: float, level: float) -> float:
    """Two-sided Student t quantile of the level (0..1) at the degrees of freedom."""
    from scipy import stats

    return float(stats.t.ppf(0.5 + level / 2, degrees))


def normal_quantile(level: float) -> float:
    """Two-sided normal quantile of the level (0..1)."""
    from scipy import stats

    return float(stats.norm.ppf(0.5 + level / 2))


def rarest_kind(subjects: int) -> float:
    """Share 0..1 of the people below which a kind of person may be absent among S subjects.

    With probability 95 % every kind of person that makes up at least this share is among them.
    """
    return 1.0 - 0.05 ** (1.0 / subjects)


def subjects_note(subjects: int) -> str:
    """What must be read beside an interval over this number of subjects."""
    rare = f"kinds of people rarer than {100 * rarest_kind(subjects):.0f} % may be absent"
    if subjects < COMFORTABLE_SUBJECTS:
        return f"few subjects ({subjects}): {rare}"
    return f"{subjects} subjects: {rare}"


def refusal(subjects: int) -> str:
    """Why this number of subjects carries no interval; empty when it does."""
    if subjects == 0:
        return "no subject has the pictures this figure needs"
    if subjects == 1:
        return "one subject: nothing can be said about other people"
    if subjects < FEWEST_SUBJECTS:
        return f"{subjects} subjects: an interval about people needs at least {FEWEST_SUBJECTS}"
    return ""


def refused(estimate: float, note: str, subjects: int, level: float = 0.95) -> Interval:
    """An interval without limits, with the reason in words."""
    missing = float("nan")
    return Interval(estimate, missing, missing, "none", note, subjects, level)


def student_interval(statistic: Jackknifed, method: str, level: float, note: str) -> Interval:
    """Estimate plus and minus Student t times the jackknife standard error."""
    subjects = len(statistic.deleted.get(SUBJECTS, ()))
    half = student_quantile(statistic.degrees, level) * sqrt(statistic.variance)
    low, high = statistic.estimate - half, statistic.estimate + half
    return Interval(statistic.estimate, low, high, method, note, subjects, level)


def mean_interval(per_subject: ArrayLike, level: float = 0.95) -> Interval:
    """Interval of a mean over subjects, such as a mated similarity: M +- t(S-1) sd / sqrt(S).

    A few very bad subjects that the sample missed are not covered: with 10 % of them it covers
    72 to 87 % below 50 people (`note` carries the share that may be absent).

    Args:
        per_subject: `(S,)`, one figure per subject; NaN where a subject has none.
        level: confidence level, 0..1.
    """
    values = finite_subjects(per_subject)
    statistic = mean_of_subjects(values)
    if reason := refusal(len(values)):
        return refused(statistic.estimate, reason, len(values), level)
    return student_interval(statistic, "subject t", level, subjects_note(len(values)))


def nonmated_interval(
    pair_means: ArrayLike, column_subject: ArrayLike | None = None, level: float = 0.95
) -> Interval:
    """Interval of the mean over pairs of different people: node jackknife of the U-statistic.

    Further strangers (columns that are no subject) are a second sample of people: their own
    deletions add to the variance, with Welch's degrees of freedom.

    Args:
        pair_means: `(S, S)` or `(S, T)`; NaN on the diagonal and where a pair is missing.
        column_subject: `(T,)`: the subject of each column, -1 for a further stranger.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: the columns do not fit, or a subject is compared with himself.
    """
    pairs = np.asarray(pair_means, np.float64)
    people = column_people(pairs, column_subject)
    entering = _subjects_with_pairs(pairs, people)
    statistic = mean_of_pairs(*_only(pairs, people, entering))
    if reason := refusal(len(entering)) or _strangers_refusal(statistic):
        return refused(statistic.estimate, reason, len(entering), level)
    return student_interval(statistic, "node jackknife", level, subjects_note(len(entering)))


def retention_interval(cell: Gap, standard: Gap, level: float = 0.95) -> Interval:
    """Interval of retention, (mated - non-mated) over the same of the standard condition.

    Only subjects that enter all four parts are used; each is then deleted from all four.

    Args:
        cell: scores of the pair of conditions asked about.
        standard: scores of the standard condition with itself.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: the parts do not speak about the same subjects.
    """
    if cell is standard:
        return refused(1.0, "retention of the standard condition is 1 by definition", 0, level)
    numerator, denominator, subjects = gaps(cell, standard)
    statistic = combined(np.divide, numerator, denominator)
    if reason := _retention_refusal(denominator, subjects, level):
        return refused(statistic.estimate, reason, subjects, level)
    return student_interval(statistic, "subject jackknife", level, subjects_note(subjects))


def gaps(*parts: Gap) -> tuple[Jackknifed, ...]:
    raise NotImplementedError
