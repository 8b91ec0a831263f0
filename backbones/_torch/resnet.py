"""ResNet-50 as person re-identification uses it: last stride 1 or 2, optionally IBN-a, pooled.

He et al., CVPR 2016; the stride sits on the 3x3 convolution (torchvision, fast-reid). IBN-a: Pan et
al., ECCV 2018. Tensor names are torchvision's, or IBN-Net's where IBN-a is on.
"""

from __future__ import annotations

import torch
from torch import nn

BLOCKS = (3, 4, 6, 3)
WIDTHS = (64, 128, 256, 512)
EXPANSION = 4
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


class ResNet50(nn.Module):
    """ResNet-50 up to global average pooling.

    Args:
        last_stride: of the last stage; 1 doubles the height and width of the last map.
        ibn_a: IBN-a in the first three stages.
        stem_relu: False for reid-strong-baseline's plain ResNet, which leaves it out.
        stem_ceil: pooling of the stem rounds up without padding (fast-reid since 1.0).
    """

    def __init__(
        self,
        last_stride: int,
        *,
        ibn_a: bool = False,
        stem_relu: bool = True,
        stem_ceil: bool = False,
    ) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, WIDTHS[0], 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(WIDTHS[0])
        self.relu = nn.ReLU(inplace=True) if stem_relu else nn.Identity()
        padding = 0 if stem_ceil else 1
        self.maxpool = nn.MaxPool2d(3, 2, padding, ceil_mode=stem_ceil)
        inputs = WIDTHS[0]
        for stage, (width, blocks) in enumerate(zip(WIDTHS, BLOCKS, strict=True), start=1):
            stride = {1: 1, 4: last_stride}.get(stage, 2)
            made = _stage(inputs, width, blocks, stride, ibn=ibn_a and stage < len(WIDTHS))
            self.add_module(f"layer{stage}", made)
            inputs = width * EXPANSION

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to `(n, 2048, h / 32, w / 32)`, or `h / 16, w / 16` with last stride 1."""
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        for stage in range(1, len(WIDTHS) + 1):
            x = self.get_submodule(f"layer{stage}")(x)
        return x

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, 2048)`, at least 0."""
        return self.feature_map(x).mean((2, 3))


def _stage(inputs: int, width: int, blocks: int, stride: int, *, ibn: bool) -> nn.Sequential:
    first = Bottleneck(inputs, width, stride, ibn=ibn)
    others = (Bottleneck(width * EXPANSION, width, 1, ibn=ibn) for _ in range(blocks - 1))
    return nn.Sequential(first, *others)
