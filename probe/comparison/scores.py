"""Scores of pairs of pictures: cosines of vectors, or those a pair scorer gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from probe.comparison.tiled_products import tiled_products
from probe.contracts import COSINE_RANGE
from probe.embedding.embed import Embeddings
from probe.errors import BackboneError, ComparisonError
from probe.wording import Message, refusal

ALL_AT_ONCE = 4096
"""Pictures up to which all cosines are kept (ours: 128 MiB of float64; beyond, rows are made as
they are asked for)."""

ROWS_AT_ONCE = 4096
"""Vectors whose lengths are taken together (ours): 16 MB for 512 numbers."""

Rows = NDArray[np.int64]
Scores = NDArray[np.float64]


BINS = 400
"""Bins of the stored histograms (ours): 0.005 wide on the scale of cosines, finer than the kernel
that reports smooth them by."""


class ScoreSource(Protocol):
    """Gives the score of any two pictures; higher means more alike."""

    @property
    def row(self) -> Mapping[str, int]:
        """Image id -> number of the picture."""
        ...

    @property
    def limits(self) -> tuple[float, float]:
        """Lowest and highest score of the scale."""
        ...

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Scores `float64 (len(rows), len(columns))`."""
        ...

    def paired(self, first: Rows, second: Rows) -> Scores:
        """Scores `float64 (n,)` of n pairs of pictures."""
        ...


@dataclass(frozen=True, eq=False)
class VectorScores:
    """Cosines of unit-length vectors, computed in float64 from the float32 vectors."""

    embeddings: Embeddings
    limits: tuple[float, float] = COSINE_RANGE

    @property
    def row(self) -> Mapping[str, int]:
        """Image id -> row of the vectors."""
        return self.embeddings.row

    def of_part(self, where: slice) -> PartOfVectors:
        """The cosines of a part of the vectors alone.

        Args:
            where: the part's place in a vector.
        """
        part = self.embeddings.vectors[:, where].astype(np.float64)
        length = np.linalg.norm(part, axis=1, keepdims=True)
        return PartOfVectors(self.row, part / np.where(length > 0, length, 1.0))

    def share_of_part(self, where: slice) -> PartOfVectors:
        """What a part adds to the cosines of the whole vectors; all parts' shares sum to them.

        Args:
            where: the part's place in a vector.
        """
        return PartOfVectors(self.row, self._unit(slice(None))[:, where])

    def _unit(self, rows: Rows | slice) -> NDArray[np.float64]:
        """Some of the vectors, brought to length 1; of many none are kept so."""
        exact = self.embeddings.vectors[rows].astype(np.float64)
        exact /= self._lengths[rows]
        return exact

    @cached_property
    def _lengths(self) -> NDArray[np.float64]:
        """`(n, 1)` lengths of all vectors."""
        vectors = self.embeddings.vectors
        lengths = np.empty((len(vectors), 1), np.float64)
        for start in range(0, len(vectors), ROWS_AT_ONCE):
            rows = slice(start, start + ROWS_AT_ONCE)
            exact = vectors[rows].astype(np.float64)
            lengths[rows] = np.linalg.norm(exact, axis=1, keepdims=True)
        return lengths

    @cached_property
    def _all(self) -> NDArray[np.float64] | None:
        """Every cosine at once, where that is little: cells then only pick theirs."""
        if len(self.embeddings.vectors) > ALL_AT_ONCE:
            return None
        unit = self._unit(slice(None))
        cosines: NDArray[np.float64] = np.clip(unit @ unit.T, -1.0, 1.0)
        return cosines

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Cosines `float64 (len(rows), len(columns))`, -1..1."""
        if self._all is not None:
            picked: Scores = self._all[np.ix_(rows, columns)]
            return picked
        return tiled_products(self._unit(rows), self._unit(columns), (-1.0, 1.0))

    def paired(self, first: Rows, second: Rows) -> Scores:
        """Cosines `float64 (n,)` of n pairs of pictures, -1..1."""
        if self._all is not None:
            picked: Scores = self._all[first, second]
            return picked
        return _paired_products(self._unit, first, second)


@dataclass(frozen=True, eq=False)
class PartOfVectors:
    """Products of one part of vectors: its cosines, or its shares of those of the whole vectors.

    Attributes:
        row: image id -> row of the vectors.
        values: `float64 (n, length)`: of length 1 for cosines (0 for a part that is zero, which is
            similar to nothing), of the length the part has in a vector of length 1 for shares.
        limits: lowest and highest score of the scale.
    """

    row: Mapping[str, int]
    values: NDArray[np.float64]
    limits: tuple[float, float] = COSINE_RANGE

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Products `float64 (len(rows), len(columns))`, -1..1."""
        return tiled_products(self.values[rows], self.values[columns], self.limits)

    def paired(self, first: Rows, second: Rows) -> Scores:
        """Products `float64 (n,)` of n pairs of pictures, -1..1."""
        return _paired_products(self.values.__getitem__, first, second)


