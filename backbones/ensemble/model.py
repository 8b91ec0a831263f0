"""EnsembleNet: a ResNet that branches before its last stage (Wang et al., arXiv 1901.05798).

The stages up to `res_conv4` are shared; every branch has a `res_conv5` of its own. Branch b is
averaged over b cells from the top down, every cell reduced by a 1x1 convolution of its own, and all
reduced cells stand one after another in the vector.

Of the paper only the abstract and slides could be had. Ours, because unknown: the width of the
reduction, the batch norm and ReLU behind it, the last stride, and that cells are not scaled to
length 1 before they are put together.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import cast

import torch
from torch import nn
from torch.nn import functional

from probe.backbones._torch.resnet_shape import ResNetShape
from probe.backbones.ensemble.cells import Cells, cell_means, rows_of
from probe.contracts import VectorPart
from probe.wording import Message

MOST_BRANCHES = 8
"""The largest ensemble of the source's figures."""

SHARED = ("conv1", "bn1", "relu", "maxpool", "layer1", "layer2", "layer3")
"""What all branches share: everything before `res_conv5_1`, which is `layer4.0`."""


@dataclass(frozen=True)
class EnsembleShape:
    """The shape of an EnsembleNet.

    Attributes:
        trunk: of the ResNet that branches.
        branches: 1 to 8; branch b has b cells.
        last_stride: of every branch's stage, 1 or 2.
        cells: overlapping (`adaptive`) or `disjoint`.
        reduction: channels of a reduced cell; 0 leaves the 1x1 convolution out.
        norm: a batch norm behind the reduction.
        relu: a ReLU behind that.
        unit_parts: every cell is scaled to length 1 before they are put together.
    """

    trunk: ResNetShape
    branches: int
    last_stride: int
    cells: Cells = "adaptive"
    reduction: int = 256
    norm: bool = True
    relu: bool = True
    unit_parts: bool = False

    @property
    def channels(self) -> int:
        """Channels of a branch's map."""
        return self.trunk.widths[-1] * self.trunk.block.expansion

    @property
    def part_length(self) -> int:
        """Numbers of one cell in the vector."""
        return self.reduction or self.channels

    @property
    def part_count(self) -> int:
        """Cells of all branches."""
        return self.branches * (self.branches + 1) // 2

    @property
    def dimension(self) -> int:
        """Numbers of the vector."""
        return self.part_count * self.part_length

    def feature(self) -> Message:
        """What the vector is, in words."""
        return Message(
            "card-feature-cells",
            {
                "cells": self.part_count,
                "branches": self.branches,
                "length": self.part_length,
                "reduced": bool(self.reduction),
            },
        )

    def map_height(self, picture_height: int) -> int:
        """Rows of a branch's map for pictures of a height: halved, rounded up, 4 or 5 times."""
        return -(-picture_height // (16 * self.last_stride))

    def parts(self, picture_height: int) -> tuple[VectorPart, ...]:
        """The cells in the order of the vector, with the rows of the picture under them."""
        height = self.map_height(picture_height)
        return tuple(
            VectorPart(
                _name(branch, cell), self.part_length, top=top / height, bottom=bottom / height
            )
            for branch in range(1, self.branches + 1)
            for cell, (top, bottom) in enumerate(rows_of(height, branch, self.cells), start=1)
        )


class Reduction(nn.Module):
    """A 1x1 convolution with batch norm and ReLU, as far as they are wanted, over one cell."""

    def __init__(self, shape: EnsembleShape) -> None:
        super().__init__()
        width = shape.reduction
        self.conv = nn.Conv2d(shape.channels, width, 1, bias=not shape.norm) if width else None
        self.norm = nn.BatchNorm2d(width) if width and shape.norm else None
        self.relu = bool(width) and shape.relu

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Means of a cell `(n, channels)` to `(n, part_length)`."""
        if self.conv is None:
            return x
        reduced = cast("torch.Tensor", self.conv(x[:, :, None, None]))
        if self.norm is not None:
            reduced = self.norm(reduced)
        return (torch.relu(reduced) if self.relu else reduced).flatten(1)


class Branch(nn.Module):
    """The last stage of its own, and the reductions of its cells."""

    def __init__(self, shape: EnsembleShape, cells: int) -> None:
        super().__init__()
        whole = shape.trunk.network(shape.last_stride, stem_relu=True)
        self.stage = whole.get_submodule("layer4")
        self.parts = nn.ModuleList(Reduction(shape) for _ in range(cells))

    def reduced(self, feature_map: torch.Tensor, cells: Cells) -> list[torch.Tensor]:
        """A map `(n, channels, h, w)` to its cells, `(n, part_length)` each."""
        means = cell_means(feature_map, len(self.parts), cells)
        return [part(mean) for part, mean in zip(self.parts, means, strict=True)]


class EnsembleNet(nn.Module):
    """Shared stages and branches.

    Attributes:
        shape: its shape.
        base: everything before `res_conv5_1`, with torchvision's names.
        branches: branch b at place b - 1, no weight shared between two.
    """

    def __init__(self, shape: EnsembleShape) -> None:
        super().__init__()
        self.shape = shape
        whole = shape.trunk.network(shape.last_stride, stem_relu=True)
        self.base = nn.Sequential(OrderedDict((name, getattr(whole, name)) for name in SHARED))
        self.branches = nn.ModuleList(
            Branch(shape, cells) for cells in range(1, shape.branches + 1)
        )

    def feature_map(self, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """`(n, 3, h, w)` to the last map of every branch, `(n, channels, h, w)` each."""
        shared = self.base(x)
        return tuple(cast("Branch", branch).stage(shared) for branch in self.branches)

    def part_vectors(self, x: torch.Tensor) -> list[torch.Tensor]:
        """Normalised `(n, 3, h, w)` to the vectors `(n, part_length)` of all cells, in order."""
        feature_maps: tuple[torch.Tensor, ...] | torch.Tensor = self.feature_map(x)
        maps = (feature_maps,) if isinstance(feature_maps, torch.Tensor) else feature_maps
        return [
            part
            for branch, last in zip(self.branches, maps, strict=True)
            for part in cast("Branch", branch).reduced(last, self.shape.cells)
        ]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, dimension)`."""
        parts = self.part_vectors(x)
        if self.shape.unit_parts:
            parts = [functional.normalize(part) for part in parts]
        return torch.cat(parts, dim=1)


def _name(branch: int, cell: int) -> str:
    return "whole, branch 1" if branch == 1 else f"cell {cell} of {branch}, branch {branch}"
