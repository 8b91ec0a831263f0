"""Pixels taken from other places: bilinear, borders repeated outside."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.transforms.transform import Mask, Picture

Places = NDArray[np.float32]
"""Rows or columns `(h, w)` that the pixels of a new picture are taken from."""


def bent(picture: Picture, rows: Places, columns: Places) -> Picture:
    """The picture whose pixel (y, x) is that at (rows[y, x], columns[y, x])."""
    height, width = picture.shape[:2]
    top, below = _parted(rows, height)
    left, right = _parted(columns, width)
    down = (rows.clip(0, height - 1) - top)[:, :, None]
    across = (columns.clip(0, width - 1) - left)[:, :, None]
    upper = picture[top, left] * (1 - across) + picture[top, right] * across
    lower = picture[below, left] * (1 - across) + picture[below, right] * across
    return np.rint(upper * (1 - down) + lower * down).astype(np.uint8)


def bent_mask(mask: Mask, rows: Places, columns: Places) -> Mask:
    """The same of a mask, by the nearest pixel; nobody is outside."""
    height, width = mask.shape
    y, x = np.rint(rows).astype(int), np.rint(columns).astype(int)
    inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
    shown: Mask = mask[y.clip(0, height - 1), x.clip(0, width - 1)] & inside
    return shown


def _parted(places: Places, size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    first = np.floor(places).astype(np.int64).clip(0, size - 1)
    return first, np.minimum(first + 1, size - 1)
