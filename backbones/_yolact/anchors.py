"""YOLACT's anchors: boxes of given sizes and shapes at every place of every level."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch

from probe.backbones._yolact.model import SIZE

SCALES = (24, 48, 96, 192, 384)
"""Pixels of the network's picture, one a level (P3 to P7)."""

RATIOS = (1.0, 0.5, 2.0)
"""Width over height."""

_THIRDS = tuple(2 ** (step / 3) for step in range(3))
"""Factors of the scales of YOLACT++."""


def anchor_boxes(levels: Sequence[tuple[int, int]], anchors: int) -> torch.Tensor:
    """`float32 (p, 4)`: centre x, y, width, height as shares of the picture.

    Rows: level, y, x, scale, ratio. With 3 anchors a place (YOLACT) all boxes are square: a slip of
    the official code that its published weights were trained with, kept there and here.

    Args:
        levels: (height, width) of the maps.
        anchors: at every place, 3 or 9.
    """
    square = anchors == len(RATIOS)
    factors = (1.0,) if square else _THIRDS
    rows: list[torch.Tensor] = []
    for (height, width), scale in zip(levels, SCALES, strict=True):
        sides = [
            (size * math.sqrt(ratio) / SIZE, size / math.sqrt(ratio) / SIZE)
            for size in (scale * factor for factor in factors)
            for ratio in RATIOS
        ]
        sizes = torch.tensor([(w, w if square else h) for w, h in sides], dtype=torch.float64)
        x = (torch.arange(width, dtype=torch.float64) + 0.5) / width
        y = (torch.arange(height, dtype=torch.float64) + 0.5) / height
        centres = torch.stack(torch.meshgrid(y, x, indexing="ij")[::-1], -1).view(-1, 1, 2)
        places = centres.expand(-1, len(sizes), -1)
        rows.append(torch.cat([places, sizes.expand(len(places), -1, -1)], -1).view(-1, 4))
    return torch.cat(rows).float()
