"""Scores of the same person in two conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast
from probe.comparison.scores import Rows, Scores, ScoreSource


@dataclass(frozen=True, eq=False)
class MatedScores:
    """The mated scores of a cell.

    Attributes:
        by_subject: per subject the scores of all pairs across two conditions, or of all pairs of
            distinct pictures within one; empty where the subject lacks pictures.
        rows: per subject the rows of the two pictures of each pair, `(pairs, 2)`.
    """

    by_subject: tuple[Scores, ...]
    rows: tuple[Rows, ...]

    @property
    def scores(self) -> Scores:
        """All scores, subject after subject."""
        return np.concatenate(self.by_subject)

    @property
    def means(self) -> Scores:
        """Mean of each subject `(S,)`; NaN where there is no pair."""
        return np.array([scores.mean() if len(scores) else np.nan for scores in self.by_subject])

    def miss_rates(self, threshold: float) -> Scores:
        """Share of each subject's pairs at or below a threshold `(S,)`; NaN without pairs."""
        rates = [
            (scores <= threshold).mean() if len(scores) else np.nan for scores in self.by_subject
        ]
        return np.array(rates, np.float64)

    @property
    def weights(self) -> NDArray[np.float64]:
        """One weight a score, so that every subject weighs the same."""
        return np.concatenate(
            [np.full(len(scores), 1 / max(1, len(scores))) for scores in self.by_subject]
        )


@dataclass(frozen=True, eq=False)
class MatedPairs:
    """Pairs of pictures of the same person with their scores, as columns of n entries.

    Attributes:
        i, j: conditions `int64 (n,)`.
        rows: numbers of the two pictures `int64 (n, 2)`.
        scores: `float64 (n,)`.
        ids: image id of every number.
    """

    i: Rows
    j: Rows
    rows: Rows
    scores: Scores
    ids: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.scores)

    @property
    def images(self) -> tuple[list[str], list[str]]:
        """Image ids of the first and of the second pictures."""
        first, second = ([self.ids[row] for row in side] for side in self.rows.T.tolist())
        return first, second


def mated_scores(scores: ScoreSource, cast: Cast, i: int, j: int) -> MatedScores:
    """The mated scores of cell (i, j); a picture never meets itself."""
    parts = [_subject_scores(scores, cast, s, i, j) for s in range(cast.subjects)]
    return MatedScores(tuple(part[0] for part in parts), tuple(part[1] for part in parts))


def _subject_scores(
    scores: ScoreSource, cast: Cast, subject: int, i: int, j: int
) -> tuple[Scores, Rows]:
    left = cast.subject_sides[i].of_person(subject)
    right = cast.subject_sides[j].of_person(subject)
    block = scores.block(left.rows, right.rows)
    compared = left.in_other_places(right)
    first, second = np.nonzero(np.triu(compared, 1) if i == j else compared)
    return block[first, second], np.stack([left.rows[first], right.rows[second]], axis=1)


def mated_pairs(i: int, j: int, mated: MatedScores) -> MatedPairs:
    """The pairs of cell (i, j)."""
    scores, rows = mated.scores, np.concatenate(mated.rows)
    return MatedPairs(np.full(len(scores), i), np.full(len(scores), j), rows, scores)


def joined_pairs(ids: tuple[str, ...], parts: Sequence[MatedPairs]) -> MatedPairs:
    """The pairs of several cells in one."""
    return MatedPairs(
        np.concatenate([part.i for part in parts]),
        np.concatenate([part.j for part in parts]),
        np.concatenate([part.rows for part in parts]),
        np.concatenate([part.scores for part in parts]),
        ids,
    )
