"""How many scores lie below given values: exact, without sorting the scores."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.comparison.scores import Scores
from probe.statistics.places import count_places, scale_of

Counts = NDArray[np.int64]


class RankCounts:
    """Numbers of scores below, and up to, values; the scores are taken in block by block.

    Args:
        values: `(q,)` ascending, finite.

    Attributes:
        values: as given.
    """

    def __init__(self, values: Scores) -> None:
        self.values = values
        self._scale = scale_of(values)
        self._counts = np.zeros(self._scale.places, np.int64)

    def add(self, scores: Scores, meant: NDArray[np.bool_]) -> None:
        """Take in those of `(m, n)` scores that are meant."""
        count_places(scores, meant, self._scale, self._counts)

    @property
    def below(self) -> Counts:
        """`(q,)`: scores < each value."""
        return np.cumsum(self._counts)[:-1:2]

    @property
    def up_to(self) -> Counts:
        """`(q,)`: scores <= each value."""
        return np.cumsum(self._counts)[1::2]
