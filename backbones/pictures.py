"""What goes into a backbone and what comes out, checked the same way for all of them."""

from __future__ import annotations

import numpy as np

from probe.contracts import BackboneCard, Pictures, Vectors
from probe.contracts.vector_error import vector_error
from probe.errors import BackboneError
from probe.wording import Message, refusal


def check_pictures(images: Pictures, card: BackboneCard) -> None:
    """Refuse arrays that are not pictures at the card's input size.

    Raises:
        BackboneError: with the shape and type found and those expected.
    """
    height, width = card.input_size
    if images.dtype != np.uint8 or images.shape[1:] != (height, width, 3):
        raise refusal(
            BackboneError,
            Message(
                "backbones-takes-uint8",
                {
                    "name": card.name,
                    "height": height,
                    "width": width,
                    "type": str(images.dtype),
                    "shape": str(images.shape),
                },
            ),
            hint=Message("backbones-fit-pictures"),
        )


def checked_vectors(vectors: Vectors, count: int, card: BackboneCard) -> Vectors:
    """The vectors, if there is one finite vector a picture.

    Raises:
        VectorError: naming the first picture whose vector is not finite.
        BackboneError: the array has the wrong shape.
    """
    if vectors.ndim != 2 or len(vectors) != count:
        raise refusal(
            BackboneError,
            Message(
                "backbones-array-shape",
                {"name": card.name, "shape": str(vectors.shape), "pictures": count},
            ),
            hint=Message("backbones-layer-after-pooling"),
        )
    bad = np.flatnonzero(~np.isfinite(vectors).all(axis=1))
    if bad.size:
        raise vector_error(card.name, int(bad[0]))
    return vectors
