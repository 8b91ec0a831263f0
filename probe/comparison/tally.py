"""Scores between strangers in one cell, taken in block by block: exact, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, Kind, Side
from probe.comparison.scores import Scores, ScoreSource

BLOCK = 2_000_000
"""Scores held at once."""

EDGES = np.linspace(-1.0, 1.0, 401)
"""Bin edges of the stored histograms."""

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
    wanted = cast.allowed(kind, left, right)
    if once:
        wanted &= left.people[:, None] < right.people[None, :]
    first, second = np.nonzero(wanted)
    found = scores.block(left.rows, right.rows)[first, second]
    return found, left.people[first], right.people[second]


class StrangerTally:
    """What a cell between strangers needs, gathered from blocks.

    Args:
        cast: the cast.
        kind: of the cell.
        mated: the sorted mated scores of the cell, to place strangers among.
        threshold: match iff score > threshold; NaN for none.
    """

    def __init__(self, cast: Cast, kind: Kind, mated: Scores, threshold: float) -> None:
        self._cast = cast
        self._mirror = kind == "alike" or cast.directions == 1
        self._mated = mated
        self._threshold = threshold
        shape = (cast.subjects, len(cast.people))
        self._sums, self._counts = np.zeros(shape), np.zeros(shape, np.int64)
        self.pairs = 0
        self.false_matches = 0
        self._total = self._squares = 0.0
        self.histogram = np.zeros(len(EDGES) - 1, np.int64)
        self.between = np.zeros(len(mated) + 1, np.int64)
        self.tied = np.zeros(len(mated) + 1, np.int64)

    def add(self, scores: Scores, first: Numbers, second: Numbers) -> None:
        """Take in a block of comparisons."""
        if not len(scores):
            return
        self.pairs += len(scores)
        self._total += float(scores.sum())
        self._squares += float(scores @ scores)
        if np.isfinite(self._threshold):
            self.false_matches += int(np.count_nonzero(scores > self._threshold))
        self.histogram += np.histogram(scores, EDGES)[0]
        self._place(scores)
        self._pairwise(scores, first, second)

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
        known = np.isfinite(means)
        return float(means[known].mean()) if known.any() else float("nan")

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

    def _place(self, scores: Scores) -> None:
        """Count strangers between, and tied with, the sorted mated scores."""
        left = np.searchsorted(self._mated, scores, side="left")
        tied = np.searchsorted(self._mated, scores, side="right") > left
        size = len(self.between)
        self.between += np.bincount(left[~tied], minlength=size)
        self.tied += np.bincount(left[tied], minlength=size)

    def _pairwise(self, scores: Scores, first: Numbers, second: Numbers) -> None:
        """Sums by pair of people; a pair without roles stands in both places."""
        self._gather(first, second, scores)
        if self._mirror:
            back = second < self._cast.subjects
            self._gather(second[back], first[back], scores[back])

    def _gather(self, row: Numbers, column: Numbers, scores: Scores) -> None:
        width = len(self._cast.people)
        place, size = row * width + column, self._sums.size
        self._sums += np.bincount(place, scores, size).reshape(self._sums.shape)
        self._counts += np.bincount(place, minlength=size).reshape(self._sums.shape)
