"""YOLACT's anchors: boxes of given sizes and shapes at every place of every level."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch

from probe.backbones._yolact.view import OFFICIAL, Sides

SCALES = (24, 48, 96, 192, 384)
"""Pixels of the network's picture, one a level (P3 to P7)."""

RATIOS = (1.0, 0.5, 2.0)
"""Width over height."""

_THIRDS = tuple(2 ** (step / 3) for step in range(3))
"""Factors of the scales of YOLACT++."""


def official_sides(anchors: int) -> Sides:
    """Sides of the official anchors at every place of every level, in pixels.

    With 3 anchors a place (YOLACT) all boxes are square: a slip of the official code that its
    published weights were trained with, kept there and here.

    Args:
        anchors: at every place, 3 or 9.
    """
    square = anchors == len(RATIOS)
    sides = sides_of(SCALES, (1.0,) if square else _THIRDS, RATIOS)
    return tuple(tuple((w, w) for w, _ in level) for level in sides) if square else sides


def sides_of(scales: Sequence[float], factors: Sequence[float], ratios: Sequence[float]) -> Sides:
    """(width, height) in pixels of anchors: scale by scale, in it factor by factor, then ratios.

    Args:
        scales: pixels, one a level.
        factors: of the scale.
        ratios: width over height.
    """
    return tuple(
        tuple(
            (scale * factor * math.sqrt(ratio), scale * factor / math.sqrt(ratio))
            for factor in factors
            for ratio in ratios
        )
        for scale in scales
    )


def anchor_boxes(
    levels: Sequence[tuple[int, int]], sides: Sides, size: tuple[int, int] = OFFICIAL
) -> torch.Tensor:
    """`float32 (p, 4)`: centre x, y, width, height as shares of the picture.

    Rows: level, y, x, and in the order of the sides.

    Args:
        levels: (height, width) of the maps.
        sides: (width, height) in pixels of every anchor of a place, by level.
        size: (height, width) of the picture.
    """
    shares = [[(w / size[1], h / size[0]) for w, h in level] for level in sides]
    rows: list[torch.Tensor] = []
    for (height, width), level in zip(levels, shares, strict=True):
        sizes = torch.tensor(level, dtype=torch.float64)
        x = (torch.arange(width, dtype=torch.float64) + 0.5) / width
        y = (torch.arange(height, dtype=torch.float64) + 0.5) / height
        centres = torch.stack(torch.meshgrid(y, x, indexing="ij")[::-1], -1).view(-1, 1, 2)
        places = centres.expand(-1, len(sizes), -1)
        rows.append(torch.cat([places, sizes.expand(len(places), -1, -1)], -1).view(-1, 4))
    return torch.cat(rows).float()
