"""Large tables of a study that is under way, kept in a file instead of in memory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.comparison import MatedPairs, Standing
from probe.files.array_file import ArrayFile
from probe.statistics.pair_bands import PairBands

SMALL = 1 << 20
"""Bytes up to which a table stays in memory (ours): a table of 360 people by 360."""


class Spool:
    """Tables in one file without a name: the system reads their pages when they are asked for.

    Args:
        folder: in which the file lies while the study works; None: that of temporary files.
        small: bytes up to which a table stays in memory.
    """

    def __init__(self, folder: Path | None = None, small: int = SMALL) -> None:
        self._folder = folder
        self._small = small
        self._file: ArrayFile | None = None

    def kept(self, table: ArrayLike) -> NDArray[Any]:
        """The same table, in the file where it is large; it cannot be written to then."""
        array = np.ascontiguousarray(table)
        if array.nbytes <= self._small:
            return array
        if self._file is None:
            self._file = ArrayFile(self._folder)
        self._file.append(array)
        return self._file.mapped(-1)

    def pairs(self, pairs: MatedPairs) -> MatedPairs:
        """The same pairs with their scores kept."""
        return pairs.scored(self.kept(pairs.scores))

    def standing(self, standing: Standing) -> Standing:
        """The same standing with its tables by pair of people kept."""
        pairs, accepted = standing.gap.pairs, standing.accepted
        if isinstance(pairs, PairBands) or isinstance(accepted, PairBands):
            return standing  # they lie in a file already
        return replace(
            standing,
            gap=replace(standing.gap, pairs=self.kept(pairs)),
            accepted=None if accepted is None else self.kept(accepted),
        )
