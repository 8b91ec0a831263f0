"""Scores of the same person in two conditions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast
from probe.comparison.scores import Rows, Scores, ScoreSource

Places = NDArray[np.signedinteger]
"""Whole numbers; where many are kept, conditions of 16 bits and rows of 32."""


@dataclass(frozen=True, eq=False)
class MatedScores:
    """The mated scores of a cell: of all pairs across two conditions, or of all pairs of distinct
    pictures within one.

    Attributes:
        scores: `(n,)`, subject after subject.
        rows: `(n, 2)` rows of the two pictures of each pair.
        counts: `(S,)` pairs of each subject; 0 where the subject lacks pictures.
    """

    scores: Scores
    rows: Rows
    counts: NDArray[np.int64]

    @cached_property
    def by_subject(self) -> tuple[Scores, ...]:
        """The scores of each subject."""
        return tuple(np.split(self.scores, np.cumsum(self.counts)[:-1]))

    @cached_property
    def means(self) -> Scores:
        """Mean of each subject `(S,)`; NaN where there is no pair."""
        return self._means_of(self.scores)

    def miss_rates(self, threshold: float) -> Scores:
        """Share of each subject's pairs at or below a threshold `(S,)`; NaN without pairs."""
        return self._means_of((self.scores <= threshold).astype(np.float64))

    @property
    def weights(self) -> NDArray[np.float64]:
        """One weight a score, so that every subject weighs the same."""
        return np.repeat(1 / np.maximum(self.counts, 1), self.counts)

    def _means_of(self, values: Scores) -> Scores:
        scored = self.counts > 0
        starts = (np.cumsum(self.counts) - self.counts)[scored]
        means = np.full(len(self.counts), np.nan)
        if scored.any():
            means[scored] = np.add.reduceat(values, starts) / self.counts[scored]
        return means


@dataclass(frozen=True, eq=False)
class MatedPairs:
    """Pairs of pictures of the same person with their scores, as columns of n entries.

    Attributes:
        i, j: conditions `(n,)`, integers.
        rows: numbers of the two pictures `(n, 2)`, integers.
        scores: `float64 (n,)`.
        ids: image id of every number.
    """

    i: Places
    j: Places
    rows: Places
    scores: Scores
    ids: tuple[str, ...] = ()

    def same_pictures(self, other: MatedPairs) -> bool:
        """Whether these are pairs of the same pictures in the same order."""
        return self.ids == other.ids and all(
            np.array_equal(mine, theirs)
            for mine, theirs in ((self.i, other.i), (self.j, other.j), (self.rows, other.rows))
        )

    def scored(self, scores: Scores) -> MatedPairs:
        """The same pairs with scores of another model."""
        return replace(self, scores=scores)

    def __len__(self) -> int:
        return len(self.scores)

    @property
    def images(self) -> tuple[list[str], list[str]]:
        """Image ids of the first and of the second pictures."""
        first, second = ([self.ids[row] for row in side] for side in self.rows.T.tolist())
        return first, second


def mated_scores(scores: ScoreSource, cast: Cast, i: int, j: int) -> MatedScores:
    """The mated scores of cell (i, j); a picture never meets itself."""
    subject, rows = mated_rows(cast, i, j)
    counts = np.bincount(subject, minlength=cast.subjects)
    return MatedScores(scores.paired(*rows.T), rows, counts)


def mated_rows(cast: Cast, i: int, j: int) -> tuple[NDArray[np.int64], Rows]:
    """The pairs of pictures of the same person across two conditions.

    Returns:
        the subject of each pair `(n,)`, ascending, and the rows of its pictures `(n, 2)`: in the
        order of the first one, then of the second.
    """
    left, right = cast.subject_sides[i], cast.subject_sides[j]
    first, second = _places(cast.subjects, left.people, right.people)
    compared = left.places[first] != right.places[second]
    if i == j:  # each pair of pictures once
        compared &= first < second
    first, second = first[compared], second[compared]
    return left.people[first], np.stack([left.rows[first], right.rows[second]], axis=1)


def _places(
    subjects: int, left: NDArray[np.int64], right: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the pictures of every pair of one person stand in two lists sorted by person."""
    a, b = (np.bincount(side, minlength=subjects) for side in (left, right))
    subject = np.repeat(np.arange(subjects), a * b)
    number = np.arange(len(subject)) - (np.cumsum(a * b) - a * b)[subject]
    row, column = np.divmod(number, b[subject])
    return (np.cumsum(a) - a)[subject] + row, (np.cumsum(b) - b)[subject] + column


def mated_pairs(i: int, j: int, mated: MatedScores) -> MatedPairs:
    """The pairs of cell (i, j)."""
    count = len(mated.scores)
    first, second = (np.full(count, place, np.int16) for place in (i, j))
    return MatedPairs(first, second, mated.rows.astype(np.int32), mated.scores)


class GatheredPairs:
    """Pairs of one cell after another, in columns that are long enough from the start.

    Args:
        cast: the cast.
        places: the cells that are to come, `(i, j)`.
    """

    def __init__(self, cast: Cast, places: Iterable[tuple[int, int]]) -> None:
        most = sum(most_pairs(cast, i, j) for i, j in places)
        self._i, self._j = np.empty(most, np.int16), np.empty(most, np.int16)
        self._rows, self._scores = np.empty((most, 2), np.int32), np.empty(most)
        self._count = 0

    def add(self, pairs: MatedPairs) -> None:
        """Take in the pairs of a cell."""
        part = slice(self._count, self._count + len(pairs))
        self._i[part], self._j[part] = pairs.i, pairs.j
        self._rows[part], self._scores[part] = pairs.rows, pairs.scores
        self._count = part.stop

    def joined(self, ids: tuple[str, ...]) -> MatedPairs:
        """All of them; nothing can be added any more.

        Args:
            ids: image id of every number.
        """
        columns = self._i, self._j, self._rows, self._scores
        for column in columns:  # in place: a copy would be as large again
            column.resize((self._count, *column.shape[1:]), refcheck=False)
        return MatedPairs(*columns, ids)


def most_pairs(cast: Cast, i: int, j: int) -> int:
    """How many pairs of pictures of the same person a cell has at most: all, unless pictures of
    the same place are not compared.
    """
    a, b = (
        np.bincount(cast.subject_sides[place].people, minlength=cast.subjects) for place in (i, j)
    )
    return int((a * (a - 1) // 2).sum() if i == j else (a * b).sum())
