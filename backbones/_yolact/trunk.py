"""The ResNet of YOLACT, some of its 3x3 convolutions deformable in YOLACT++."""

from __future__ import annotations

import torch
from torch import nn

from probe.backbones._torch.resnet import WIDTHS, BasicBlock, Block, Bottleneck
from probe.backbones._torch.stage_options import Stages
from probe.backbones._yolact.deformable import DeformableConv

Place = tuple[int, int]
"""Stage and block of it, both counted from 0."""


class Trunk(nn.Module):
    """A ResNet with the tensor names of YOLACT's files (`layers.STAGE.BLOCK`).

    Args:
        blocks: of the four stages.
        deformable: where the 3x3 convolution of a bottleneck is deformable.
        basic: basic blocks, as in ResNet-18 and -34; official networks have bottlenecks.
        widths: inner channels of the stages.
    """

    def __init__(
        self,
        blocks: Stages,
        deformable: frozenset[Place],
        *,
        basic: bool = False,
        widths: Stages = WIDTHS,
    ) -> None:
        super().__init__()
        kind: Block = BasicBlock if basic else Bottleneck
        self.conv1 = nn.Conv2d(3, widths[0], 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(widths[0])
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.layers = nn.ModuleList()
        inputs = widths[0]
        for stage, (width, count) in enumerate(zip(widths, blocks, strict=True)):
            layer = nn.Sequential()
            for place in range(count):
                stride = 2 if stage and not place else 1
                block = kind(inputs, width, stride, ibn=False)
                if (stage, place) in deformable:
                    block.conv2 = DeformableConv(width, width, stride)  # type: ignore[assignment]
                layer.append(block)
                inputs = width * kind.expansion
            self.layers.append(layer)

    def forward(self, x: torch.Tensor) -> list[torch.Tensor]:
        """Normalised `(n, 3, h, w)` to the maps after the last three stages."""
        x = self.maxpool(torch.relu(self.bn1(self.conv1(x))))
        maps = []
        for layer in self.layers:
            x = layer(x)
            maps.append(x)
        return maps[1:]
