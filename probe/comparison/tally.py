"""Scores between strangers in one cell, taken in block by block: exact, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, Kind, Side
from probe.comparison.rank_counts import RankCounts
from probe.comparison.scores import Scores, ScoreSource, bin_edges
from probe.comparison.stranger_block import Number, Numbers, PersonSums, StrangerBlock
from probe.contracts import COSINE_RANGE
from probe.statistics.fmr import NO_RATE, FalseMatchRate, false_match_rate, outcomes_of_table

BLOCK = 1_000_000
"""Scores held at once: 8 MB a block (ours; larger blocks are no faster, smaller ones cost
calls)."""


def stranger_blocks(
    scores: ScoreSource, cast: Cast, kind: Kind, i: int, j: int
) -> Iterator[StrangerBlock]:
    """The comparisons between strangers of a cell, in blocks of at least one comparison."""
    for left, right, once in cast.rectangles(kind, i, j):
        step = max(1, BLOCK // max(1, len(right.rows)))
        for start in range(0, len(left.rows), step):
            block = _block(scores, cast, kind, left.part(start, start + step), right, once)
            if block.compared.any():
                yield block


def _block(
    scores: ScoreSource, cast: Cast, kind: Kind, left: Side, right: Side, once: bool
) -> StrangerBlock:
    compared = cast.allowed(kind, left, right)
    if once:
        compared &= left.people[:, None] < right.people[None, :]
    return StrangerBlock(scores.block(left.rows, right.rows), compared, left.people, right.people)


class StrangerTally:
    """What a cell between strangers needs, gathered from blocks.

    Args:
        cast: the cast.
        kind: of the cell.
        mated: the sorted mated scores of the cell, to place strangers among.
        thresholds: match iff score > threshold; NaN for none.
        testing: `(people,)` among whom false matches are counted; None: everybody.
        limits: lowest and highest score of the scale on which scores are counted in bins.

    Attributes:
        pairs: comparisons taken in.
        tested_pairs: comparisons among whom false matches are counted.
        false_matches: of each threshold `(thresholds,)`.
    """

    def __init__(
        self,
        cast: Cast,
        kind: Kind,
        mated: Scores,
        thresholds: Sequence[float],
        testing: NDArray[np.bool_] | None = None,
        limits: tuple[float, float] = COSINE_RANGE,
    ) -> None:
        self._cast = cast
        self._mirror = kind == "alike" or cast.directions == 1
        self._mated = mated
        self._thresholds = np.asarray(thresholds, np.float64)
        self._testing = testing
        shape = (cast.subjects, len(cast.people))
        self._sums, self._counts = np.zeros(shape), np.zeros(shape, np.int64)
        self.pairs = 0
        self.tested_pairs = 0
        self.false_matches = np.zeros(len(thresholds), np.int64)
        self._judged = np.zeros(shape, np.int64)
        self._accepted = [np.zeros(shape, np.int64) for _ in thresholds]
        self._total = self._squares = 0.0
        self._edges = bin_edges(limits)
        self._ranks = RankCounts(np.unique(np.concatenate([mated, self._edges])), limits)

    def add(self, block: StrangerBlock) -> None:
        """Take in a block of comparisons."""
        scores = block.flat
        self.pairs += len(scores)
        self._total += float(scores.sum())
        self._squares += float(scores @ scores)
        self._ranks.add(scores)
        meant = np.where(block.compared, block.scores, 0.0)
        counts = block.by_person(block.compared, np.int64)
        self._pairwise(block.by_person(meant, np.float64), self._sums)
        self._pairwise(counts, self._counts)
        self._judge(block, counts)

    @property
    def histogram(self) -> Numbers:
        """Counts `(BINS,)` of the scores; those beyond the scale count at its ends."""
        below = self._at(self._ranks.below, self._edges)
        counts: Numbers = np.diff(np.concatenate([[0], below[1:-1], [self.pairs]]))
        return counts

    @property
    def between(self) -> Numbers:
        """`(mated + 1,)`: scores above each sorted mated score and below the next, from those
        below the first one on.
        """
        below = self._at(self._ranks.below, self._mated)
        up_to = self._at(self._ranks.up_to, self._mated)
        before = np.concatenate([[0], up_to])
        counts: Numbers = np.maximum(np.concatenate([below, [self.pairs]]) - before, 0)
        return counts

    @property
    def tied(self) -> Numbers:
        """`(mated + 1,)`: scores equal to each sorted mated score, at the first of equal ones."""
        ranks, first = self._ranks, self.first_of_ties == np.arange(len(self._mated))
        tied = self._at(ranks.up_to, self._mated) - self._at(ranks.below, self._mated)
        return np.concatenate([np.where(first, tied, 0), [0]])

    @property
    def sum_of_scores(self) -> float:
        """Sum over pairs of pictures."""
        return self._total

    @property
    def first_of_ties(self) -> NDArray[np.intp]:
        """For each sorted mated score the place of the first one equal to it."""
        return np.searchsorted(self._mated, self._mated, side="left")

    @property
    def mean(self) -> float:
        """Mean over pairs of people, each weighing the same; NaN without any."""
        means = self.pair_means
        compared = np.isfinite(means)
        return float(means[compared].mean()) if compared.any() else float("nan")

    @property
    def sd_pairs(self) -> float:
        """Standard deviation over pairs of pictures (ddof 1); NaN with fewer than two."""
        if self.pairs < 2:
            return float("nan")
        spread = self._squares - self._total**2 / self.pairs
        return float(np.sqrt(max(spread, 0.0) / (self.pairs - 1)))

    @property
    def pair_means(self) -> Scores:
        """Mean score of every pair of people `(S, T)`; NaN where they were not compared."""
        with np.errstate(invalid="ignore"):
            return np.where(self._counts > 0, self._sums / np.maximum(self._counts, 1), np.nan)

    @property
    def accepted(self) -> Scores:
        """Share of the comparisons of each pair of people above the first threshold `(S, T)`; NaN
        where none were counted.
        """
        with np.errstate(invalid="ignore"):
            if not np.isfinite(self._thresholds[:1]).any():
                return np.full(self._judged.shape, np.nan)
            shares = self._accepted[0] / np.maximum(self._judged, 1)
            return np.where(self._judged > 0, shares, np.nan)

    @cached_property
    def rates(self) -> tuple[FalseMatchRate, ...]:
        """The false match rate at every threshold, once all blocks are taken in."""
        return tuple(self._rate(k) for k in range(len(self._thresholds)))

    def _rate(self, k: int) -> FalseMatchRate:
        if not np.isfinite(self._thresholds[k]):
            return NO_RATE
        above, means = self._accepted[k], self.pair_means
        outcomes = outcomes_of_table(
            above, self._judged, means, self._total_variance, mirrored=self._mirror
        )
        return false_match_rate(outcomes)

    @property
    def _total_variance(self) -> float:
        """Of the scores over pairs of pictures; 0 of a single one."""
        return self.sd_pairs**2 if self.pairs > 1 else 0.0

    def _at(self, counts: Numbers, values: Scores) -> Numbers:
        """Counts of the values among those that are asked for."""
        chosen: Numbers = counts[np.searchsorted(self._ranks.values, values)]
        return chosen

    def _judge(self, block: StrangerBlock, counts: PersonSums[np.int64]) -> None:
        """Count false matches, among those who are tested."""
        if self._testing is not None:
            block = block.among(self._testing)
            counts = block.by_person(block.compared, np.int64)
        self.tested_pairs += len(block.flat)
        self._pairwise(counts, self._judged)
        for k in np.flatnonzero(np.isfinite(self._thresholds)).tolist():
            passed = (block.scores > self._thresholds[k]) & block.compared
            self.false_matches[k] += int(np.count_nonzero(passed))
            self._pairwise(block.by_person(passed, np.int64), self._accepted[k])

    def _pairwise(self, part: PersonSums[Number], sums: NDArray[Number]) -> None:
        """Add sums by pair of people; a pair without roles stands in both places."""
        sums[np.ix_(part.first, part.second)] += part.sums
        if self._mirror:
            back = part.second < self._cast.subjects
            sums[np.ix_(part.second[back], part.first)] += part.sums[:, back].T
