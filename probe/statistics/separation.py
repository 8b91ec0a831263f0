"""AUC and d' of a cell with each person removed, so that two models can be compared by them.

Both need no threshold: they say how well a model tells people apart at every false match rate at
once. A person is removed from the mated scores and from every comparison of strangers. The scores
of strangers are taken in block by block and kept as counts between mated scores, by person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.statistics.confidence import (
    Interval,
    IntervalAt,
    refused,
    student_interval,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.jackknife import (
    STRANGERS,
    SUBJECTS,
    Floats,
    Integers,
    Jackknifed,
)
from probe.statistics.places import count_by_person, scale_of
from probe.statistics.rates import d_prime
from probe.wording import Message

MOST_EDGES = 256
"""Mated scores at most between which those of strangers are counted (ours: 4 KB a person). With
more of them the counts lie between quantiles, which touches variances in the fourth digit only."""

METHOD = "paired subject jackknife"


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure, and the same without each person.

    Attributes:
        estimate: on everybody.
        without: `(P,)` by number of the person; `estimate` for one who takes no part.
    """

    estimate: float
    without: Floats


@dataclass(frozen=True, eq=False)
class Separation:
    """AUC and d' of a cell, with the same without each person.

    Attributes:
        auc: P(mated > stranger) + P(tie) / 2, every subject weighing the same.
        dprime: distance of the means in units of the pooled standard deviation; of mated scores
            every subject weighs the same, of strangers every comparison, as for AUC.
        taking_part: `(P,)` who has a comparison.
        mated: `(S,)` which subjects have mated ones; the first S people are the subjects.
    """

    auc: Figure
    dprime: Figure
    taking_part: NDArray[np.bool_]
    mated: NDArray[np.bool_]


class SeparationSums:
    """Gathers what AUC and d' without each person need.

    Args:
        mated: `(n,)` scores of the same person, subject after subject.
        counts: `(S,)` how many each subject has.
        people: how many people there are, P; the first S are the subjects.
    """

    def __init__(self, mated: Floats, counts: Integers, people: int) -> None:
        self._mated, self._counts, self._people = mated, counts, people
        self._scale = scale_of(_edges(mated))
        self._strangers = np.zeros((people, self._scale.places), np.int64)
        self._moments = np.zeros((3, people))

    def add(self, scores: Floats, first: Integers, second: Integers) -> None:
        """Take in comparisons of different people.

        Args:
            scores: `(n,)`.
            first: `(n,)` number of one of the two people of each, 0..P-1.
            second: `(n,)` number of the other.
        """
        count_by_person(scores, (first, second), self._scale, self._strangers, self._moments)

    def separation(self, auc: float, dprime: float) -> Separation:
        """The figures with their deletions.

        Args:
            auc: on everybody, as the cell states it.
            dprime: likewise.
        """
        here = self._moments[0] > 0
        here[: len(self._counts)] |= self._counts > 0
        return Separation(
            Figure(auc, np.where(here, self._auc_without(), auc)),
            Figure(dprime, np.where(here, self._dprime_without(), dprime)),
            here,
            self._counts > 0,
        )

    @cached_property
    def _all(self) -> Integers:
        """`(places,)`: every score stands with two people."""
        counts: Integers = self._strangers.sum(axis=0) // 2
        return counts

    @cached_property
    def _whole(self) -> Floats:
        """`(3,)`: the moments of all scores."""
        return np.asarray(self._moments.sum(axis=1) / 2, np.float64)

    def _place(self, scores: Floats) -> Integers:
        left = np.searchsorted(self._scale.values, scores, side="left")
        return left + np.searchsorted(self._scale.values, scores, side="right")

    @cached_property
    def _surpassed(self) -> Floats:
        """`(S, places)`: share of a subject's mated scores below a score in a place, ties half."""
        subjects = len(self._counts)
        person = np.repeat(np.arange(subjects), self._counts)
        code = person * self._scale.places + self._place(self._mated)
        at = np.bincount(code, minlength=subjects * self._scale.places).reshape(subjects, -1)
        below = np.cumsum(at, axis=1) - at / 2
        return np.asarray(below / np.maximum(self._counts, 1)[:, None], np.float64)

    def _auc_without(self) -> Floats:
        """AUC without each person `(P,)`: one minus the mean share of mated scores surpassed."""
        subjects, counted = len(self._counts), int(np.count_nonzero(self._counts))
        shares = self._surpassed
        by_subject = shares @ self._all
        gone = self._strangers @ shares.sum(axis=0)
        gone[:subjects] += by_subject - np.sum(self._strangers[:subjects] * shares, axis=1)
        mated = np.full(self._people, counted)
        mated[:subjects] -= self._counts > 0
        left = (self._whole[0] - self._moments[0]) * mated
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(left > 0, 1.0 - (by_subject.sum() - gone) / left, np.nan)

    def _dprime_without(self) -> Floats:
        """D' without each person `(P,)`."""
        strangers = self._whole[:, None] - self._moments
        ones = strangers[0]
        pairs = zip(*self._mated_without(), *_mean_and_sd(strangers, ones), strict=True)
        return np.array([d_prime(*pair) for pair in pairs])

    def _mated_without(self) -> tuple[Floats, Floats]:
        """Mean and standard deviation of the mated scores without each person `(P,)`; every
        subject weighs the same.
        """
        person = np.repeat(np.arange(len(self._counts)), self._counts)
        weight, origin = 1.0 / self._counts[person], self._mated[0]
        moved = self._mated - origin  # scores that do not vary have a deviation of exactly 0
        columns = (weight, weight * moved, weight * moved**2, weight**2)
        sums = np.array([np.bincount(person, x, minlength=self._people) for x in columns])
        left = sums.sum(axis=1, keepdims=True) - sums
        with np.errstate(divide="ignore", invalid="ignore"):
            mean, deviation = _mean_and_sd(left[:3], left[0] ** 2 / left[3])
        return mean + origin, deviation


