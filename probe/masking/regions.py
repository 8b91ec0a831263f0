"""The regions of a record's picture, by name: what evidence is charged to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError
from probe.images import ImageRecord
from probe.masking.masks import MaskSet
from probe.masking.sources import scene_of

Mask = NDArray[np.bool_]
RegionsOf = Callable[[ImageRecord], Mapping[str, Mask] | None]

HEAD = ("face", "hair", "glasses", "helmet")
TOP = ("top", "outerwear")
LEGS = ("bottom", "shoes")
CARRIED = ("backpack", "bag")


def scene_regions(record: ImageRecord) -> Mapping[str, Mask] | None:
    """`person` and `carried` of a rendered picture, exact; None for a photograph."""
    try:
        scene = scene_of(record)
    except MaskError:
        return None
    return {"person": scene.mask, "carried": scene.mask_with_objects & ~scene.mask}


def scene_parts(record: ImageRecord) -> Mapping[str, Mask] | None:
    """`top`, `legs`, `head`, `skin` and `carried` of a rendered picture; None for a photograph."""
    from probe.scenes import PARTS

    try:
        scene = scene_of(record)
    except MaskError:
        return None
    groups = {"top": TOP, "legs": LEGS, "head": HEAD, "skin": ("skin",), "carried": CARRIED}
    return {
        name: np.isin(scene.parts, [PARTS.index(part) for part in parts])
        for name, parts in groups.items()
    }


def mask_regions(masks: MaskSet) -> RegionsOf:
    """A function that gives `person` from the masks of a masker; None where it has none."""

    def of(record: ImageRecord) -> Mapping[str, Mask] | None:
        return {"person": masks.mask(record.image_id)} if record.image_id in masks else None

    return of
