"""k-reciprocal re-ranking (Zhong, Zheng, Cao, Li: CVPR 2017, equations 4 to 12), sparse.

Pictures that choose each other as near neighbours support one another. Of the square matrix of all
distances only each picture's k1 nearest are kept, so memory grows with n k1 and not with n squared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.retrieval.figures import BLOCK_BYTES, unit_rows
from probe.retrieval.reciprocal import Singles, Sparse, grown_neighbours, share_weights
from probe.retrieval.rules import Integers

PAIRS_AT_ONCE = 4096
"""Pairs of pictures whose vectors are gathered at once (ours): 16 MB for 512 numbers."""


def reranked_blocks(
    query_vectors: ArrayLike,
    gallery_vectors: ArrayLike,
    k1: int = 20,
    k2: int = 6,
    weight: float = 0.3,
) -> Iterator[NDArray[np.float32]]:
    """Blocks `(rows, g)` of re-ranked distances, for `evaluate_blocks`.

    The defaults are those of the paper's section 4.2 for Market-1501.

    The original distance is the squared Euclidean one of unit vectors, divided by the largest of
    each picture; it enters with `weight`, the Jaccard distance of the encodings with the rest.

    Args:
        query_vectors: `(q, d)`.
        gallery_vectors: `(g, d)`.
        k1: neighbours that may be reciprocal.
        k2: neighbours whose encodings are averaged; 1 averages none.
        weight: share 0..1 of the original distance.
    """
    query, gallery = unit_rows(query_vectors), unit_rows(gallery_vectors)
    everything = np.concatenate([query, gallery])
    nearest, largest = _nearest(everything, min(max(k1 + 1, k2), len(everything)))
    encodings = _averaged(_encodings(everything, nearest, largest, k1), nearest, k2)
    by_picture, by_feature = _parts(encodings), _parts(encodings[len(query) :].tocsc())
    rows = max(1, BLOCK_BYTES // max(1, 4 * len(gallery)))
    for start in range(0, len(query), rows):
        stop = min(start + rows, len(query))
        original = _squared(query[start:stop], gallery) / largest[start:stop, None]
        shared = np.zeros(original.shape, np.float32)
        share_weights(by_picture, by_feature, start, shared)
        # Both encodings sum to 1, so that their maxima sum to 2 less the minima.
        jaccard = 1 - shared / (2 - shared)
        yield ((1 - weight) * jaccard + weight * original).astype(np.float32)


def _squared(first: Singles, second: Singles) -> Singles:
    """Squared Euclidean distances of unit vectors."""
    distances: Singles = np.maximum(2 - 2 * (first @ second.T), 0)
    return distances


def _nearest(vectors: Singles, count: int) -> tuple[Integers, Singles]:
    """Each picture's nearest pictures (itself first), `(n, count)`, and its largest distance."""
    nearest = np.empty((len(vectors), count), np.int64)
    largest = np.empty(len(vectors), np.float32)
    rows = max(1, BLOCK_BYTES // (4 * len(vectors)))
    for start in range(0, len(vectors), rows):
        distances = _squared(vectors[start : start + rows], vectors)
        stop = start + len(distances)
        largest[start:stop] = distances.max(axis=1)
        # A picture is its own nearest, also where rounding or a copy of it says otherwise.
        distances[np.arange(len(distances)), np.arange(start, stop)] = -1
        some = np.argpartition(distances, count - 1, axis=1)[:, :count]
        order = np.lexsort((some, np.take_along_axis(distances, some, axis=1)))
        nearest[start:stop] = np.take_along_axis(some, order, axis=1)
    return nearest, largest


def _encodings(vectors: Singles, nearest: Integers, largest: Singles, k1: int) -> Any:
    """Each picture's weights on its expanded reciprocal neighbours, summing to 1, CSR `(n, n)`."""
    from scipy import sparse

    ends, columns = grown_neighbours(nearest, k1)
    pictures = np.repeat(np.arange(len(vectors)), np.diff(ends))
    weights = np.empty(len(columns), np.float32)
    for start in range(0, len(columns), PAIRS_AT_ONCE):
        part = slice(start, start + PAIRS_AT_ONCE)
        one, other = vectors[pictures[part]], vectors[columns[part]]
        squared = np.maximum(2 - 2 * np.einsum("nd,nd->n", one, other), 0)
        weights[part] = np.exp(-squared / largest[pictures[part]])
    weights /= np.add.reduceat(weights, ends[:-1])[pictures]  # each is its own neighbour
    return sparse.csr_array((weights, columns, ends), shape=(len(vectors), len(vectors)))


def _averaged(encodings: Any, nearest: Integers, k2: int) -> Any:
    """Encodings averaged over each picture's k2 nearest, itself among them (equation 11)."""
    from scipy import sparse

    if k2 <= 1:
        return encodings
    count = len(nearest)
    ends = np.arange(0, count * k2 + 1, k2)
    weights = np.full(count * k2, 1 / k2, np.float32)
    mean = sparse.csr_array((weights, nearest[:, :k2].ravel(), ends), shape=(count, count))
    return (mean @ encodings).tocsr()


def _parts(encodings: Any) -> Sparse:
    """What the inner loops take of a sparse matrix, by rows or by columns."""
    ends, places = (np.asarray(x, np.int64) for x in (encodings.indptr, encodings.indices))
    return ends, places, np.asarray(encodings.data, np.float32)
