"""FD-GAN's generator G, with the pose encoder E_P inside it.

Names of tensors are the official ones: `en_*` is E_P, `de_*` the decoder. E_P has six convolutions
(document 0 speaks of five): five that halve the map, and one over all of what is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import torch
from torch import nn

POSE_CHANNELS = 18
"""Joints of OpenPose's COCO model."""

HALVINGS = 5
DEPTHS = (1, 2, 4, 8, 8)
"""Channels of E_P's maps, as multiples of its width."""

DROPOUT = 0.2

Fuse = Literal["cat", "add"]


@dataclass(frozen=True)
class GeneratorShape:
    """The shape of a generator.

    Attributes:
        size: (height, width) of pictures, multiples of 32.
        feature: numbers of E_I's feature.
        pose: of E_P's.
        noise: of the noise; document 0 and official 256.
        width: channels of the first convolution; officially 64.
        skips: how many maps of E_P the decoder is given, the smallest first; officially 0.
        fuse: how: side by side, or added.
    """

    size: tuple[int, int] = (256, 128)
    feature: int = 2048
    pose: int = 128
    noise: int = 256
    width: int = 64
    skips: int = 0
    fuse: Fuse = "cat"

    @property
    def bottom(self) -> tuple[int, int]:
        """(height, width) of the smallest map."""
        down = 2**HALVINGS
        if self.size[0] % down or self.size[1] % down:
            raise ValueError(f"pictures of a generator have sides of multiples of {down}")
        return self.size[0] // down, self.size[1] // down


class PoseGenerator(nn.Module):
    """A feature of a person, a pose and noise to a picture of that person in that pose."""

    def __init__(self, shape: GeneratorShape) -> None:
        super().__init__()
        self.shape = shape
        widths = [shape.width * depth for depth in DEPTHS]
        self.en_conv1 = nn.Conv2d(POSE_CHANNELS, widths[0], 4, 2, 1, bias=False)
        for number in range(2, HALVINGS + 1):
            halving = _down(widths[number - 2], widths[number - 1], 4, 2, 1)
            self.add_module(f"en_conv{number}", halving)
        self.en_avg = _down(widths[-1], shape.pose, shape.bottom, 1, 0)
        inputs = shape.feature + shape.pose + shape.noise
        self.de_avg = _up(inputs, widths[-1], shape.bottom, 1, 0)
        for number in range(HALVINGS, 1, -1):
            given = self._given(widths[number - 1], HALVINGS - number)
            self.add_module(f"de_conv{number}", _up(given, widths[number - 2], 4, 2, 1))
        last = nn.ConvTranspose2d(self._given(widths[0], HALVINGS - 1), 3, 4, 2, 1, bias=False)
        self.de_conv1 = nn.Sequential(nn.ReLU(), last, nn.Tanh())

    def _given(self, channels: int, place: int) -> int:
        """Channels that a step of the decoder is given, counted from the smallest map."""
        doubled = place < self.shape.skips and self.shape.fuse == "cat"
        return 2 * channels if doubled else channels

    def pose_maps(self, maps: torch.Tensor) -> list[torch.Tensor]:
        """E_P's maps, the largest first, from pose maps `(n, 18, h, w)`."""
        seen = [self.en_conv1(maps)]
        for number in range(2, HALVINGS + 1):
            seen.append(self.get_submodule(f"en_conv{number}")(seen[-1]))
        return seen

    def pose_feature(self, maps: torch.Tensor) -> torch.Tensor:
        """E_P's feature `(n, pose)` of pose maps `(n, 18, h, w)`."""
        feature: torch.Tensor = self.en_avg(self.pose_maps(maps)[-1]).flatten(1)
        return feature

    def forward(
        self, feature: torch.Tensor, maps: torch.Tensor, noise: torch.Tensor
    ) -> torch.Tensor:
        """Pictures `(n, 3, h, w)`, -1..1.

        Args:
            feature: `(n, feature)` of the people.
            maps: `(n, 18, h, w)` of the poses.
            noise: `(n, noise)`, standard normal.
        """
        seen = self.pose_maps(maps)
        pose = self.en_avg(seen[-1])
        given = torch.cat([feature[..., None, None], pose, noise[..., None, None]], dim=1)
        x = self.de_avg(given)
        for place, number in enumerate(range(HALVINGS, 0, -1)):
            if place < self.shape.skips:
                joined = seen[number - 1]
                x = torch.cat([x, joined], dim=1) if self.shape.fuse == "cat" else x + joined
            x = self.get_submodule(f"de_conv{number}")(x)
        picture: torch.Tensor = x
        return picture


def generator_shape(tensors: Mapping[str, torch.Tensor], noise: int = 256) -> GeneratorShape | None:
    """The shape of a generator, told from its tensors; None where they are of something else.

    Args:
        tensors: by name, without `module.`.
        noise: numbers of noise, which the tensors do not tell from those of the feature.
            Nor do they tell maps that are added: `skips` is then 0.
    """
    if not {"en_conv1.weight", "en_avg.1.weight", "de_avg.1.weight"} <= set(tensors):
        return None
    width = int(tensors["en_conv1.weight"].shape[0])
    pose, _, high, wide = tensors["en_avg.1.weight"].shape
    inputs = int(tensors["de_avg.1.weight"].shape[0])
    skips = 0
    for place, number in enumerate(range(HALVINGS, 0, -1)):
        name = f"de_conv{number}.1.weight"
        if name in tensors and int(tensors[name].shape[0]) == 2 * width * DEPTHS[number - 1]:
            skips = place + 1
    size = (int(high) * 2**HALVINGS, int(wide) * 2**HALVINGS)
    feature = inputs - int(pose) - noise
    return GeneratorShape(size, feature, int(pose), noise, width, skips)


def _down(
    inputs: int, outputs: int, kernel: int | tuple[int, int], stride: int, padding: int
) -> nn.Sequential:
    return nn.Sequential(
        nn.LeakyReLU(0.2),
        nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False),
        nn.BatchNorm2d(outputs),
    )


def _up(
    inputs: int, outputs: int, kernel: int | tuple[int, int], stride: int, padding: int
) -> nn.Sequential:
    return nn.Sequential(
        nn.ReLU(),
        nn.ConvTranspose2d(inputs, outputs, kernel, stride, padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.Dropout(DROPOUT),
    )
