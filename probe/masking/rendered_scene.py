"""The scene behind a rendered picture: its exact masks, parts and keypoints."""

from __future__ import annotations

from probe.contracts import PictureRecord
from probe.errors import MaskError
from probe.pictures.rendered import RenderedScene
from probe.scenes import Scene, render_many
from probe.wording import Message, refusal


def scene_of(record: PictureRecord) -> Scene:
    """The scene of a rendered picture, out of the cache, or rendered again.

    Raises:
        MaskError: the record is a photograph.
    """
    origin = record.origin
    if not isinstance(origin, RenderedScene):
        raise refusal(
            MaskError,
            Message("reason-mask-not-rendered"),
            place=record.source,
            hint="For photographs: --mask grabcut, --mask sam=CHECKPOINT or --mask files=FOLDER.",
        )
    return next(iter(render_many([origin.recipe], workers=1, cache=origin.cache)))
