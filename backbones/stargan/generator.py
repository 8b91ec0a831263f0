"""StarGAN's generator: a picture and a camera to the same picture in that camera's style.

Names of tensors are the official ones. Instance normalisation is affine and tracks running
statistics, as officially; which statistics normalise outside training is a choice with a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import torch
from torch import nn
from torch.nn import functional

COLOURS = 3
HALVINGS = 2
"""Convolutions that halve the picture, and transposed ones that double it again."""

Statistics = Literal["instance", "running"]
"""What normalises a picture that is drawn: its own statistics, or those that training averaged."""


@dataclass(frozen=True)
class GeneratorShape:
    """The shape of a generator.

    Attributes:
        cameras: styles that it draws.
        width: channels of the first convolution; officially 64.
        blocks: residual blocks; officially 6.
    """

    cameras: int
    width: int = 64
    blocks: int = 6


class StyleNorm(nn.InstanceNorm2d):
    """Affine instance normalisation with running statistics, which training always tracks.

    Attributes:
        statistics: in evaluation mode, `instance` (the official solver never leaves training mode)
            or `running` (what `eval()` of the official network does). Drawing moves neither.
    """

    def __init__(self, channels: int) -> None:
        super().__init__(channels, affine=True, track_running_stats=True)
        self.statistics: Statistics = "instance"

    def forward(self, input: torch.Tensor) -> torch.Tensor:  # noqa: A002 - torch's name
        """`(n, channels, h, w)` normalised."""
        if self.training or self.statistics == "running":
            return super().forward(input)
        return functional.instance_norm(
            input, weight=self.weight, bias=self.bias, use_input_stats=True, eps=self.eps
        )


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions beside the identity."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(channels, channels, 3, 1, 1, bias=False),
            StyleNorm(channels),
            nn.ReLU(inplace=True),
            nn.Conv2d(channels, channels, 3, 1, 1, bias=False),
            StyleNorm(channels),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, channels, h, w)`, of the same size."""
        y: torch.Tensor = x + self.main(x)
        return y


class StyleGenerator(nn.Module):
    """Pictures to pictures in the styles of cameras; sides are multiples of 4."""

    def __init__(self, shape: GeneratorShape) -> None:
        super().__init__()
        self.shape = shape
        width = shape.width
        layers = _layers(nn.Conv2d(COLOURS + shape.cameras, width, 7, 1, 3, bias=False))
        for _ in range(HALVINGS):
            layers += _layers(nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False))
            width *= 2
        layers += [ResidualBlock(width) for _ in range(shape.blocks)]
        for _ in range(HALVINGS):
            layers += _layers(nn.ConvTranspose2d(width, width // 2, 4, 2, 1, bias=False))
            width //= 2
        layers += [nn.Conv2d(width, COLOURS, 7, 1, 3, bias=False), nn.Tanh()]
        self.main = nn.Sequential(*layers)

    def forward(self, pictures: torch.Tensor, cameras: torch.Tensor) -> torch.Tensor:
        """Pictures `(n, 3, h, w)`, -1..1.

        Args:
            pictures: `(n, 3, h, w)`, -1..1.
            cameras: `(n,)` whose style each is to have, 0, 1, ...
        """
        wanted = functional.one_hot(cameras, self.shape.cameras).to(pictures.dtype)
        maps = wanted[:, :, None, None].expand(-1, -1, *pictures.shape[2:])
        styled: torch.Tensor = self.main(torch.cat([pictures, maps], dim=1))
        return styled

    def normalise_by(self, statistics: Statistics) -> None:
        """Choose what normalises in evaluation mode."""
        for module in self.modules():
            if isinstance(module, StyleNorm):
                module.statistics = statistics


def generator_shape(tensors: Mapping[str, torch.Tensor]) -> GeneratorShape | None:
    """The shape of a generator, told from its tensors; None where they are of something else.

    Args:
        tensors: by name, without `module.`.
    """
    first = tensors.get("main.0.weight")
    if first is None or first.ndim != 4 or tuple(first.shape[2:]) != (7, 7):
        return None
    width, channels = (int(length) for length in first.shape[:2])
    blocks = sum(name.endswith(".main.0.weight") for name in tensors)
    if channels <= COLOURS:
        return None
    return GeneratorShape(channels - COLOURS, width, blocks)


def _layers(convolution: nn.Conv2d | nn.ConvTranspose2d) -> list[nn.Module]:
    return [convolution, StyleNorm(convolution.out_channels), nn.ReLU(inplace=True)]
