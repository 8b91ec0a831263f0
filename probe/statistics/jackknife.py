"""Statistics with their delete-one values, from which the intervals take their variances.

A statistic of people is recomputed without each person in turn (removed from every part: mated,
non-mated and threshold), a statistic of one person's pictures without each picture. All such
values come from sums, so that a statistic costs one pass and never S recomputations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

SUBJECTS = "subjects"
"""Group of the deletions that remove a subject."""

STRANGERS = "strangers"
"""Group of the deletions that remove a further stranger, who is no subject."""


@dataclass(frozen=True, eq=False)
class Jackknifed:
    """A statistic and its delete-one values, by independent group.

    Attributes:
        estimate: the statistic on everything.
        deleted: per group (`subjects`, `strangers`, or a condition whose pictures are deleted)
            the statistic without each member, `(members,)`.
    """

    estimate: float
    deleted: Mapping[str, Floats]

    @cached_property
    def variance(self) -> float:
        """Sum over the groups of (m-1)/m * sum of squared deviations of the deletions."""
        return float(sum(jackknife_variance(values) for values in self.deleted.values()))

    @cached_property
    def degrees(self) -> float:
        """Degrees of freedom: m-1 of a single group, Welch's of several."""
        variances = np.array([jackknife_variance(values) for values in self.deleted.values()])
        free = np.array([len(values) - 1.0 for values in self.deleted.values()])
        weight = float(np.sum(variances**2 / free))
        return float(variances.sum() ** 2 / weight) if weight > 0 else float(free.min())

    @property
    def defined(self) -> bool:
        """Whether there are deletions, and they and the statistic are finite numbers."""
        arrays = [bool(np.isfinite(values).all()) for values in self.deleted.values()]
        return bool(np.isfinite(self.estimate)) and bool(arrays) and all(arrays)


def jackknife_variance(deleted: Floats) -> float:
    """(m-1)/m * sum (theta_(-k) - mean)^2 of m delete-one values; NaN for fewer than two."""
    return (len(deleted) - 1) * float(np.var(deleted)) if len(deleted) > 1 else float("nan")


def combined(function: Callable[..., Any], *parts: Jackknifed) -> Jackknifed:
    """A function of several statistics, with its delete-one values.

    A part that has no deletions of a group does not depend on that group and enters as a constant.

    Args:
        function: takes one number or array per part, element by element.
        parts: statistics whose groups of the same name have the same members in the same order.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = float(function(*(np.float64(part.estimate) for part in parts)))
        deleted = {
            group: np.asarray(
                function(*(part.deleted.get(group, np.float64(part.estimate)) for part in parts)),
                np.float64,
            )
            for group in dict.fromkeys(name for part in parts for name in part.deleted)
        }
    return Jackknifed(estimate, deleted)


def mean_of_subjects(per_subject: Floats) -> Jackknifed:
    """The mean over subjects `(S,)`, all finite, each weighing the same."""
    subjects = len(per_subject)
    total = float(per_subject.sum())
    if subjects < 2:
        return Jackknifed(total / subjects if subjects else float("nan"), {})
    return Jackknifed(total / subjects, {SUBJECTS: (total - per_subject) / (subjects - 1)})


def mean_of_pairs(pairs: Floats, people: Integers, strangers: int = 0) -> Jackknifed:
    """The mean over pairs of different people, each pair weighing the same (a U-statistic).

    Without subject s means without the row and the columns of s; without a further stranger means
    without the columns of that stranger. A single further stranger counts as fixed.

    Args:
        pairs: mean score of each pair, `(S, T)`; NaN where a pair was not compared. A symmetric
            kernel may be given whole, or each ordered pair its own score.
        people: `(T,)`, who each column is: 0..S-1 a subject, S..S+strangers-1 a further stranger.
        strangers: how many further strangers there are.
    """
    subjects = len(pairs)
    finite = np.isfinite(pairs)
    values = np.where(finite, pairs, 0.0)
    sums_of_columns = np.bincount(people, values.sum(axis=0), minlength=subjects + strangers)
    removed = sums_of_columns.astype(np.float64)
    removed_count = np.bincount(people, finite.sum(axis=0), minlength=subjects + strangers)
    # A subject has a row and columns; no pair stands in both, since nobody meets themselves.
    removed[:subjects] += values.sum(axis=1)
    removed_count[:subjects] += finite.sum(axis=1)
    sums = PairSums(float(values.sum()), int(finite.sum()), removed, removed_count)
    return sums.mean(subjects, strangers)


@dataclass(frozen=True, eq=False)
class PairSums:
    """Sums over pairs of people, and over the pairs of each person.

    Attributes:
        total: of the figures of all pairs.
        count: how many pairs there are.
        by_person: `(people,)` sums over the pairs of each person; the subjects come first.
        counts: `(people,)` how many pairs each person has.
    """

    total: float
    count: int
    by_person: Floats
    counts: NDArray[Any]

    def mean(self, subjects: int, strangers: int) -> Jackknifed:
        """The mean over the pairs, with the same without each person; see `mean_of_pairs`."""
        if self.count == 0:
            return Jackknifed(float("nan"), {})
        left = self.count - self.counts
        with np.errstate(divide="ignore", invalid="ignore"):
            without = np.where(left > 0, (self.total - self.by_person) / left, np.nan)
        deleted = {SUBJECTS: without[:subjects]}
        if strangers > 1:
            deleted[STRANGERS] = without[subjects:]
        return Jackknifed(self.total / self.count, deleted)
