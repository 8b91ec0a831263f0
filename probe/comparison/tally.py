"""Scores between strangers in one cell, taken in block by block: exact, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, Kind, Side
from probe.comparison.scores import BINS, Scores, ScoreSource, binned
from probe.contracts import COSINE_RANGE

BLOCK = 2_000_000
"""Scores held at once: 16 MB a block (ours; larger blocks are no faster, smaller ones cost
calls)."""

Numbers = NDArray[np.int64]


def stranger_blocks(
    scores: ScoreSource, cast: Cast, kind: Kind, i: int, j: int
) -> Iterator[tuple[Scores, Numbers, Numbers]]:
    """The comparisons between strangers of a cell: scores and the numbers of the two people."""
    for left, right, once in cast.rectangles(kind, i, j):
        step = max(1, BLOCK // max(1, len(right.rows)))
        for start in range(0, len(left.rows), step):
            part = left.part(start, start + step)
            yield _block(scores, cast, kind, part, right, once)


def _block(
    scores: ScoreSource, cast: Cast, kind: Kind, left: Side, right: Side, once: bool
) -> tuple[Scores, Numbers, Numbers]:
    compared = cast.allowed(kind, left, right)
    if once:
        compared &= left.people[:, None] < right.people[None, :]
    first, second = np.nonzero(compared)
    values = scores.block(left.rows, right.rows)[first, second]
    return values, left.people[first], right.people[second]


class StrangerTally:
    """What a cell between strangers needs, gathered from blocks.

    Args:
        cast: the cast.
        kind: of the cell.
        mated: the sorted mated scores of the cell, to place strangers among.
        thresholds: match iff score > threshold; NaN for none. The first one's false matches are
            kept by pair of people too.
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
        self._accepted, self._judged = np.zeros(shape), np.zeros(shape, np.int64)
        self._total = self._squares = 0.0
        self.histogram = np.zeros(BINS, np.int64)
        self._limits = limits
        self.between = np.zeros(len(mated) + 1, np.int64)
        self.tied = np.zeros(len(mated) + 1, np.int64)

    def add(self, scores: Scores, first: Numbers, second: Numbers) -> None:
        """Take in a block of comparisons."""
        if not len(scores):
            return
        self.pairs += len(scores)
        self._total += float(scores.sum())
        self._squares += float(scores @ scores)
        self._judge(scores, first, second)
        self.histogram += binned(scores, self._limits)
        self._place(scores)
        self._pairwise(scores, first, second, self._sums, self._counts)

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
            shares = self._accepted / np.maximum(self._judged, 1)
            return np.where(self._judged > 0, shares, np.nan)

    def _judge(self, scores: Scores, first: Numbers, second: Numbers) -> None:
        """Count false matches, among those who are tested."""
        if self._testing is not None:
            chosen = self._testing[first] & self._testing[second]
            scores, first, second = scores[chosen], first[chosen], second[chosen]
        self.tested_pairs += len(scores)
        for k, threshold in enumerate(self._thresholds):
            self.false_matches[k] += int(np.count_nonzero(scores > threshold))
        if len(self._thresholds) and np.isfinite(self._thresholds[0]):
            passed = (scores > self._thresholds[0]).astype(np.float64)
            self._pairwise(passed, first, second, self._accepted, self._judged)

    def _place(self, scores: Scores) -> None:
        """Count strangers between, and tied with, the sorted mated scores."""
        left = np.searchsorted(self._mated, scores, side="left")
        tied = np.searchsorted(self._mated, scores, side="right") > left
        size = len(self.between)
        self.between += np.bincount(left[~tied], minlength=size)
        self.tied += np.bincount(left[tied], minlength=size)

    def _pairwise(
        self, values: Scores, first: Numbers, second: Numbers, sums: Scores, counts: Numbers
    ) -> None:
        """Sums by pair of people; a pair without roles stands in both places."""
        self._gather(first, second, values, sums, counts)
        if self._mirror:
            back = second < self._cast.subjects
            self._gather(second[back], first[back], values[back], sums, counts)

    def _gather(
        self, row: Numbers, column: Numbers, values: Scores, sums: Scores, counts: Numbers
    ) -> None:
        width = len(self._cast.people)
        place, size = row * width + column, sums.size
        sums += np.bincount(place, values, size).reshape(sums.shape)
        counts += np.bincount(place, minlength=size).reshape(sums.shape)
