"""StarGAN's discriminator: is a picture real, patch by patch, and which camera took it.

Names of tensors are the official ones: `conv1` judges patches, `conv2` names the camera.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import nn

from probe.backbones.stargan.generator import COLOURS

SLOPE = 0.01
"""Of the leaky ReLUs, as in the official file."""


@dataclass(frozen=True)
class DiscriminatorShape:
    """The shape of a discriminator.

    Attributes:
        cameras: that it tells apart.
        size: (height, width) of its pictures, multiples of 2 to the power of `layers`.
        width: channels of the first convolution; officially 64. Each layer doubles them.
        layers: convolutions that halve the picture; officially 6.
    """

    cameras: int
    size: tuple[int, int] = (256, 128)
    width: int = 64
    layers: int = 6

    @property
    def bottom(self) -> tuple[int, int]:
        """(height, width) of the last map, over all of which a camera is told."""
        down = 2**self.layers
        if self.size[0] % down or self.size[1] % down:
            raise ValueError(
                f"a discriminator of {self.layers} layers needs sides of multiples of {down}"
            )
        return self.size[0] // down, self.size[1] // down


class StyleDiscriminator(nn.Module):
    """Without normalisation, as WGAN-GP asks for."""

    def __init__(self, shape: DiscriminatorShape) -> None:
        super().__init__()
        self.shape = shape
        widths = [COLOURS, *(shape.width * 2**layer for layer in range(shape.layers))]
        layers: list[nn.Module] = []
        for before, after in pairwise(widths):
            layers += [nn.Conv2d(before, after, 4, 2, 1), nn.LeakyReLU(SLOPE)]
        self.main = nn.Sequential(*layers)
        self.conv1 = nn.Conv2d(widths[-1], 1, 3, 1, 1, bias=False)
        self.conv2 = nn.Conv2d(widths[-1], shape.cameras, shape.bottom, bias=False)

    def forward(self, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of patches `(n, 1, h', w')`, high for real, and logits of cameras `(n, cameras)`.

        Args:
            pictures: `(n, 3, h, w)`, -1..1.
        """
        maps = self.main(pictures)
        return self.conv1(maps), self.conv2(maps).flatten(1)


def is_discriminator(tensors: Mapping[str, torch.Tensor]) -> bool:
    """Whether tensors are a discriminator's."""
    names = {"main.0.weight", "conv1.weight", "conv2.weight"}
    return names <= set(tensors) and tuple(tensors["main.0.weight"].shape[2:]) == (4, 4)
