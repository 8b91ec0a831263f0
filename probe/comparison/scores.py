"""Scores of pairs of pictures: cosines of vectors, or a pair scorer's matrix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from probe.contracts import PairScorer, Pictures
from probe.embedding.embed import Embeddings
from probe.errors import BackboneError, ComparisonError

ALL_AT_ONCE = 4096
"""Pictures up to which all cosines are kept (128 MiB)."""

Rows = NDArray[np.int64]
Scores = NDArray[np.float64]


class ScoreSource(Protocol):
    """Gives the score of any two pictures; higher means more alike."""

    @property
    def row(self) -> Mapping[str, int]:
        """Image id -> number of the picture."""
        ...

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Scores `float64 (len(rows), len(columns))`."""
        ...


@dataclass(frozen=True, eq=False)
class VectorScores:
    """Cosines of unit-length vectors, computed in float64 from the float32 vectors."""

    embeddings: Embeddings

    @property
    def row(self) -> Mapping[str, int]:
        """Image id -> row of the vectors."""
        return self.embeddings.row

    @cached_property
    def _unit(self) -> NDArray[np.float64]:
        exact = self.embeddings.vectors.astype(np.float64)
        unit: NDArray[np.float64] = exact / np.linalg.norm(exact, axis=1, keepdims=True)
        return unit

    @cached_property
    def _all(self) -> NDArray[np.float64] | None:
        """Every cosine at once, where that is little: cells then only pick theirs."""
        if len(self._unit) > ALL_AT_ONCE:
            return None
        found: NDArray[np.float64] = np.clip(self._unit @ self._unit.T, -1.0, 1.0)
        return found

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Cosines `float64 (len(rows), len(columns))`, -1..1."""
        if self._all is not None:
            picked: Scores = self._all[np.ix_(rows, columns)]
            return picked
        found: Scores = np.clip(self._unit[rows] @ self._unit[columns].T, -1.0, 1.0)
        return found


@dataclass(frozen=True, eq=False)
class MatrixScores:
    """Scores of every picture with every other, as a pair scorer gave them.

    Attributes:
        ids: image ids.
        matrix: `float32 (n, n)`, symmetric.
    """

    ids: tuple[str, ...]
    matrix: NDArray[np.float32]

    def __post_init__(self) -> None:
        if self.matrix.shape != (len(self.ids), len(self.ids)):
            raise ComparisonError(f"{len(self.ids)} pictures but scores {self.matrix.shape}")
        if not np.isfinite(self.matrix).all():
            raise BackboneError("a score is NaN or infinite")

    @cached_property
    def row(self) -> Mapping[str, int]:
        """Image id -> row of the matrix."""
        return {image: index for index, image in enumerate(self.ids)}

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Scores `float64 (len(rows), len(columns))`."""
        found: Scores = self.matrix[np.ix_(rows, columns)].astype(np.float64)
        return found


def pair_scores(
    scorer: PairScorer,
    ids: tuple[str, ...],
    pictures: Pictures,
    progress: Callable[[int, int], None] | None = None,
) -> MatrixScores:
    """Score every picture with every other; the mean of both orders, so that it is symmetric.

    Args:
        scorer: the pairwise network.
        ids: image ids, n of them.
        pictures: `uint8 (n, h, w, 3)` at the card's input size.
        progress: told (rows done, n).

    Raises:
        BackboneError: a score is not finite or the scorer returns the wrong number of them.
    """
    count = len(ids)
    matrix = np.empty((count, count), np.float32)
    for index in range(count):
        first = np.broadcast_to(pictures[index], pictures.shape)
        scores = np.asarray(scorer.score(np.ascontiguousarray(first), pictures))
        if scores.shape != (count,):
            raise BackboneError(
                f"{count} pairs gave scores of shape {scores.shape}", place=scorer.card.name
            )
        matrix[index] = scores
        if progress:
            progress(index + 1, count)
    return MatrixScores(ids, ((matrix + matrix.T) / 2).astype(np.float32))
