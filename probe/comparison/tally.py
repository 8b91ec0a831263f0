"""Scores between strangers in one cell, taken in block by block: exact, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.comparison.banded_people import BandedPeople
from probe.comparison.cast import Cast, Kind, Side
from probe.comparison.person_band import band_size
from probe.comparison.rank_counts import RankCounts
from probe.comparison.scores import Scores, ScoreSource, bin_edges
from probe.comparison.stranger_block import Numbers, StrangerBlock
from probe.comparison.tabled_people import TabledPeople
from probe.contracts import COSINE_RANGE
from probe.statistics.fmr import NO_RATE, FalseMatchRate, false_match_rate
from probe.statistics.pair_bands import PairBands

BLOCK, WIDTH = 1008**2, 1008
"""Scores held at once, 8 MB, and how many of a row (ours): a square takes the fewest vectors for so
many products, and has whole tiles (`probe.comparison.tiled_products`)."""


def stranger_blocks(
    scores: ScoreSource, cast: Cast, kind: Kind, i: int, j: int
) -> Iterator[StrangerBlock]:
    """The comparisons between strangers of a cell, in blocks of at least one comparison.

    On the left stand subjects: those of condition i first, then, with others in the role of
    stranger, those of condition j.
    """
    for left, right, once in cast.rectangles(kind, i, j):
        yield from _blocks(scores, cast, kind, left, right, once)


def tally_blocks(
    scores: ScoreSource, cast: Cast, kind: Kind, i: int, j: int
) -> Iterator[StrangerBlock]:
    """The same comparisons in the order in which a `StrangerTally` takes them in: of very many
    people (`band_size`) in bands, in which it is not told who stands in which condition.
    """
    if size := band_size(cast, kind):
        return banded_blocks(scores, cast, kind, i, j, size)
    return stranger_blocks(scores, cast, kind, i, j)


def banded_blocks(
    scores: ScoreSource, cast: Cast, kind: Kind, i: int, j: int, size: int
) -> Iterator[StrangerBlock]:
    """The same comparisons, those of a band of so many subjects after each other: whoever has the
    lower number stands on the left.
    """
    rectangles = list(cast.rectangles(kind, i, j))
    ways = rectangles + [(right, left, once) for left, right, once in rectangles if not once]
    for start in range(0, cast.subjects, size):
        for left, right, _ in ways:
            band = left.of_people(start, min(start + size, cast.subjects))
            yield from _blocks(scores, cast, kind, band, right, once=True)


def _blocks(
    scores: ScoreSource, cast: Cast, kind: Kind, left: Side, right: Side, once: bool
) -> Iterator[StrangerBlock]:
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
        folder: where figures by pair of very many people lie; None: that of temporary files.
        shares: whether `accepted` is going to be asked for.

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
        folder: Path | None = None,
        *,
        shares: bool = True,
    ) -> None:
        self._mated = mated
        self._thresholds = np.asarray(thresholds, np.float64)
        self._people: TabledPeople | BandedPeople
        if size := band_size(cast, kind):
            self._people = BandedPeople(
                cast, size, self._thresholds, testing, folder, shares=shares
            )
        else:
            self._people = TabledPeople(cast, kind, self._thresholds, testing)
        self._edges = bin_edges(limits)
        self._ranks = RankCounts(np.unique(np.concatenate([mated, self._edges])))
        self.pairs = 0

    def add(self, block: StrangerBlock) -> None:
        """Take in a block of comparisons (see `tally_blocks`)."""
        self.pairs += int(np.count_nonzero(block.compared))
        self._people.add(block)
        self._ranks.add(block.scores, block.compared)

    @property
    def tested_pairs(self) -> int:
        """Comparisons among whom false matches are counted."""
        return self._people.tested_pairs

    @property
    def false_matches(self) -> Numbers:
        """`(thresholds,)`: comparisons above each of them."""
        return self._people.false_matches

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
        return self._people.sum_of_scores

    @property
    def first_of_ties(self) -> NDArray[np.intp]:
        """For each sorted mated score the place of the first one equal to it."""
        return np.searchsorted(self._mated, self._mated, side="left")

    @property
    def mean(self) -> float:
        """Mean over pairs of people, each weighing the same; NaN without any."""
        return self._people.mean

    @property
    def subject_means(self) -> Scores:
        """`(S,)`: mean over the people each subject was compared with; NaN for none."""
        return self._people.subject_means

    @property
    def sd_pairs(self) -> float:
        """Standard deviation over pairs of pictures (ddof 1); NaN with fewer than two."""
        if self.pairs < 2:
            return float("nan")
        spread = self._people.squares - self.sum_of_scores**2 / self.pairs
        return float(np.sqrt(max(spread, 0.0) / (self.pairs - 1)))

    @property
    def pair_means(self) -> Scores | PairBands:
        """Mean score of every pair of people `(S, T)`; NaN where they were not compared."""
        return self._people.pair_means

    @property
    def accepted(self) -> Scores | PairBands:
        """Share of the comparisons of each pair of people above the first threshold `(S, T)`; NaN
        where none were counted.
        """
        return self._people.accepted

    @cached_property
    def rates(self) -> tuple[FalseMatchRate, ...]:
        """The false match rate at every threshold, once all blocks are taken in."""
        return tuple(self._rate(k) for k in range(len(self._thresholds)))

    def _rate(self, k: int) -> FalseMatchRate:
        if not np.isfinite(self._thresholds[k]):
            return NO_RATE
        return false_match_rate(self._people.outcomes(k, self._total_variance))

    @property
    def _total_variance(self) -> float:
        """Of the scores over pairs of pictures; 0 of a single one."""
        return self.sd_pairs**2 if self.pairs > 1 else 0.0

    def _at(self, counts: Numbers, values: Scores) -> Numbers:
        """Counts of the values among those that are asked for."""
        chosen: Numbers = counts[np.searchsorted(self._ranks.values, values)]
        return chosen
