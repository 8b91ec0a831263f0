"""Statistics with their delete-one values, from which the intervals take their variances.

A statistic of people is recomputed without each person in turn (removed from every part: mated,
non-mated and threshold), a statistic of one person's pictures without each picture. All such
values come from sums, so that a statistic costs one pass and never S recomputations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError

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

    @property
    def variance(self) -> float:
        """Sum over the groups of (m-1)/m * sum of squared deviations of the deletions."""
        return float(sum(jackknife_variance(values) for values in self.deleted.values()))

    @property
    def degrees(self) -> float:
        """Degrees of freedom: m-1 of a single group, Welch's of several."""
        variances = np.array([jackknife_variance(values) for values in self.deleted.values()])
        free = np.array([len(values) - 1.0 for values in self.deleted.values()])
        weight = float(np.sum(variances**2 / free))
        return float(variances.sum() ** 2 / weight) if weight > 0 else float(free.min())

    @property
    def defined(self) -> bool:
        """Whether the statistic and all its deletions are finite numbers."""
        arrays = [np.isfinite(values).all() for values in self.deleted.values()]
        return bool(np.isfinite(self.estimate) and arrays and all(arrays))


def jackknife_variance(deleted: Floats) -> float:
    """(m-1)/m * sum (theta_(-k) - mean)^2 of m delete-one values; NaN for fewer than two."""
    return (len(deleted) - 1) * float(np.var(deleted)) if len(deleted) > 1 else float("nan")


def combined(function: Callable[..., Floats | float], *parts: Jackknifed) -> Jackknifed:
    """A function of several statistics, with its delete-one values.

    A part that has no deletions of a group does not depend on that group and enters as a constant.

    Args:
        function: takes one number or array per part, element by element.
        parts: statistics whose groups of the same name have the same members in the same order.
    """
    deleted = {}
    for group in {name: None for part in parts for name in part.deleted}:
        values = [part.deleted.get(group, np.float64(part.estimate)) for part in parts]
        with np.errstate(divide="ignore", invalid="ignore"):
            deleted[group] = np.asarray(function(*values), np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = float(function(*(np.float64(part.estimate) for part in parts)))
    return Jackknifed(estimate, deleted)


def mean_of_subjects(per_subject: Floats) -> Jackknifed:
    """The mean over subjects `(S,)`, all finite, each weighing the same."""
    subjects = len(per_subject)
    total = float(per_subject.sum())
    if subjects < 2:
        return Jackknifed(total / subjects if subjects else float("nan"), {})
    return Jackknifed(total / subjects, {SUBJECTS: (total - per_subject) / (subjects - 1)})


def column_people(pairs: Floats, column_subject: ArrayLike | None) -> Integers:
    """Who each column of a matrix of pairs is: 0..S-1 a subject, S or more a further stranger.

    Args:
        pairs: `(S, T)`, subjects by strangers.
        column_subject: `(T,)`; None when the columns are the subjects in order; -1 marks a further
            stranger, who is then told apart by the position of the column.

    Raises:
        ComparisonError: the matrix and the columns do not fit, or a subject meets himself.
    """
    subjects, columns = pairs.shape
    if column_subject is None:
        if subjects != columns:
            raise ComparisonError(
                f"a matrix of pairs of {subjects} x {columns} people does not say who its columns are",
                hint="Give column_subject: the subject of each column, -1 for a further stranger.",
            )
        people = np.arange(subjects, dtype=np.int64)
    else:
        people = np.asarray(column_subject, np.int64).copy()
        if people.shape != (columns,):
            raise ComparisonError(f"{people.size} column subjects for {columns} columns of pairs")
        unnamed = people < 0
        people[unnamed] = subjects + np.flatnonzero(unnamed)
    own = np.flatnonzero(people < subjects)
    if np.isfinite(pairs[people[own], own]).any():
        raise ComparisonError(
            "a non-mated mean holds a comparison of a person with himself",
            hint="Leave NaN where row and column are the same person.",
        )
    return people


def mean_of_pairs(pairs: Floats, people: Integers) -> Jackknifed:
    """The mean over pairs of different people, each pair weighing the same (a U-statistic).

    Without subject s means without the row and without the columns of s; without a further
    stranger means without the columns of that stranger.

    Args:
        pairs: mean score of each pair, `(S, T)`; NaN where a pair was not compared. A symmetric
            kernel may be given whole, or each ordered pair its own score.
        people: who each column is, as of `column_people`.
    """
    subjects = len(pairs)
    finite = np.isfinite(pairs)
    values = np.where(finite, pairs, 0.0)
    count = float(finite.sum())
    if count == 0:
        return Jackknifed(float("nan"), {})
    total = float(values.sum())
    sums, numbers = values.sum(axis=0), finite.sum(axis=0).astype(np.float64)
    sum_of_column_person = np.bincount(people, sums, minlength=subjects)
    number_of_column_person = np.bincount(people, numbers, minlength=subjects)
    removed = sum_of_column_person.copy()
    removed_number = number_of_column_person.copy()
    removed[:subjects] += values.sum(axis=1)
    removed_number[:subjects] += finite.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        without = (total - removed) / (count - removed_number)
    deleted = {SUBJECTS: without[:subjects]}
    outside = np.unique(people[people >= subjects])
    if len(outside):
        deleted[STRANGERS] = without[outside]
    return Jackknifed(total / count, deleted)
