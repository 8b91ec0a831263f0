"""Scores between strangers in one cell, taken in block by block: exact, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, Kind, Side
from probe.comparison.person_tables import PersonTables
from probe.comparison.rank_counts import RankCounts
from probe.comparison.scores import Scores, ScoreSource, bin_edges
from probe.comparison.stranger_block import Numbers, StrangerBlock
from probe.contracts import COSINE_RANGE
from probe.statistics.fmr import NO_RATE, FalseMatchRate, false_match_rate
from probe.statistics.outcomes import outcomes_of_table

Number = TypeVar("Number", np.int64, np.float64)

BLOCK, WIDTH = 1_000_000, 1_000
"""Scores held at once, 8 MB, and how many of a row (ours): a square takes the fewest vectors for so
many products."""


def stranger_blocks(
    scores: ScoreSource, cast: Cast, kind: Kind, i: int, j: int
) -> Iterator[StrangerBlock]:
    """The comparisons between strangers of a cell, in blocks of at least one comparison."""
    for left, right, once in cast.rectangles(kind, i, j):
        step = max(1, BLOCK // max(1, min(WIDTH, len(right.rows))))
        for part in left.parts(step):
            others = right.after_person(part.people[0]) if once else right
            for other in others.parts(WIDTH):
                block = _block(scores, cast, kind, part, other, once)
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

    Figures are asked for once all blocks are taken in.
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
        self._mirror = kind == "alike" or cast.directions == 1
        self._mated = mated
        self._thresholds = np.asarray(thresholds, np.float64)
        self._testing = testing
        self._tables = PersonTables(cast.subjects, len(cast.people), self._thresholds)
        self._edges = bin_edges(limits)
        self._ranks = RankCounts(np.unique(np.concatenate([mated, self._edges])))
        self.pairs = 0

    def add(self, block: StrangerBlock) -> None:
        """Take in a block of comparisons."""
        self.pairs += int(np.count_nonzero(block.compared))
        self._tables.add(block)
        self._ranks.add(block.scores, block.compared)

    @cached_property
    def tested_pairs(self) -> int:
        """Comparisons among whom false matches are counted."""
        return int(self._tested(self._tables.compared).sum())

    @cached_property
    def false_matches(self) -> Numbers:
        """`(thresholds,)`: comparisons above each of them."""
        passed = [self._tested(table).sum() for table in self._tables.passed]
        return np.array(passed, np.int64)

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

    @cached_property
    def sum_of_scores(self) -> float:
        """Sum over pairs of pictures."""
        return float(self._tables.scores.sum())

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
        spread = self._tables.squares - self.sum_of_scores**2 / self.pairs
        return float(np.sqrt(max(spread, 0.0) / (self.pairs - 1)))

    @cached_property
    def pair_means(self) -> Scores:
        """Mean score of every pair of people `(S, T)`; NaN where they were not compared."""
        sums, counts = self._tables.scores, self._tables.compared
        return _shares(self._both_ways(sums), self._both_ways(counts))

    @property
    def accepted(self) -> Scores:
        """Share of the comparisons of each pair of people above the first threshold `(S, T)`; NaN
        where none were counted.
        """
        if not np.isfinite(self._thresholds[:1]).any():
            return np.full(self._judged.shape, np.nan)
        return _shares(self._accepted(0), self._judged)

    @cached_property
    def rates(self) -> tuple[FalseMatchRate, ...]:
        """The false match rate at every threshold, once all blocks are taken in."""
        return tuple(self._rate(k) for k in range(len(self._thresholds)))

    def _rate(self, k: int) -> FalseMatchRate:
        if not np.isfinite(self._thresholds[k]):
            return NO_RATE
        outcomes = outcomes_of_table(
            self._accepted(k),
            self._judged,
            self.pair_means,
            self._total_variance,
            mirrored=self._mirror,
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

    @cached_property
    def _judged(self) -> Numbers:
        """`(S, T)`: comparisons of each pair of people among those who are tested."""
        return self._both_ways(self._tested(self._tables.compared))

    def _accepted(self, k: int) -> Numbers:
        """`(S, T)`: those of them above a threshold."""
        return self._both_ways(self._tested(self._tables.passed[k]))

    def _tested(self, table: Numbers) -> Numbers:
        """A table `(S, T)` with nothing but the pairs of people of whom both are tested."""
        if self._testing is None:
            return table
        return table * (self._testing[: len(table), None] & self._testing)

    def _both_ways(self, table: NDArray[Number]) -> NDArray[Number]:
        """A table `(S, T)` in which a pair of subjects without roles stands in both places."""
        if not self._mirror:
            return table
        whole = table.copy()
        whole[:, : len(table)] += table[:, : len(table)].T
        return whole


def _shares(parts: NDArray[Number], counts: Numbers) -> Scores:
    """Parts of counts; NaN where nothing was counted."""
    shares: Scores = np.full(counts.shape, np.nan)
    np.divide(parts, counts, out=shares, where=counts > 0)
    return shares
