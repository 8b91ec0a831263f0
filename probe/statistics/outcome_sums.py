"""Sums over pairs of people that a false match rate and its interval need, taken in row by row.

With ten thousand people a table of all pairs of people is a gigabyte, and there would be several.
Nothing that `probe.statistics.fmr` asks of pairs of people needs more of them than these sums.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from probe.compiling import exact
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.outcomes import Products


@dataclass(frozen=True, eq=False)
class OutcomeSums:
    """What `probe.statistics.outcomes.Outcomes` says, without an entry for each pair of people.

    A pair of people has one entry: nobody is compared in both roles.

    Attributes:
        entries: pairs of people that were compared, n.
        met: `(people,)` entries of each person.
        compared: `(people,)` comparisons of each person.
        above: `(people,)` those of them above the threshold.
        pairs: entries with at least one of these.
        carriers: people in those entries.
        means: `(people,)` sums of the mean scores of each person's entries, less the origin.
        squares: sum over entries of their squared mean scores, less the origin.
        weighted: sums over entries of the comparisons squared, of comparisons times mean score,
            and of comparisons times squared mean score, `(3,)`; less the origin.
        variance: of the scores over all comparisons.
        subjects: how many people are subjects, the first.
    """

    entries: int
    met: Integers
    compared: Integers
    above: Integers
    pairs: int
    carriers: int
    means: Floats
    squares: float
    weighted: Floats
    variance: float
    subjects: int

    @property
    def comparisons(self) -> int:
        """How many comparisons there are; each stands with two people."""
        return int(self.compared.sum()) // 2

    @property
    def false_matches(self) -> int:
        """How many of them lie above the threshold."""
        return int(self.above.sum()) // 2

    @property
    def rate(self) -> float:
        """Share of the comparisons above the threshold; NaN without any."""
        return self.false_matches / self.comparisons if self.comparisons else float("nan")

    @property
    def taking_part(self) -> Integers:
        """Numbers of the people who were compared, ascending."""
        return np.flatnonzero(self.met)

    @property
    def by_person(self) -> tuple[Floats, Floats]:
        """`(people,)`: comparisons above the threshold, and comparisons, of each person."""
        return self.above.astype(np.float64), self.compared.astype(np.float64)

    @property
    def carrying(self) -> tuple[int, int]:
        """Pairs of people with at least one false match, and the people in them."""
        return self.pairs, self.carriers

    @property
    def spread(self) -> float:
        """Variance of the means of entries, each weighing as its comparisons."""
        total = self.comparisons
        return max(0.0, float(self.weighted[2] / total - (self.weighted[1] / total) ** 2))

    def pair_products(self, alone: float, itself: float) -> float:
        """Sum over entries of their squared weight times (alone / comparisons + itself)."""
        total = self.comparisons
        return (alone * total + itself * float(self.weighted[0])) / total**2

    def products_of_weights(self) -> Products:
        """Sums of products of the share of all comparisons that an entry has."""
        total = self.comparisons
        itself = float(self.weighted[0]) / total**2
        return itself, 0.0, _sharing_one(self.compared / total, itself)

    def products_of_ones(self) -> Products:
        """Sums of products of 1 / n of entries."""
        itself = 1.0 / self.entries
        return itself, 0.0, _sharing_one(self.met / self.entries, itself)

    def products_of_deviations(self) -> Products:
        """Sums of products of how far means lie from the mean of all, over n."""
        count, mean = self.entries, float(self.means.sum()) / 2 / self.entries
        itself = max(0.0, self.squares - count * mean**2) / count**2
        return itself, 0.0, _sharing_one((self.means - self.met * mean) / count, itself)


def _sharing_one(sums: Floats, itself: float) -> float:
    """Sum of products of entries that share one person, from the sums of each person."""
    return float(sums @ sums) - 2 * itself


class OutcomeRows:
    """Gathers `OutcomeSums` at several thresholds from rows of pairs of people.

    Args:
        people: how many there are.
        subjects: how many of them are subjects, the first.
        thresholds: how many thresholds there are.
        origin: a score near the mean, so that squares keep their digits.
    """

    def __init__(self, people: int, subjects: int, thresholds: int, origin: float) -> None:
        self._subjects, self._origin = subjects, origin
        self._met, self._compared = np.zeros((2, people), np.int64)
        self._above = np.zeros((thresholds, people), np.int64)
        self._carriers = np.zeros((thresholds, people), np.bool_)
        self._pairs = np.zeros(thresholds, np.int64)
        self._means, self._sums = np.zeros(people), np.zeros(5)

    def add(self, first: int, scores: Floats, compared: Integers, passed: Integers) -> None:
        """Take in the pairs of some people, one row each.

        Args:
            first: number of the person of the first row, and of the first column; the others
                follow.
            scores: `(rows, people - first)` sums of the scores.
            compared: `(rows, people - first)` comparisons; 0 where two people were not compared.
            passed: `(thresholds, rows, people - first)` those above each threshold.
        """
        _take_in(
            first, (scores, compared, passed), self._origin, (self._met, self._compared),
            (self._above, self._carriers, self._pairs), (self._means, self._sums),
        )  # fmt: skip

    def sums(self, k: int, variance: float) -> OutcomeSums:
        """What was taken in, at one threshold.

        Args:
            k: number of the threshold.
            variance: of the scores over all comparisons.
        """
        return OutcomeSums(
            int(self._met.sum()) // 2, self._met, self._compared, self._above[k],
            int(self._pairs[k]), int(self._carriers[k].sum()), self._means,
            float(self._sums[0]), self._sums[1:4], variance, self._subjects,
        )  # fmt: skip


@exact
def _take_in(
    start: int,
    rows: tuple[Floats, Integers, Integers],
    origin: float,
    counts: tuple[Integers, Integers],
    passing: tuple[Integers, np.ndarray, Integers],
    moments: tuple[Floats, Floats],
) -> None:
    """Add rows to sums.

    Args:
        start: number of the person of the first row and column.
        rows: sums of scores, comparisons, and those above each threshold.
        origin: is taken from every mean.
        counts: entries and comparisons of each person.
        passing: comparisons above each threshold by person, whether somebody has one, and pairs
            that do.
        moments: of the means by person; and of all entries: squares, then as `weighted`.
    """
    scores, compared, passed = rows
    met, all_compared = counts
    above, carriers, pairs = passing
    means, sums = moments
    for row in range(scores.shape[0]):
        one = start + row
        for column in range(scores.shape[1]):
            count = compared[row, column]
            if count == 0:
                continue
            other = start + column
            mean = scores[row, column] / count - origin
            for person in (one, other):
                met[person] += 1
                all_compared[person] += count
                means[person] += mean
            sums[0] += mean * mean
            sums[1] += float(count) * float(count)
            sums[2] += count * mean
            sums[3] += count * mean * mean
            for k in range(passed.shape[0]):
                matches = passed[k, row, column]
                if matches > 0:
                    above[k, one] += matches
                    above[k, other] += matches
                    carriers[k, one] = carriers[k, other] = True
                    pairs[k] += 1
