"""What becomes of the instances of a frame when its picture is mirrored, cut, padded or resized."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from probe.backbones._training.augmentations.step import Box
from probe.backbones._training.instances import FrameInstances

LEAST_SIDE = 1.0
"""Pixels of the network's picture: an instance with a shorter side is left out (ours)."""


def mirrored(instances: FrameInstances, width: int) -> FrameInstances:
    """In a picture whose left and right are exchanged."""
    boxes = instances.boxes.copy()
    boxes[:, [0, 2]] = width - instances.boxes[:, [2, 0]]
    masks = instances.masks
    return replace(
        instances,
        boxes=boxes,
        masks=None if masks is None else np.ascontiguousarray(masks[:, :, ::-1]),
    )


def framed(instances: FrameInstances, box: Box) -> FrameInstances:
    """In the part of a picture that a box shows; it may reach over the picture's border.

    Boxes are cut at the part's border.
    """
    left, top, right, bottom = box
    shift = np.array([left, top, left, top], np.float32)
    sides = np.array([right - left, bottom - top] * 2, np.float32)
    boxes = np.clip(instances.boxes - shift, 0, sides)
    masks = instances.masks
    return replace(instances, boxes=boxes, masks=None if masks is None else _part(masks, box))


def placed_instances(
    instances: FrameInstances, old: tuple[int, int], size: tuple[int, int], box: Box
) -> FrameInstances:
    """In a frame of another size, in which the whole picture lies in a box.

    Args:
        instances: of the picture.
        old: (width, height) of the picture.
        size: (height, width) of the frame.
        box: where the picture comes to lie.
    """
    left, top, right, bottom = box
    across, down = (right - left) / old[0], (bottom - top) / old[1]
    boxes = instances.boxes * np.array([across, down] * 2, np.float32)
    boxes = boxes + np.array([left, top, left, top], np.float32)
    if instances.masks is None:
        return replace(instances, boxes=boxes)
    masks = np.zeros((len(instances), *size), np.uint8)
    for mask, given in zip(masks, instances.masks, strict=True):
        # Bilinear, as the official code: a place at the border is partly covered.
        scaled = Image.fromarray(given).resize(
            (right - left, bottom - top), Image.Resampling.BILINEAR
        )
        mask[top:bottom, left:right] = np.asarray(scaled)
    return replace(instances, boxes=boxes, masks=masks)


def visible(instances: FrameInstances) -> FrameInstances:
    """Those with sides that can be seen."""
    sides = instances.boxes[:, 2:] - instances.boxes[:, :2]
    kept: NDArray[np.bool_] = np.all(sides >= LEAST_SIDE, axis=1)
    return instances.only(kept)


def _part(masks: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    left, top, right, bottom = box
    height, width = masks.shape[1:]
    part = np.zeros((len(masks), bottom - top, right - left), np.uint8)
    rows = slice(max(top, 0), min(bottom, height))
    columns = slice(max(left, 0), min(right, width))
    part[:, rows.start - top : rows.stop - top, columns.start - left : columns.stop - left] = masks[
        :, rows, columns
    ]
    return part
