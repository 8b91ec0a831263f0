"""Joints that move with their picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.backbones._training.augmentations.step import Box
from probe.backbones._training.keypoints import Joints


def moved_into(joints: Joints, size: tuple[int, int], box: Box) -> Joints:
    """Joints of a picture of `size` (width, height) that comes to lie in a box."""
    scale = np.array([(box[2] - box[0]) / size[0], (box[3] - box[1]) / size[1]], np.float32)
    moved = joints.copy()
    moved[:, :2] = joints[:, :2] * scale + np.array(box[:2], np.float32)
    return moved


def with_places(joints: Joints, places: NDArray[np.floating], size: tuple[int, int]) -> Joints:
    """Joints at new places; those outside of (width, height) are not seen any more."""
    inside = ((places >= 0) & (places < np.array(size))).all(1)
    moved = np.column_stack([places, joints[:, 2] * inside])
    return moved.astype(np.float32)