def mean_separation(cells: Sequence[Separation]) -> Separation:
    """The mean over several cells of one protocol, such as all levels of a factor."""
    return Separation(
        _mean([cell.auc for cell in cells]),
        _mean([cell.dprime for cell in cells]),
        np.logical_or.reduce([cell.taking_part for cell in cells]),
        np.logical_or.reduce([cell.mated for cell in cells]),
    )


def paired_auc(first: Separation, second: Separation) -> IntervalAt:
    """Interval of a difference of AUC at any level, second minus first.

    Raises:
        ComparisonError: the models were compared on different people.
    """
    return _paired(first, second, first.auc, second.auc)


def paired_dprime(first: Separation, second: Separation) -> IntervalAt:
    """Interval of a difference of d' at any level, second minus first.

    Raises:
        ComparisonError: the models were compared on different people.
    """
    return _paired(first, second, first.dprime, second.dprime)


def _paired(first: Separation, second: Separation, a: Figure, b: Figure) -> IntervalAt:
    """A person leaves both models at once."""
    if len(first.taking_part) != len(second.taking_part):
        raise ComparisonError("models are compared on the same people")
    taking_part = first.taking_part | second.taking_part
    subject = np.arange(len(first.taking_part)) < len(first.mated)
    with np.errstate(invalid="ignore"):  # infinite minus infinite: see `_refusal`
        estimate, without = np.subtract(b.estimate, a.estimate), b.without - a.without
    groups = {SUBJECTS: subject, STRANGERS: ~subject}
    deleted = {name: without[taking_part & group] for name, group in groups.items()}
    deleted = {name: values for name, values in deleted.items() if len(values) > 1}
    statistic = Jackknifed(float(estimate), deleted)
    subjects = int(np.count_nonzero(first.mated & second.mated))
    reason = subjects_refusal(subjects) or _refusal(statistic)

    def at(level: float) -> Interval:
        if reason:
            return refused(statistic.estimate, reason, subjects, level)
        interval = student_interval(statistic, METHOD, subjects_note(subjects), level)
        # Whoever met strangers alone is left out in turn, too, and is no subject of the figure.
        return replace(interval, subjects=subjects)

    return at


def _refusal(statistic: Jackknifed) -> str:
    if not np.isfinite(statistic.estimate):
        return Message("note-scores-do-not-vary").json()
    if not statistic.defined:
        return Message("note-rests-on-one-person").json()
    return "" if statistic.variance > 0 else Message("note-no-overlap").json()


def _mean(figures: Sequence[Figure]) -> Figure:
    estimates = [figure.estimate for figure in figures]
    without = np.mean([figure.without for figure in figures], axis=0)
    return Figure(float(np.mean(estimates)), without)


def _edges(mated: Floats) -> Floats:
    distinct = np.unique(mated)
    if len(distinct) <= MOST_EDGES:
        return np.asarray(distinct, np.float64)
    return np.unique(np.quantile(mated, np.linspace(0, 1, MOST_EDGES), method="nearest"))


def _mean_and_sd(sums: ArrayLike, effective: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation from weights, sums and sums of squares `(3, P)`.

    Args:
        sums: of the weights, of scores and of their squares times the weights.
        effective: squared sum of the weights over the sum of their squares: the number of scores
            where all weigh the same, whose variance has n - 1 in its denominator.
    """
    weight, total, squares = np.asarray(sums, np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = total / weight
        variance = np.maximum(squares - total * mean, 0.0) / weight * effective / (effective - 1)
        return mean, np.sqrt(variance)
