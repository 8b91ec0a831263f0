"""The scene behind a rendered picture: its exact masks, parts and keypoints."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.contracts import PictureRecord
from probe.errors import MaskError
from probe.pictures.rendered import RenderedScene
from probe.pictures.transformed import TransformedPicture
from probe.scenes import Scene, render_many
from probe.wording import Message, refusal


def scene_of(record: PictureRecord) -> Scene:
    """The scene of a rendered picture, out of the cache, or rendered again.

    Of a picture that went through transforms it is the scene before them (see `as_shown`).

    Raises:
        MaskError: the record is a photograph.
    """
    origin = record.origin
    if isinstance(origin, TransformedPicture):
        origin = origin.before
    if not isinstance(origin, RenderedScene):
        raise refusal(
            MaskError,
            Message("reason-mask-not-rendered"),
            place=record.source,
            hint=Message("masking-photographs-step"),
        )
    return next(iter(render_many([origin.recipe], workers=1, cache=origin.cache)))


def as_shown(record: PictureRecord, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A mask `bool (h, w)` of the scene as it lies on the record's picture, after transforms."""
    origin = record.origin
    return origin.mask(mask) if isinstance(origin, TransformedPicture) else mask
