"""Scores of the same person in two conditions."""

from __future__ import annotations

from collections.abc import Iterator
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
        return np.array([own.mean() if len(own) else np.nan for own in self.by_subject])

    def miss_rates(self, threshold: float) -> Scores:
        """Share of each subject's pairs at or below a threshold `(S,)`; NaN without pairs."""
        rates = [(own <= threshold).mean() if len(own) else np.nan for own in self.by_subject]
        return np.array(rates, np.float64)

    @property
    def weights(self) -> NDArray[np.float64]:
        """One weight a score, so that every subject weighs the same."""
        return np.concatenate([np.full(len(own), 1 / max(1, len(own))) for own in self.by_subject])


def mated_scores(scores: ScoreSource, cast: Cast, i: int, j: int) -> MatedScores:
    """The mated scores of cell (i, j); a picture never meets itself."""
    found = [_of_subject(scores, cast, s, i, j) for s in range(cast.subjects)]
    return MatedScores(tuple(own for own, _ in found), tuple(rows for _, rows in found))


def _of_subject(
    scores: ScoreSource, cast: Cast, subject: int, i: int, j: int
) -> tuple[Scores, Rows]:
    left, right = cast.shown[i].of(subject), cast.shown[j].of(subject)
    block = scores.block(left.rows, right.rows)
    wanted = left.apart(right)
    first, second = np.nonzero(np.triu(wanted, 1) if i == j else wanted)
    return block[first, second], np.stack([left.rows[first], right.rows[second]], axis=1)


def pair_ids(ids: tuple[str, ...], mated: MatedScores) -> Iterator[tuple[str, str, float]]:
    """Image ids and score of every pair."""
    for own, rows in zip(mated.by_subject, mated.rows, strict=True):
        for score, (first, second) in zip(own, rows, strict=True):
            yield ids[first], ids[second], float(score)