@dataclass(frozen=True, eq=False)
class MatrixScores:
    """Scores of every picture with every other, as runs of schema version 1 keep a pair scorer's.

    Attributes:
        ids: image ids.
        matrix: `float32 (n, n)`, symmetric.
    """

    ids: tuple[str, ...]
    matrix: NDArray[np.float32]
    limits: tuple[float, float] = COSINE_RANGE

    def __post_init__(self) -> None:
        if self.matrix.shape != (len(self.ids), len(self.ids)):
            raise ComparisonError(f"{len(self.ids)} pictures but scores {self.matrix.shape}")
        if not np.isfinite(self.matrix).all():
            raise refusal(BackboneError, Message("score-not-finite"))

    @cached_property
    def row(self) -> Mapping[str, int]:
        """Image id -> row of the matrix."""
        return {image: index for index, image in enumerate(self.ids)}

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Scores `float64 (len(rows), len(columns))`."""
        block: Scores = self.matrix[np.ix_(rows, columns)].astype(np.float64)
        return block

    def paired(self, first: Rows, second: Rows) -> Scores:
        """Scores `float64 (n,)` of n pairs of pictures."""
        scores: Scores = self.matrix[first, second].astype(np.float64)
        return scores


@dataclass(frozen=True, eq=False)
class PairScores:
    """Scores of the pairs of pictures that are compared, as a pair scorer gave them.

    Attributes:
        ids: image ids.
        pairs: `int64 (n, 2)`: numbers of the two pictures of each pair, in either order, once.
        scores: `float32 (n,)`.
        limits: lowest and highest score of the scale.
    """

    ids: tuple[str, ...]
    pairs: Rows
    scores: NDArray[np.float32]
    limits: tuple[float, float]

    def __post_init__(self) -> None:
        if self.pairs.shape != (len(self.scores), 2):
            raise ComparisonError(f"{len(self.scores)} scores of pairs {self.pairs.shape}")
        if not np.isfinite(self.scores).all():
            raise refusal(BackboneError, Message("score-not-finite"))

    @cached_property
    def row(self) -> Mapping[str, int]:
        """Image id -> number of the picture."""
        return {image: index for index, image in enumerate(self.ids)}

    @cached_property
    def _by_code(self) -> tuple[Rows, Scores]:
        """Codes of the pairs, ascending, and their scores."""
        codes = pair_codes(self.pairs, len(self.ids))
        order = np.argsort(codes)
        return codes[order], self.scores[order].astype(np.float64)

    def block(self, rows: Rows, columns: Rows) -> Scores:
        """Scores `float64 (len(rows), len(columns))`; NaN for pairs that are never compared."""
        first, second = np.broadcast_arrays(rows[:, None], columns[None, :])
        return self.paired(first.ravel(), second.ravel()).reshape(len(rows), len(columns))

    def paired(self, first: Rows, second: Rows) -> Scores:
        """Scores `float64 (n,)` of n pairs of pictures; NaN for pairs that are never compared."""
        codes, scores = self._by_code
        asked = pair_codes(np.stack([first, second], axis=1), len(self.ids))
        place = np.minimum(np.searchsorted(codes, asked), len(codes) - 1)
        paired: Scores = np.where(codes[place] == asked, scores[place], np.nan)
        return paired


PAIRS_AT_ONCE = 2048
"""Pairs whose vectors are gathered at once: 16 MB a thread for 512 numbers (ours)."""


def _paired_products(
    rows_of: Callable[[Rows], NDArray[np.float64]], first: Rows, second: Rows
) -> Scores:
    products = np.empty(len(first))
    for start in range(0, len(first), PAIRS_AT_ONCE):
        part = slice(start, start + PAIRS_AT_ONCE)
        products[part] = np.einsum("nd,nd->n", rows_of(first[part]), rows_of(second[part]))
    return np.clip(products, -1.0, 1.0)


def pair_codes(pairs: Rows, pictures: int) -> Rows:
    """One number a pair `(n, 2)`, the same in either order."""
    low, high = pairs.min(axis=1), pairs.max(axis=1)
    codes: Rows = low * pictures + high
    return codes


def limits_of(
    scores: NDArray[np.float32], stated: tuple[float, float] | None
) -> tuple[float, float]:
    """The scale of scores: as stated, or from the lowest to the highest of them."""
    if stated is not None:
        return stated
    low, high = float(scores.min()), float(scores.max())
    return (low, high) if low < high else (low - 0.5, high + 0.5)


def bin_edges(limits: tuple[float, float]) -> NDArray[np.float64]:
    """Edges `float64 (BINS + 1,)` of the bins in which scores on a scale are counted."""
    return np.linspace(*limits, BINS + 1)


def binned(scores: Scores, limits: tuple[float, float]) -> NDArray[np.int64]:
    """Counts `int64 (BINS,)` of scores; those beyond the scale count at its ends."""
    counts = np.histogram(np.clip(scores, *limits), bin_edges(limits))[0]
    return counts.astype(np.int64)
