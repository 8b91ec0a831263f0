"""The regions of a record's picture, by name: what evidence is charged to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError
from probe.masking.mask_set import MaskSet
from probe.masking.rendered_scene import as_shown, scene_of
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, refusal

Mask = NDArray[np.bool_]
RegionsOf = Callable[[ImageRecord], Mapping[str, Mask] | None]

CARRIED = "carried"
"""The region that is not the person: what they carry."""

_HEAD = ("face", "hair", "glasses", "helmet")
_TORSO = ("top", "outerwear")
_LEGS = ("bottom", "shoes")
_OBJECTS = ("backpack", "bag")

_BARE_LEGS = 0.65
"""Skin lower than this share of the way from hips to knees is a leg's (ours): the hands of
hanging arms end above it."""


def scene_regions(record: ImageRecord) -> Mapping[str, Mask] | None:
    """`person` and `carried` of a rendered picture, exact; None for a photograph."""
    try:
        scene = scene_of(record)
    except MaskError:
        return None
    carried = scene.mask_with_objects & ~scene.mask
    return {"person": as_shown(record, scene.mask), CARRIED: as_shown(record, carried)}


def scene_parts(record: ImageRecord) -> Mapping[str, Mask] | None:
    """`head`, `torso`, `legs` and `carried` of a rendered picture, exact; None for a photograph.

    A helmet, glasses and hair are the head's; arms, hands and neck the torso's; shoes the legs'.
    """
    from probe.scenes import KEYPOINTS, PARTS

    try:
        scene = scene_of(record)
    except MaskError:
        return None

    def parts_of(*names: str) -> Mask:
        return np.isin(scene.parts, [PARTS.index(name) for name in names])

    def shown(part: Mask) -> Mask:
        return as_shown(record, part)

    hips, knees = (
        float(np.mean([scene.keypoints[KEYPOINTS.index(f"{joint}_{side}"), 1] for side in "rl"]))
        for joint in ("hip", "knee")
    )
    low = (np.arange(len(scene.parts)) + 0.5 > hips + _BARE_LEGS * (knees - hips))[:, None]
    skin = parts_of("skin")
    return {
        "head": shown(parts_of(*_HEAD)),
        "torso": shown(parts_of(*_TORSO) | (skin & ~low)),
        "legs": shown(parts_of(*_LEGS) | (skin & low)),
        CARRIED: shown(parts_of(*_OBJECTS)),
    }


def person_of(masks: Mapping[str, Mask]) -> Mask:
    """The whole person, out of regions: everything but what is carried.

    Raises:
        MaskError: no region is the person's.
    """
    person = [mask for name, mask in masks.items() if name != CARRIED]
    if not person:
        raise refusal(MaskError, Message("masking-nobody"))
    return np.asarray(np.any(person, axis=0))


def mask_regions(masks: MaskSet) -> RegionsOf:
    """A function that gives `person` from the masks of a masker; None where it has none."""

    def regions_of(record: ImageRecord) -> Mapping[str, Mask] | None:
        return {"person": masks.mask(record.image_id)} if record.image_id in masks else None

    return regions_of
