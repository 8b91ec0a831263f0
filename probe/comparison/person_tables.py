"""Sums over comparisons by pair of people."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.comparison.scores import Scores
from probe.comparison.stranger_block import Numbers, StrangerBlock
from probe.compiling import exact


class PersonTables:
    """Sums by the two people compared: rows are subjects, columns everybody.

    Args:
        subjects: how many people are subjects, S; the first ones.
        people: how many there are, T.
        thresholds: `(k,)`; a comparison passes one if its score is above it, and none that is NaN.

    Attributes:
        scores: `(S, T)` sums of the scores.
        compared: `(S, T)` how many comparisons.
        passed: `(k, S, T)` how many of them pass each threshold.
        squares: sum of the squared scores over everybody.
    """

    def __init__(self, subjects: int, people: int, thresholds: Scores) -> None:
        self._thresholds = thresholds
        self.scores: Scores = np.zeros((subjects, people))
        self.compared: Numbers = np.zeros((subjects, people), np.int64)
        self.passed: Numbers = np.zeros((len(thresholds), subjects, people), np.int64)
        self.squares = 0.0

    def add(self, block: StrangerBlock) -> None:
        """Take in a block; the people on its left are subjects."""
        tables = self.scores, self.compared, self.passed
        second, runs = _runs(block.second)
        self.squares += _add(
            block.scores, block.compared, block.first, second, runs, self._thresholds, tables
        )


def _runs(people: Numbers) -> tuple[Numbers, Numbers]:
    """The people of runs `(r,)`, and where runs begin and the last one ends `(r + 1,)`."""
    ends = np.flatnonzero(np.diff(people)) + 1
    runs = np.concatenate([[0], ends, [len(people)]])
    return people[runs[:-1]], runs


@exact
def _add(
    scores: Scores,
    compared: NDArray[np.bool_],
    first: Numbers,
    second: Numbers,
    runs: Numbers,
    thresholds: Scores,
    tables: tuple[Scores, Numbers, Numbers],
) -> float:
    """Add a rectangle to the tables, and give the sum of the squared scores.

    Args:
        scores: `(m, n)`.
        compared: `(m, n)`.
        first: `(m,)` people of the rows.
        second: `(r,)` people of the runs of columns.
        runs: `(r + 1,)` where the runs begin, and the last one ends.
        thresholds: `(k,)`.
        tables: the sums of scores, of comparisons, and of those above each threshold.
    """
    sums, counts, passed = tables
    squares, lowest = 0.0, np.inf
    for threshold in thresholds:
        lowest = min(lowest, threshold) if threshold == threshold else lowest
    for row in range(len(first)):
        line, meant = scores[row], compared[row]
        squares_of_row = 0.0
        for run in range(len(second)):
            one, other = first[row], second[run]
            total, count = 0.0, 0
            for column in range(runs[run], runs[run + 1]):
                if meant[column]:
                    score = line[column]
                    total += score
                    squares_of_row += score * score
                    count += 1
                    if score > lowest:
                        for k in range(len(thresholds)):
                            passed[k, one, other] += score > thresholds[k]
            sums[one, other] += total
            counts[one, other] += count
        squares += squares_of_row
    return squares
