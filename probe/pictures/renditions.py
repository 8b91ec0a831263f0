"""Small renditions of pictures for reports; faces can be made unrecognisable before they exist."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray

from probe.pictures.fitting import inner_size

FRAME = (288, 112)
"""Largest height and width of a rendition, in pixels (ours): large enough for the maps that
reports draw over it."""

HEAD_SHARE = 0.22
"""Share of a person crop's height, from the top, that is taken to hold the head (ours: chin and
neck end at 0.18 of a standing body, and crops have a margin above it)."""

HEAD_BLOCKS = 4
"""Blocks across the picture's width after pixelating (ours: a face is one or two of them)."""


def rendition(picture: NDArray[np.uint8], *, pixelate_faces: bool = False) -> bytes:
    """A picture `uint8 (h, w, 3)` as a small WebP inside `FRAME`, aspect ratio kept.

    Args:
        picture: RGB.
        pixelate_faces: whether the head's part is reduced to a few blocks.
    """
    from PIL import Image

    small = Image.fromarray(pixelated(picture) if pixelate_faces else picture)
    height, width = inner_size(picture.shape[:2], FRAME)
    if height < picture.shape[0]:
        small = small.resize((width, height), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    # Ours, by eye: small, and no blocks are seen.
    small.save(buffer, "WEBP", quality=78, method=4)
    return buffer.getvalue()


def pixelated(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with the upper `HEAD_SHARE` of a person crop averaged into large blocks."""
    covered = picture.copy()
    height, width = picture.shape[:2]
    bottom = max(1, round(HEAD_SHARE * height))
    block = max(1, -(-width // HEAD_BLOCKS))
    for top in range(0, bottom, block):
        for left in range(0, width, block):
            part = covered[top : min(top + block, bottom), left : left + block]
            part[...] = np.rint(part.mean(axis=(0, 1))).astype(np.uint8)
    return covered
