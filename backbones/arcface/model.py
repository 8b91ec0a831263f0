"""iResNet, the network of ArcFace (Deng et al., CVPR 2019) as insightface defines it.

Tensor names are those of insightface `recognition/arcface_torch/backbones/iresnet.py`. No
activation follows the sum of a block; every stage starts with stride 2; the head is a linear layer
over the whole last map, so the input size is part of the network.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import nn

from probe.backbones._torch.stage_options import Stages

BLOCKS = (3, 4, 14, 3)
"""Blocks of the stages of iResNet-50 (`iresnet50` of insightface's file)."""

WIDTHS = (64, 128, 256, 512)
"""Channels of the stages, in every depth of insightface's file."""

REDUCTION = 16
"""Pixels of the picture a row of the last map: the stem keeps the size, four stages halve it."""


class ImprovedBlock(nn.Module):
    """Batch norm, 3x3, batch norm, PReLU, 3x3 with the stride, batch norm; plus the identity."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.bn1 = nn.BatchNorm2d(inputs)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.prelu = nn.PReLU(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, stride, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(outputs)
        self.downsample = (
            nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)
            )
            if stride != 1
            else None
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs, h, w)` to `(n, outputs, h / stride, w / stride)`."""
        out = self.prelu(self.bn2(self.conv1(self.bn1(x))))
        out = self.bn3(self.conv2(out))
        return cast("torch.Tensor", out + (x if self.downsample is None else self.downsample(x)))


class IResNet(nn.Module):
    """iResNet of any depth and width for one input size; by default iResNet-50.

    Args:
        input_size: (height, width); part of the network, as the head reads the whole last map.
            insightface trains at (112, 112).
        dimension: of the feature.
        blocks: blocks of the four stages.
        widths: channels of the four stages.
    """

    def __init__(
        self,
        input_size: tuple[int, int],
        dimension: int = 512,
        blocks: Stages = BLOCKS,
        widths: Stages = WIDTHS,
    ) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, widths[0], 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(widths[0])
        self.prelu = nn.PReLU(widths[0])
        inputs = widths[0]
        for stage, (width, count) in enumerate(zip(widths, blocks, strict=True), start=1):
            rest = (ImprovedBlock(width, width, 1) for _ in range(count - 1))
            self.add_module(f"layer{stage}", nn.Sequential(ImprovedBlock(inputs, width, 2), *rest))
            inputs = width
        self.bn2 = nn.BatchNorm2d(inputs)
        self.fc = nn.Linear(inputs * positions(input_size), dimension)
        self.features = nn.BatchNorm1d(dimension)

    def last_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the map after the last stage, `(n, widths[3], h / 16, w / 16)`."""
        x = self.prelu(self.bn1(self.conv1(x)))
        for stage in range(1, len(WIDTHS) + 1):
            x = self.get_submodule(f"layer{stage}")(x)
        return x

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """The map that the linear layer reads: the last one after its batch norm."""
        return cast("torch.Tensor", self.bn2(self.last_map(x)))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, dimension)`."""
        return cast("torch.Tensor", self.features(self.fc(self.feature_map(x).flatten(1))))


def positions(input_size: tuple[int, int]) -> int:
    """Positions of the last map: each stage halves height and width, rounding up."""
    height, width = input_size
    return -(-height // REDUCTION) * -(-width // REDUCTION)
