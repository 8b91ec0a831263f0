"""Holes in pictures, filled smoothly from around them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

HALO = 2
"""Pixels around a person that are filled as well: they hold some of the person's colour (ours:
resampling mixes about so many)."""


def filled_hole(picture: Picture, hole: Mask) -> Picture:
    """The picture with a hole filled from around it, smoothly (push and pull over a pyramid).

    A picture that is all hole becomes its own mean.
    """
    outside = (~hole).astype(np.float32)[..., None]
    if not outside.any():
        return np.broadcast_to(np.uint8(picture.mean((0, 1)) + 0.5), picture.shape).copy()
    smooth = _pulled(picture.astype(np.float32) * outside, outside)
    return np.asarray(
        np.where(hole[..., None], np.clip(np.rint(smooth), 0, 255), picture), np.uint8
    )


def grown(mask: Mask, pixels: int = HALO) -> Mask:
    """The mask with everything near it: what a person's edge has mixed its colour into."""
    from scipy.ndimage import binary_dilation

    return np.asarray(binary_dilation(mask, iterations=pixels))


def _pulled(colour: Floats, weight: Floats) -> Floats:
    """Colour where there is weight, and the coarser picture where there is none."""
    height, width = weight.shape[:2]
    level = np.asarray(colour / np.maximum(weight, np.float32(1e-6)), np.float32)
    if weight.min() > 0 or max(height, width) == 1:
        return level
    even = ((0, height % 2), (0, width % 2), (0, 0))
    summed, count = _halved(np.pad(colour, even)), _halved(np.pad(weight, even))
    share = np.minimum(count, np.float32(1))
    mean = np.asarray(summed / np.maximum(count, np.float32(1e-6)), np.float32)
    coarse = _pulled(mean * share, np.asarray(share, np.float32))
    up = _doubled(coarse)[:height, :width]
    return np.asarray(np.where(weight > 0, level, up), np.float32)


def _halved(array: Floats) -> Floats:
    height, width, channels = array.shape
    summed = array.reshape(height // 2, 2, width // 2, 2, channels).sum((1, 3))
    return np.asarray(summed, np.float32)


def _doubled(array: Floats) -> Floats:
    from scipy.ndimage import zoom

    return np.asarray(zoom(array, (2, 2, 1), order=1, mode="nearest", grid_mode=True))
