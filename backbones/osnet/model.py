"""OSNet and OSNet-AIN (Zhou et al., ICCV 2019, arXiv 1905.00953; TPAMI 2021, arXiv 1910.06827).

Tensor names are those of `torchreid/models/osnet.py` and `osnet_ain.py`, so that torchreid's
weights load as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import torch
from torch import nn

STREAMS = 4
"""Streams of a block, T in the paper: the longest sees 9 x 9 places."""

GATE_REDUCTION = 16
"""Channels over hidden units of a gate (`reduction` of torchreid's `ChannelGate`)."""

BOTTLENECK_REDUCTION = 4
"""Outputs of a block over its inner channels (`bottleneck_reduction` of torchreid's `OSBlock`)."""


class ConvNorm(nn.Module):
    """Convolution, normalisation and, unless linear, ReLU."""

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int = 1,
        *,
        stride: int = 1,
        linear: bool = False,
        instance_norm: bool = False,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.bn: nn.Module
        if instance_norm:
            self.bn = nn.InstanceNorm2d(outputs, affine=True)
        else:
            self.bn = nn.BatchNorm2d(outputs)
        self.relu = nn.Identity() if linear else nn.ReLU(inplace=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs, h, w)` to `(n, outputs, h / stride, w / stride)`."""
        return cast("torch.Tensor", self.relu(self.bn(self.conv(x))))


class LightConv(nn.Module):
    """1x1 convolution then depthwise 3x3 convolution, batch norm, ReLU."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 1, bias=False)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, groups=channels, bias=False)
        self.bn = nn.BatchNorm2d(channels)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Same shape in and out."""
        return torch.relu(self.bn(self.conv2(self.conv1(x))))


class ChannelGate(nn.Module):
    """Weighs channels by what a small network sees in their means (aggregation gate, eq. 3)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        hidden = channels // GATE_REDUCTION
        self.fc1 = nn.Conv2d(channels, hidden, 1)
        self.fc2 = nn.Conv2d(hidden, channels, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Same shape in and out."""
        means = x.mean((2, 3), keepdim=True)
        return x * torch.sigmoid(self.fc2(torch.relu(self.fc1(means))))


class LightConvStream(nn.Module):
    """A chain of light convolutions."""

    def __init__(self, channels: int, depth: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(*(LightConv(channels) for _ in range(depth)))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Same shape in and out."""
        return cast("torch.Tensor", self.layers(x))


class OmniScaleBlock(nn.Module):
    """The residual bottleneck with gated streams of growing depth (figure 4 of the paper)."""

    conv3: nn.Module

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        middle = outputs // BOTTLENECK_REDUCTION
        self.conv1 = ConvNorm(inputs, middle)
        self._add_streams(middle)
        self.gate = ChannelGate(middle)
        self.conv3 = ConvNorm(middle, outputs, linear=True)
        self.downsample = ConvNorm(inputs, outputs, linear=True) if inputs != outputs else None

    def _add_streams(self, channels: int) -> None:
        self.conv2a = LightConv(channels)
        for depth, letter in enumerate("bcd", start=2):
            chain = nn.Sequential(*(LightConv(channels) for _ in range(depth)))
            self.add_module(f"conv2{letter}", chain)

    def streams(self) -> Iterable[nn.Module]:
        """The chains of light convolutions, from the shortest."""
        return (self.get_submodule(f"conv2{letter}") for letter in "abcd")

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs, h, w)` to `(n, outputs, h, w)`."""
        narrow = self.conv1(x)
        first, *others = (self.gate(stream(narrow)) for stream in self.streams())
        merged = sum(others, first)
        identity = x if self.downsample is None else self.downsample(x)
        return torch.relu(self.conv3(merged) + identity)


class StreamBlock(OmniScaleBlock):
    """The same block with the names of OSNet-AIN: a list of streams."""

    def _add_streams(self, channels: int) -> None:
        depths = range(1, STREAMS + 1)
        self.conv2 = nn.ModuleList(LightConvStream(channels, depth) for depth in depths)

    def streams(self) -> Iterable[nn.Module]:
        """The chains of light convolutions, from the shortest."""
        return iter(self.conv2)


class InstanceNormBlock(StreamBlock):
    """With instance normalisation inside the residual, before the sum, instead of batch norm."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs)
        middle = outputs // BOTTLENECK_REDUCTION
        self.conv3 = nn.Sequential()
        self.conv3.add_module("conv", nn.Conv2d(middle, outputs, 1, bias=False))
        self.IN = nn.InstanceNorm2d(outputs, affine=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs, h, w)` to `(n, outputs, h, w)`."""
        narrow = self.conv1(x)
        first, *others = (self.gate(stream(narrow)) for stream in self.streams())
        identity = x if self.downsample is None else self.downsample(x)
        return torch.relu(self.IN(self.conv3(sum(others, first))) + identity)


class EmbeddingHead(nn.Sequential):
    """Linear, batch norm, ReLU: the feature that is used at test time."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(nn.Linear(inputs, outputs), nn.BatchNorm1d(outputs), nn.ReLU(inplace=True))


class _Trunk(nn.Module):
    """What both networks share: the order of the stages and the head."""

    def stages(self) -> Iterable[nn.Module]:
        """The stages before pooling, in order."""
        raise NotImplementedError

    fc: EmbeddingHead

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the last map `(n, c, h / 16, w / 16)`."""
        for stage in self.stages():
            x = stage(x)
        return x

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, 512)`, at least 0."""
        return cast("torch.Tensor", self.fc(self.feature_map(x).mean((2, 3))))


class OSNet(_Trunk):
    """OSNet of a given width.

    Args:
        channels: of the four stages: (64, 256, 384, 512) at x1.0.
        dimension: of the feature.
    """

    def __init__(self, channels: tuple[int, int, int, int], dimension: int = 512) -> None:
        super().__init__()
        stem, second, third, fourth = channels
        self.conv1 = ConvNorm(3, stem, 7, stride=2)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.conv2 = self._stage(stem, second, reduce=True)
        self.conv3 = self._stage(second, third, reduce=True)
        self.conv4 = self._stage(third, fourth, reduce=False)
        self.conv5 = ConvNorm(fourth, fourth)
        self.fc = EmbeddingHead(fourth, dimension)

    @staticmethod
    def _stage(inputs: int, outputs: int, *, reduce: bool) -> nn.Sequential:
        blocks = [OmniScaleBlock(inputs, outputs), OmniScaleBlock(outputs, outputs)]
        half = [_halving(outputs)] if reduce else []
        return nn.Sequential(*blocks, *half)

    def stages(self) -> Iterable[nn.Module]:
        """The stages before pooling, in order."""
        return (self.conv1, self.maxpool, self.conv2, self.conv3, self.conv4, self.conv5)


class OSNetAIN(_Trunk):
    """OSNet with instance normalisation where the search of the second paper put it."""

    def __init__(self, channels: tuple[int, int, int, int], dimension: int = 512) -> None:
        super().__init__()
        stem, second, third, fourth = channels
        self.conv1 = ConvNorm(3, stem, 7, stride=2, instance_norm=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.conv2 = nn.Sequential(
            InstanceNormBlock(stem, second), InstanceNormBlock(second, second)
        )
        self.pool2 = _halving(second)
        self.conv3 = nn.Sequential(StreamBlock(second, third), InstanceNormBlock(third, third))
        self.pool3 = _halving(third)
        self.conv4 = nn.Sequential(InstanceNormBlock(third, fourth), StreamBlock(fourth, fourth))
        self.conv5 = ConvNorm(fourth, fourth)
        self.fc = EmbeddingHead(fourth, dimension)

    def stages(self) -> Iterable[nn.Module]:
        """The stages before pooling, in order."""
        first = (self.conv1, self.maxpool, self.conv2, self.pool2)
        return (*first, self.conv3, self.pool3, self.conv4, self.conv5)


def _halving(channels: int) -> nn.Sequential:
    return nn.Sequential(ConvNorm(channels, channels), nn.AvgPool2d(2, stride=2))
