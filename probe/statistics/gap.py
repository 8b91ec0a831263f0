"""The gap between mated and non-mated scores of a pair of conditions, over the same people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.statistics.jackknife import (
    Floats,
    Integers,
    Jackknifed,
    combined,
    mean_of_pairs,
    mean_of_subjects,
)
from probe.statistics.pair_bands import PairBands

Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Mean scores of pairs of different people.

    Attributes:
        means: `(S, T)`, subjects by strangers; NaN where a pair was not compared. Each ordered pair
            may have its own score, or a symmetric kernel stands in both places.
        people: `(T,)`, who each column is: 0..S-1 a subject, S or more a further stranger.
    """

    means: Floats
    people: Integers

    @property
    def subjects(self) -> int:
        """Number of rows."""
        return len(self.means)

    def taking_part(self) -> Flags:
        """Which subjects take part in at least one pair, `(S,)`."""
        finite = np.isfinite(self.means)
        as_column = np.bincount(self.people, finite.sum(axis=0), minlength=self.subjects)
        return finite.any(axis=1) | (as_column[: self.subjects] > 0)

    def among(self, subjects: Integers, strangers: Integers) -> Pairs:
        """The pairs of some subjects and some further strangers, numbered anew in that order."""
        number = np.full(max(self.subjects, int(self.people.max(initial=-1)) + 1), -1, np.int64)
        number[subjects] = np.arange(len(subjects))
        numbered = strangers[strangers < len(number)]
        number[numbered] = len(subjects) + np.flatnonzero(strangers < len(number))
        columns = number[self.people] >= 0
        return Pairs(self.means[np.ix_(subjects, columns)], number[self.people][columns])

    def strangers(self) -> Integers:
        """Numbers of the further strangers that were compared with anybody, ascending."""
        compared = np.isfinite(self.means).any(axis=0)
        return np.unique(self.people[compared & (self.people >= self.subjects)])

    def mean_among(self, subjects: Integers, strangers: Integers) -> Jackknifed:
        """The mean over the pairs of some subjects and some further strangers, with the same
        without each of them.
        """
        kept = self.among(subjects, strangers)
        return mean_of_pairs(kept.means, kept.people, len(strangers))


def pairs_of(
    means: ArrayLike | PairBands, column_subject: ArrayLike | None = None
) -> Pairs | PairBands:
    """Checks a matrix of pair means and names its columns; bands of one are what they are.

    Args:
        means: `(S, S)` or `(S, T)`; NaN on the diagonal and where a pair is missing. Or its bands,
            whose columns are the subjects in order, then further strangers.
        column_subject: `(T,)`: the row of the person a column shows; -1 for a further stranger,
            who is then told apart by the position of the column; S or more for a further stranger
            with a number. None when the columns are the subjects in order.

    Raises:
        ComparisonError: rows and columns do not fit, or a person is compared with himself.
    """
    if isinstance(means, PairBands):
        return means
    matrix = np.asarray(means, np.float64)
    if matrix.ndim != 2:
        raise ComparisonError(f"pair means must be a matrix, not an array of shape {matrix.shape}")
    subjects, columns = matrix.shape
    if column_subject is None and subjects != columns:
        raise ComparisonError(
            f"{subjects} x {columns} pair means do not say who their columns are",
            hint="Give column_subject: the row of each column's person, -1 for a further stranger.",
        )
    given = np.arange(subjects) if column_subject is None else np.asarray(column_subject, np.int64)
    if given.shape != (columns,):
        raise ComparisonError(f"{given.size} column subjects for {columns} columns of pair means")
    people = np.where(given < 0, subjects + np.arange(columns), given)
    shown = np.flatnonzero(people < subjects)
    if np.isfinite(matrix[people[shown], shown]).any():
        raise ComparisonError(
            "non-mated scores hold a comparison of a person with himself",
            hint="Leave NaN where row and column are the same person.",
        )
    return Pairs(matrix, people)


@dataclass(frozen=True, eq=False)
class Gap:
    """Mated and non-mated scores of one pair of conditions, by subject.

    Attributes:
        mated: mean mated score of each subject, `(S,)`; NaN where a subject lacks pictures.
        pairs: mean score of each pair of different people, `(S, S)` or `(S, T)`; NaN where a pair
            was not compared. Of very many people its bands.
        column_subject: who the columns are, as in `pairs_of`; further strangers marked -1 must
            stand in the same columns of all gaps that are put together.
    """

    mated: ArrayLike
    pairs: ArrayLike | PairBands
    column_subject: ArrayLike | None = None

    @property
    def nonmated_mean(self) -> float:
        """Over pairs of people, each weighing the same; NaN without any."""
        if isinstance(self.pairs, PairBands):
            return self.pairs.mean
        means = np.asarray(self.pairs, np.float64)
        compared = np.isfinite(means)
        return float(means[compared].mean()) if compared.any() else float("nan")


def jackknifed_gaps(*gaps: Gap) -> tuple[tuple[Jackknifed, ...], int]:
    """Mated minus non-mated mean of each gap, over the subjects that enter all of them.

    Returns:
        the gaps with their delete-one values, one subject removed from every part at once, and the
        number of subjects.

    Raises:
        ComparisonError: the parts speak about different numbers of subjects.
    """
    mated = [np.asarray(gap.mated, np.float64) for gap in gaps]
    pairs = [pairs_of(gap.pairs, gap.column_subject) for gap in gaps]
    sizes = {len(part) for part in mated} | {part.subjects for part in pairs}
    if len(sizes) != 1:
        raise ComparisonError(
            f"mated and non-mated scores speak about different numbers of subjects: {sorted(sizes)}"
        )
    whole = [np.isfinite(m) & part.taking_part() for m, part in zip(mated, pairs, strict=True)]
    subjects = np.flatnonzero(np.logical_and.reduce(whole))
    strangers = reduce(np.union1d, [part.strangers() for part in pairs])
    parts = []
    for means, part in zip(mated, pairs, strict=True):
        others = part.mean_among(subjects, strangers)
        parts.append(combined(np.subtract, mean_of_subjects(means[subjects]), others))
    return tuple(parts), len(subjects)
