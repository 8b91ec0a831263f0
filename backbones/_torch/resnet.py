"""ResNets as person re-identification uses them: last stride 1 or 2, optionally IBN-a, pooled.

He et al., CVPR 2016; in bottlenecks the stride sits on the 3x3 convolution (torchvision,
fast-reid). IBN-a: Pan et al., ECCV 2018. Tensor names are torchvision's, or IBN-Net's where IBN-a
is on.
"""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import nn

from probe.backbones._torch.stage_options import Stages

BLOCKS = (3, 4, 6, 3)
"""Blocks of the stages of ResNet-50 (He et al., table 1)."""

WIDTHS = (64, 128, 256, 512)
"""Inner channels of the stages, in every depth of that table."""

EXPANSION = 4
"""Outputs of a bottleneck over its inner channels."""

DIMENSION = WIDTHS[-1] * EXPANSION


class HalfInstanceNorm(nn.Module):
    """Instance normalisation of the first half of the channels, batch normalisation of the rest."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.split_at = channels // 2
        self.IN = nn.InstanceNorm2d(self.split_at, affine=True)
        self.BN = nn.BatchNorm2d(channels - self.split_at)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, channels, h, w)`, same shape out."""
        first, second = x[:, : self.split_at], x[:, self.split_at :]
        return torch.cat([self.IN(first.contiguous()), self.BN(second.contiguous())], dim=1)


class Bottleneck(nn.Module):
    """1x1, 3x3 (with the stride) and 1x1 convolutions around an identity or a projection."""

    expansion: ClassVar[int] = EXPANSION

    def __init__(self, inputs: int, width: int, stride: int, *, ibn: bool) -> None:
        super().__init__()
        outputs = width * EXPANSION
        self.conv1 = nn.Conv2d(inputs, width, 1, bias=False)
        self.bn1 = HalfInstanceNorm(width) if ibn else nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, outputs, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(outputs)
        self.downsample = (
            nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)
            )
            if stride != 1 or inputs != outputs
            else None
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs, h, w)` to `(n, 4 * width, h / stride, w / stride)`."""
        out = torch.relu(self.bn1(self.conv1(x)))
        out = torch.relu(self.bn2(self.conv2(out)))
        out = self.bn3(self.conv3(out))
        return torch.relu(out + (x if self.downsample is None else self.downsample(x)))


class BasicBlock(nn.Module):
    """Two 3x3 convolutions (the first with the stride), as in ResNet-18 and ResNet-34."""

    expansion: ClassVar[int] = 1

    def __init__(self, inputs: int, width: int, stride: int, *, ibn: bool) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, width, 3, stride, 1, bias=False)
        self.bn1 = HalfInstanceNorm(width) if ibn else nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.downsample = (
            nn.Sequential(nn.Conv2d(inputs, width, 1, stride, bias=False), nn.BatchNorm2d(width))
            if stride != 1 or inputs != width
            else None
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs, h, w)` to `(n, width, h / stride, w / stride)`."""
        out = torch.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        return torch.relu(out + (x if self.downsample is None else self.downsample(x)))


Block = type[Bottleneck] | type[BasicBlock]


class ResNet(nn.Module):
    """A ResNet of any depth and width up to global average pooling.

    Args:
        last_stride: of the last stage; 1 doubles the height and width of the last map.
        block: of all stages.
        blocks: how many in each stage; ResNet-18 has (2, 2, 2, 2) basic ones.
        widths: inner channels of each stage.
        ibn_a: IBN-a in the first three stages.
        stem_relu: False for reid-strong-baseline's plain ResNet, which leaves it out.
        stem_ceil: pooling of the stem rounds up without padding (fast-reid since 1.0).
    """

    def __init__(
        self,
        last_stride: int,
        *,
        block: Block = Bottleneck,
        blocks: Stages = BLOCKS,
        widths: Stages = WIDTHS,
        ibn_a: bool = False,
        stem_relu: bool = True,
        stem_ceil: bool = False,
    ) -> None:
        super().__init__()
        self.dimension = widths[-1] * block.expansion
        self.conv1 = nn.Conv2d(3, widths[0], 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(widths[0])
        self.relu = nn.ReLU(inplace=True) if stem_relu else nn.Identity()
        padding = 0 if stem_ceil else 1
        self.maxpool = nn.MaxPool2d(3, 2, padding, ceil_mode=stem_ceil)
        inputs = widths[0]
        for stage, (width, count) in enumerate(zip(widths, blocks, strict=True), start=1):
            stride = {1: 1, 4: last_stride}.get(stage, 2)
            ibn = ibn_a and stage < len(widths)
            self.add_module(f"layer{stage}", _stage(inputs, width, count, stride, block, ibn=ibn))
            inputs = width * block.expansion

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to `(n, dimension, h / 32, w / 32)`; last stride 1: `h / 16, w / 16`."""
        return self.map_after(x, len(WIDTHS))

    def map_after(self, x: torch.Tensor, stages: int) -> torch.Tensor:
        """`(n, 3, h, w)` to the map after the first `stages` of the four."""
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        for stage in range(1, stages + 1):
            x = self.get_submodule(f"layer{stage}")(x)
        return x

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, dimension)`, at least 0."""
        return self.feature_map(x).mean((2, 3))


class ResNet50(ResNet):
    """ResNet-50: bottlenecks (3, 4, 6, 3) of widths (64, 128, 256, 512), 2048 features."""

    def __init__(
        self,
        last_stride: int,
        *,
        ibn_a: bool = False,
        stem_relu: bool = True,
        stem_ceil: bool = False,
    ) -> None:
        super().__init__(last_stride, ibn_a=ibn_a, stem_relu=stem_relu, stem_ceil=stem_ceil)


def _stage(
    inputs: int, width: int, count: int, stride: int, block: Block = Bottleneck, *, ibn: bool
) -> nn.Sequential:
    first = block(inputs, width, stride, ibn=ibn)
    others = (block(width * block.expansion, width, 1, ibn=ibn) for _ in range(count - 1))
    return nn.Sequential(first, *others)
