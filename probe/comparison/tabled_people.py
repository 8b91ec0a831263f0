"""What the comparisons between strangers of a cell say of pairs of people, from tables of all."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, Kind
from probe.comparison.person_tables import PersonTables
from probe.comparison.scores import Scores
from probe.comparison.stranger_block import Numbers, StrangerBlock
from probe.statistics.outcomes import StrangerOutcomes, outcomes_of_table

Number = TypeVar("Number", np.int64, np.float64)
Flags = NDArray[np.bool_]


class TabledPeople:
    """Comparisons by pair of people. Figures are asked for once all blocks are taken in.

    Args:
        cast: the cast.
        kind: of the cell.
        thresholds: `(k,)`; match iff score > threshold; NaN for none.
        testing: `(people,)` among whom false matches are counted; None: everybody.
    """

    def __init__(
        self, cast: Cast, kind: Kind, thresholds: Scores, testing: Flags | None = None
    ) -> None:
        self._mirror = kind == "alike" or cast.directions == 1
        self._thresholds, self._testing = thresholds, testing
        self._tables = PersonTables(cast.subjects, len(cast.people), thresholds)

    def add(self, block: StrangerBlock) -> None:
        """Take in a block; the people on its left are subjects."""
        self._tables.add(block)

    @cached_property
    def tested_pairs(self) -> int:
        """Comparisons among whom false matches are counted."""
        return int(self._tested(self._tables.compared).sum())

    @cached_property
    def false_matches(self) -> Numbers:
        """`(k,)`: those of them above each threshold."""
        passed = [self._tested(table).sum() for table in self._tables.passed]
        return np.array(passed, np.int64)

    @cached_property
    def sum_of_scores(self) -> float:
        """Sum over pairs of pictures."""
        return float(self._tables.scores.sum())

    @property
    def squares(self) -> float:
        """Sum of the squared scores."""
        return self._tables.squares

    @property
    def mean(self) -> float:
        """Mean over pairs of people, each weighing the same; NaN without any."""
        means = self.pair_means
        compared = np.isfinite(means)
        return float(means[compared].mean()) if compared.any() else float("nan")

    @property
    def subject_means(self) -> Scores:
        """`(S,)`: mean over the people each subject was compared with; NaN for none."""
        rows = ((row, np.isfinite(row)) for row in self.pair_means)
        return np.array([row[met].mean() if met.any() else np.nan for row, met in rows])

    @cached_property
    def pair_means(self) -> Scores:
        """Mean score of every pair of people `(S, T)`; NaN where they were not compared."""
        sums, counts = self._tables.scores, self._tables.compared
        return shares_of(self._both_ways(sums), self._both_ways(counts))

    @property
    def accepted(self) -> Scores:
        """Share of the comparisons of each pair of people above the first threshold `(S, T)`; NaN
        where none were counted.
        """
        if not np.isfinite(self._thresholds[:1]).any():
            return np.full(self._judged.shape, np.nan)
        return shares_of(self._accepted(0), self._judged)

    def outcomes(self, k: int, variance: float) -> StrangerOutcomes:
        """The comparisons at a threshold.

        Args:
            k: number of the threshold.
            variance: of the scores over all comparisons.
        """
        return outcomes_of_table(
            self._accepted(k), self._judged, self.pair_means, variance, mirrored=self._mirror
        )

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


def shares_of(parts: NDArray[Number], counts: Numbers) -> Scores:
    """Parts of counts; NaN where nothing was counted."""
    found: Scores = np.full(counts.shape, np.nan)
    np.divide(parts, counts, out=found, where=counts > 0)
    return found
