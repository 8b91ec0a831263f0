"""The additional encoder E_A and its verification classifier C_v (document 0).

The document says: Model A has four convolutions after the last block of E_I, Model B branches off
before that block and has five; both have skip connections. Ours, as it leaves them open: 3x3
kernels, batch norm, ReLU, a skip over every two convolutions, global average pooling, and for
Model B a first convolution of stride 2 to the width of the last block.
"""

from __future__ import annotations

from typing import Literal

import torch
from torch import nn

from probe.backbones._torch.resnet import WIDTHS, ResNet
from probe.backbones._torch.verifier import Verifier
from probe.backbones.fdgan.encoder import Siamese

Model = Literal["A", "B"]

CONVOLUTIONS: dict[Model, int] = {"A": 4, "B": 5}
"""How many E_A has."""


class AdditionalEncoder(nn.Module):
    """E_A: a map of E_I to a map of its own.

    Args:
        inputs: channels of the map that it is given.
        width: channels of its own.
        convolutions: even (Model A), or odd with a first one of stride 2 (Model B).
    """

    def __init__(self, inputs: int, width: int, convolutions: int) -> None:
        super().__init__()
        self.stem = convolutions % 2
        sizes = [inputs, *[width] * convolutions]
        strides = [2 if self.stem and not place else 1 for place in range(convolutions)]
        self.convs = nn.ModuleList(
            nn.Conv2d(before, after, 3, stride, 1, bias=False)
            for before, after, stride in zip(sizes, sizes[1:], strides, strict=False)
        )
        self.norms = nn.ModuleList(nn.BatchNorm2d(width) for _ in range(convolutions))
        if inputs != width and not self.stem:
            raise ValueError(f"a skip from {inputs} to {width} channels is not possible")

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs, h, w)` to `(n, width, h, w)`; Model B: `(n, width, h / 2, w / 2)`."""
        if self.stem:
            x = torch.relu(self._normed(0, x))
        for place in range(self.stem, len(self.convs), 2):
            inner = torch.relu(self._normed(place, x))
            x = torch.relu(x + self._normed(place + 1, inner))
        return x

    def _normed(self, place: int, x: torch.Tensor) -> torch.Tensor:
        normed: torch.Tensor = self.norms[place](self.convs[place](x))
        return normed


class DomainEncoder(nn.Module):
    """E_I as it is, E_A on one of its maps, and C_v on E_A's features.

    Args:
        encoder: E_I; `frozen` in a transfer.
        model: A or B.
    """

    def __init__(self, encoder: Siamese, model: Model) -> None:
        super().__init__()
        self.encoder = encoder
        self.model = model
        trunk = encoder.trunk
        self.dimension = encoder.dimension
        inputs = self.dimension if model == "A" else _inputs_of_last_stage(trunk)
        self.additional = AdditionalEncoder(inputs, self.dimension, CONVOLUTIONS[model])
        self.verifier = Verifier(self.dimension, 1)

    def shared_map(self, x: torch.Tensor) -> torch.Tensor:
        """Pictures `(n, 3, h, w)` to the map of E_I that E_A is given."""
        last = len(WIDTHS)
        return self.encoder.trunk.map_after(x, last if self.model == "A" else last - 1)

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to E_A's last map."""
        additional_map: torch.Tensor = self.additional(self.shared_map(x))
        return additional_map

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to E_A's features `(n, d)`."""
        return self.feature_map(x).mean((2, 3))


def _inputs_of_last_stage(trunk: ResNet) -> int:
    stage = trunk.get_submodule("layer4")
    convolutions = (part for part in stage.modules() if isinstance(part, nn.Conv2d))
    return next(convolutions).in_channels
