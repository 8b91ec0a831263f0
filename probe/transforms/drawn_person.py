"""Somebody else before a person: a simple figure of head, trunk and legs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.transforms.transform import Chance, Mask, Picture

# Heights and widths as shares of a body's height, after Drillis and Contini (1966), rounded.
HEAD = (0.0, 0.13, 0.05)
"""From, to, and half the width."""

TRUNK = (0.12, 0.52, 0.13)

LEGS = (0.50, 1.0, 0.10)


def drawn_person(
    height: int, width: int, share: float, side: str, chance: Chance
) -> tuple[Mask, Picture]:
    """A figure as high as the picture that hides so much of its width.

    Args:
        height: of the picture, in pixels.
        width: of the picture, in pixels.
        share: of the picture's width that the figure reaches into, in percent.
        side: `left` or `right`; from below and above it comes from a side that is drawn.
        chance: draws colours and, where it is not said, the side.

    Returns:
        where the figure is `(h, w)`, and its colours `uint8 (h, w, 3)`.
    """
    colours = chance.integers(20, 235, (3, 3))
    grain = chance.standard_normal((height, width), dtype=np.float32) * np.float32(5)
    drawn = "left" if chance.random() < 0.5 else "right"
    from_left = (side if side in ("left", "right") else drawn) == "left"
    reach = width * share / 100.0
    half = TRUNK[2] * height
    centre = reach - half if from_left else width - reach + half
    down = (np.arange(height) + 0.5)[:, None] / height
    across = np.abs((np.arange(width) + 0.5)[None, :] - centre) / height
    parts = (_head(down, across), _box(down, across, TRUNK), _box(down, across, LEGS))
    picture = np.zeros((height, width, 3), np.float32)
    for part, colour in zip(reversed(parts), (colours[2], colours[1], _skin(colours)), strict=True):
        picture[part] = colour
    cover: Mask = parts[0] | parts[1] | parts[2]
    return cover, np.clip(picture + grain[:, :, None], 0, 255).astype(np.uint8)


def _head(down: NDArray[np.float64], across: NDArray[np.float64]) -> Mask:
    top, bottom, half = HEAD
    middle, high = (top + bottom) / 2, (bottom - top) / 2
    inside: Mask = ((down - middle) / high) ** 2 + (across / half) ** 2 <= 1
    return inside


def _box(
    down: NDArray[np.float64], across: NDArray[np.float64], part: tuple[float, float, float]
) -> Mask:
    top, bottom, half = part
    inside: Mask = (down >= top) & (down <= bottom) & (across <= half)
    return inside


def _skin(colours: NDArray[np.int64]) -> NDArray[np.int64]:
    """Between light and dark, by a colour that was drawn anyway."""
    shade: NDArray[np.int64] = np.array([224, 172, 140]) * (40 + colours[0, 0]) // 275
    return shade
