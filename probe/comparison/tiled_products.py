"""Products of vectors whose last digit does not depend on what is multiplied beside them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TILE = 48
"""Rows and columns are multiplied in multiples of it (ours): of 2, 3, 4, 6, 8, 12, 16 and 24, the
sizes of the blocks that BLAS has kernels for. Rows that are left over go to other kernels, which
add in another order: a threshold is a score, and must equal it in whatever block it is made again.
"""


def tiled_products(left: Floats, right: Floats, limits: tuple[float, float]) -> Floats:
    """Products `(len(left), len(right))` of vectors `(n, d)`, kept within limits.

    Each is the same to the last bit whatever other rows are given, and with both sides exchanged.
    """
    products = _filled(left) @ _filled(right).T
    np.clip(products, *limits, out=products)
    return np.ascontiguousarray(products[: len(left), : len(right)])


def _filled(vectors: Floats) -> Floats:
    """The vectors, and rows of zeros up to a multiple of the tile."""
    lacking = -len(vectors) % TILE
    if not lacking:
        return vectors
    return np.concatenate([vectors, np.zeros((lacking, vectors.shape[1]))])
