"""How many scores lie below given values: exact, without sorting the scores."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.comparison.scores import Scores

Counts = NDArray[np.int64]

FEW = 3_000
"""Scores up to which a block is simply sorted: the grid's own cost is larger below (ours)."""

STEPS_A_VALUE, MOST_STEPS = 32, 1 << 19
"""Steps of the scale for every value that is asked for, and at most (ours): about one score in
thirty then shares a step with a value, and 4 MB of counts stay in a processor's cache."""


class RankCounts:
    """Numbers of scores below, and up to, values; the scores are taken in block by block.

    The scale is cut into steps. Scores are counted by step, and only those that share a step with
    one of the values are sorted. The step of a score never falls as the score rises, so that the
    numbers are exact whatever is rounded in finding it.

    Args:
        values: `(q,)` ascending, finite.
        limits: lowest and highest score of the scale; scores beyond it count in the last steps.

    Attributes:
        values: as given.
        total: scores taken in.
    """

    def __init__(self, values: Scores, limits: tuple[float, float]) -> None:
        self.values = values
        self._count = min(MOST_STEPS, STEPS_A_VALUE * len(values))
        self._low, self._factor = limits[0], self._count / (limits[1] - limits[0])
        self._below, self._up_to = np.zeros((2, len(values)), np.int64)
        self._by_step: Counts | None = None
        self._before: Counts | None = None
        self.total = 0

    def add(self, scores: Scores) -> None:
        """Take in `(n,)` scores in any order."""
        self.total += len(scores)
        if len(scores) <= FEW:
            self._count_sorted(np.sort(scores))
            return
        steps = self._steps(scores)
        if self._by_step is None:
            self._by_step = np.zeros(self._count, np.int64)
        self._by_step += np.bincount(steps, minlength=self._count)
        self._before = None
        self._count_within_steps(np.sort(scores[self._deciding[steps]]))

    @property
    def below(self) -> Counts:
        """`(q,)`: scores < each value."""
        return self._below + self._before_steps()

    @property
    def up_to(self) -> Counts:
        """`(q,)`: scores <= each value."""
        return self._up_to + self._before_steps()

    @cached_property
    def _step_of_value(self) -> NDArray[np.int32]:
        return self._steps(self.values)

    @cached_property
    def _deciding(self) -> NDArray[np.bool_]:
        """Whether a step holds a value."""
        deciding = np.zeros(self._count, bool)
        deciding[self._step_of_value] = True
        return deciding

    def _steps(self, scores: Scores) -> NDArray[np.int32]:
        places = scores - self._low
        places *= self._factor
        np.clip(places, 0, self._count - 1, out=places)
        return places.astype(np.int32)

    def _count_sorted(self, ranked: Scores) -> None:
        self._below += np.searchsorted(ranked, self.values, side="left")
        self._up_to += np.searchsorted(ranked, self.values, side="right")

    def _count_within_steps(self, ranked: Scores) -> None:
        """Of scores that share steps with values: those in each value's own step."""
        self._count_sorted(ranked)
        before = np.searchsorted(self._steps(ranked), self._step_of_value, side="left")
        self._below -= before
        self._up_to -= before

    def _before_steps(self) -> Counts:
        """`(q,)`: scores in steps before each value's; those of sorted blocks are not in steps."""
        if self._before is None:
            by_step = np.zeros(self._count, np.int64) if self._by_step is None else self._by_step
            self._before = (np.cumsum(by_step) - by_step)[self._step_of_value]
        return self._before
