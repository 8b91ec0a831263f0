"""Thresholds of more scores than can be listed: counts on a fine grid, then the scores that decide.

A threshold is the score of a rank, with and without each person; all these ranks lie close
together. A first pass counts scores by steps of a grid and says which steps hold those ranks; a
second one keeps the scores of these steps alone, and counts those above them by person. The step
of a score never falls as the score rises, so that ranks are exact.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.places import step_of
from probe.statistics.threshold import allowed_false_matches

STEPS = 1 << 20
"""Steps of the grid (ours: 8 MB of counts; a step holds about a hundred-thousandth of the scores,
where they are dense)."""

Flags = NDArray[np.bool_]


class ScoreGrid:
    """Counts scores between people by steps; they are taken in block by block.

    Args:
        people: how many people there are.
        limits: lowest and highest score of the scale; scores beyond stand in the end steps.

    Attributes:
        counts: `(STEPS,)` scores in each step.
        involving: `(people,)` how many each person takes part in.
    """

    def __init__(self, people: int, limits: tuple[float, float]) -> None:
        self.low, high = limits
        self.counts: Integers = np.zeros(STEPS, np.int64)
        self.factor = STEPS / (high - self.low)
        self.involving: Integers = np.zeros(people, np.int64)
        self._origin: float | None = None
        self._sums = np.zeros(2)

    def add(self, scores: Floats, meant: Flags, first: Integers, second: Integers) -> None:
        """Take in a rectangle of scores.

        Args:
            scores: `(m, n)`; of any value where they are not meant.
            meant: `(m, n)` which of them count.
            first: `(m,)` numbers of the people of the rows.
            second: `(n,)` of the columns.
        """
        if self._origin is None:  # near the mean, so that squares keep their digits
            self._origin = float(scores[meant].mean()) if meant.any() else None
        scale = self.low, self.factor, self._origin or 0.0
        _count(scores, meant, scale, self.counts, self._sums)
        np.add.at(self.involving, first, meant.sum(axis=1))
        np.add.at(self.involving, second, meant.sum(axis=0))

    @property
    def comparisons(self) -> int:
        """How many scores there are, N."""
        return int(self.involving.sum()) // 2

    @property
    def mean(self) -> float:
        """Mean score; 0 without any."""
        return (self._origin or 0.0) + float(self._sums[0]) / max(1, self.comparisons)

    @property
    def variance(self) -> float:
        """Variance of the scores; 0 without any."""
        mean, square = self._sums / max(1, self.comparisons)
        return max(0.0, float(square - mean**2))

    def window(self, fmr: float) -> Window:
        """What keeps the scores that can be the threshold for a false match rate.

        Args:
            fmr: the rate, 0..1; there is at least one score.
        """
        most = int(self.involving.max())
        highest = allowed_false_matches(fmr, self.comparisons - most)
        lowest = min(allowed_false_matches(fmr, self.comparisons) + most, self.comparisons - 1)
        reached = np.cumsum(self.counts[::-1])  # how many scores down to each step from the top
        top, bottom = (
            len(reached) - 1 - int(np.searchsorted(reached, rank, side="right"))
            for rank in (highest, lowest)
        )
        return Window(self, bottom, max(top, bottom))


class Window:
    """The scores of some steps with their people, and how many scores lie above these.

    Args:
        grid: that the steps are of.
        bottom, top: the lowest and the highest of them.

    Attributes:
        kept: how many scores there are in them.
    """

    def __init__(self, grid: ScoreGrid, bottom: int, top: int) -> None:
        self._scale = grid.low, grid.factor, float(len(grid.counts) - 1)
        self._steps = bottom, top
        self.kept = int(grid.counts[bottom : top + 1].sum())
        self._scores = np.empty(self.kept)
        self._people = np.empty((2, self.kept), np.int32)
        self._above = np.zeros(len(grid.involving), np.int64)
        self._taken = self._skipped = 0

    def add(self, scores: Floats, meant: Flags, first: Integers, second: Integers) -> None:
        """Take in a rectangle of scores, as `ScoreGrid.add`."""
        self._taken, above = _keep(
            scores, meant, (first, second), self._scale, self._steps,
            (self._scores, self._people, self._taken), self._above,
        )  # fmt: skip
        self._skipped += above

    def rank(self) -> None:
        """Sort what was kept, once everything is taken in."""
        order = np.argsort(-self._scores, kind="stable")
        self._scores, self._people = self._scores[order], self._people[:, order]

    def without(self, person: int, rank: int) -> float:
        """The score of a rank (from 0) among all without a person; -1 for nobody."""
        one, other = self._people
        left = np.flatnonzero((one != person) & (other != person))
        above = self._skipped - (int(self._above[person]) if person >= 0 else 0)
        return float(self._scores[left[rank - above]])


@exact
def _count(
    scores: Floats,
    meant: Flags,
    scale: tuple[float, float, float],
    counts: Integers,
    sums: Floats,
) -> None:
    """Count scores by steps, and add them and their squares, less an origin, to sums.

    Args:
        scores: as of `ScoreGrid.add`.
        meant: likewise.
        scale: the lowest score, steps a unit of score, and the origin.
        counts: `(STEPS,)`, added to.
        sums: `(2,)`, added to.
    """
    low, factor, origin = scale
    last = float(len(counts) - 1)
    for row in range(scores.shape[0]):
        total = squares = 0.0
        for column in range(scores.shape[1]):
            if meant[row, column]:
                score = scores[row, column]
                total += score - origin
                squares += (score - origin) * (score - origin)
                counts[step_of(score, low, factor, last)] += 1
        sums[0] += total
        sums[1] += squares


@exact
def _keep(
    scores: Floats,
    meant: Flags,
    people: tuple[Integers, Integers],
    scale: tuple[float, float, float],
    steps: tuple[int, int],
    kept: tuple[Floats, NDArray[np.int32], int],
    above: Integers,
) -> tuple[int, int]:
    """Keep the scores of some steps, count those above them by person.

    Args:
        scores: as of `ScoreGrid.add`.
        meant: likewise.
        people: of the rows and of the columns.
        scale: the lowest score, steps a unit of score, and the last step.
        steps: the lowest and the highest that are kept.
        kept: scores and people that are kept, and how many there are yet.
        above: `(people,)`, added to.

    Returns:
        how many are kept now, and how many scores were above.
    """
    values, pairs, count = kept
    skipped = 0
    for row in range(scores.shape[0]):
        for column in range(scores.shape[1]):
            step = step_of(scores[row, column], scale[0], scale[1], scale[2])
            if step < steps[0] or not meant[row, column]:
                continue
            one, other = people[0][row], people[1][column]
            if step > steps[1]:
                above[one] += 1
                above[other] += 1
                skipped += 1
            else:
                values[count] = scores[row, column]
                pairs[0, count], pairs[1, count] = one, other
                count += 1
    return count, skipped
