"""What goes into a backbone and what comes out, checked the same way for all of them."""

from __future__ import annotations

import numpy as np

from probe.contracts import BackboneCard, Pictures, Vectors
from probe.errors import BackboneError, VectorError


def check_pictures(images: Pictures, card: BackboneCard) -> None:
    """Refuse arrays that are not pictures at the card's input size.

    Raises:
        BackboneError: with the shape and type found and those expected.
    """
    height, width = card.input_size
    if images.dtype != np.uint8 or images.shape[1:] != (height, width, 3):
        raise BackboneError(
            f"{card.name} takes uint8 pictures of shape (n, {height}, {width}, 3), "
            f"not {images.dtype} {images.shape}",
            hint="Fit the pictures to the input size of the card first.",
        )


def checked_vectors(vectors: Vectors, count: int, card: BackboneCard) -> Vectors:
    """The vectors, if there is one finite vector a picture.

    Raises:
        VectorError: naming the first picture whose vector is not finite.
        BackboneError: the array has the wrong shape.
    """
    if vectors.ndim != 2 or len(vectors) != count:
        raise BackboneError(
            f"{card.name} gives an array of shape {vectors.shape} for {count} pictures, "
            "not one vector a picture",
            hint="Take the layer after pooling, such as the embedding, as the output.",
        )
    bad = np.flatnonzero(~np.isfinite(vectors).all(axis=1))
    if bad.size:
        raise VectorError(card.name, int(bad[0]))
    return vectors
