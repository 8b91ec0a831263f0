"""How alike a model finds a few pictures: cosines of a backbone, scores of a pair scorer.

For evidence, which asks about changed pictures that nobody else needs: nothing is cached here.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, PairScorer, Pictures
from probe.embedding.pair_work import score_both_orders

Floats = NDArray[np.float64]


def compared_by(model: Backbone | PairScorer, pictures: Pictures) -> Any:
    """What the model compares pictures by: unit vectors, or what a pair scorer prepares.

    Args:
        model: the model.
        pictures: `uint8 (n, h, w, 3)` at the card's input size.

    Returns:
        `float64 (n, d)` of a backbone; else whatever its `prepare` gives, the pictures first.
    """
    return (
        model.prepare(pictures) if isinstance(model, PairScorer) else unit_vectors(model, pictures)
    )


def similarities(model: Backbone | PairScorer, pictures: Pictures, others: Any, k: int) -> Floats:
    """Similarity `float64 (n,)` of each picture to one other.

    Args:
        model: the model.
        pictures: `uint8 (n, h, w, 3)`.
        others: what `compared_by` gave for some pictures.
        k: which of those.
    """
    many = compared_by(model, pictures)
    if not isinstance(model, PairScorer):
        cosines: Floats = many @ others[k]
        return cosines
    count = len(pictures)
    scores = score_both_orders(model, many, others[np.full(count, k)], count)
    return scores.astype(np.float64)


def unit_vectors(backbone: Backbone, pictures: Pictures) -> Floats:
    """Vectors `float64 (n, d)` of length 1; a vector of zeros stays zero (similar to nothing)."""
    vectors = np.asarray(backbone.embed(pictures), np.float64)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = vectors / np.where(length > 0, length, 1.0)
    return unit
