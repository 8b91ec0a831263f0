"""The pairwise verification network of Ahmed, Jones and Marks (CVPR 2015), known as IDLA."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from probe.backbones.idla.differences import (
    SIDE,
    neighbourhood_differences,
    row_by_row,
    summarised,
)
from probe.backbones.idla.rules import PairRules

_ON_CPU, _ON_GPU = 4, 64
"""Pairs that are compared at a time. On a CPU larger tensors of differences go back to the system
and are fetched anew for every block: 32 pairs take three times as long a pair
(`benchmarks/pair_network.txt`). On a GPU 64 pairs take 150 MB (ours)."""


def together(device: torch.device) -> int:
    """Pairs that are best compared at a time without gradients."""
    return _ON_CPU if device.type == "cpu" else _ON_GPU


@dataclass(frozen=True)
class PairShape:
    """Channels of the layers; the defaults are the paper's.

    Attributes:
        first, second: of the tied convolutions.
        summary: of the patch summary.
        cross: of the cross-patch features.
        hidden: of the first fully connected layer.
    """

    first: int = 20
    second: int = 25
    summary: int = 25
    cross: int = 25
    hidden: int = 500


def map_size(size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) of the maps of pictures of a size; 0 or less where it is too small."""
    height, width = (((side - 4) // 2 - 4) // 2 for side in size)
    return height, width


def cross_size(size: tuple[int, int], *, ceiling: bool = True) -> tuple[int, int]:
    """(height, width) of the cross-patch maps after pooling."""
    height, width = ((side - 2 + ceiling) // 2 for side in map_size(size))
    return height, width


class PairNetwork(nn.Module):
    """Two pictures to two logits; 2,308,147 parameters at 160x60 with tied convolutions.

    Args:
        size: (height, width) of the pictures; 24x24 is the least that leaves a place to compare.
        shape: channels of the layers.
        rules: how maps are compared.

    Raises:
        ValueError: the pictures are too small.
    """

    def __init__(
        self,
        size: tuple[int, int] = (160, 60),
        shape: PairShape = PairShape(),
        rules: PairRules = PairRules(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__()
        height, width = cross_size(size, ceiling=rules.ceiling)
        if min(height, width) < 1:
            raise ValueError(f"pictures of {size[0]}x{size[1]} are too small to be compared")
        self.size, self.shape, self.rules = size, shape, rules
        self.conv1 = nn.Conv2d(3, shape.first, 5)
        self.conv2 = nn.Conv2d(shape.first, shape.second, 5)
        if not rules.tied:
            self.other1 = nn.Conv2d(3, shape.first, 5)
            self.other2 = nn.Conv2d(shape.first, shape.second, 5)
        self.patch1, self.patch2 = (
            nn.Conv2d(shape.second, shape.summary, SIDE, SIDE) for _ in range(2)
        )
        self.cross1, self.cross2 = (nn.Conv2d(shape.summary, shape.cross, 3) for _ in range(2))
        self.fc1 = nn.Linear(2 * shape.cross * height * width, shape.hidden)
        self.fc2 = nn.Linear(shape.hidden, 2)

    def maps(self, pictures: torch.Tensor, *, second: bool = False) -> torch.Tensor:
        """`(n, 25, 37, 12)` of normalised pictures `(n, 3, 160, 60)`.

        Args:
            pictures: normalised.
            second: whether they are the second of their pairs; tied convolutions give the same.
        """
        other = second and not self.rules.tied
        layers = (self.other1, self.other2) if other else (self.conv1, self.conv2)
        for layer in layers:
            pictures = functional.max_pool2d(functional.relu(layer(pictures)), 2)
        return pictures

    def compare(self, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """Logits `(n, 2)` of n pairs of maps; `rules.same` says which column is one person."""
        logits: torch.Tensor = self.fc2(self.relations(first, second))
        return logits

    def relations(self, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """`(n, hidden)` of n pairs of maps: what the last layer decides by."""
        swapped = self.rules.swapped
        forward = neighbourhood_differences(first, second)
        back = neighbourhood_differences(second, first) if swapped else -forward
        sides = (
            self._cross(forward, self.patch1, self.cross1),
            self._cross(back, self.patch2, self.cross2),
        )
        return functional.relu(self.fc1(torch.cat(sides, 1).flatten(1)))

    def forward(self, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """Logits `(n, 2)` of n pairs of normalised pictures `(n, 3, h, w)`."""
        return self.compare(self.maps(first), self.maps(second, second=True))

    def log_odds(self, logits: torch.Tensor) -> torch.Tensor:
        """`(n,)`: the logit of one person less that of two."""
        same = self.rules.same
        return logits[:, same] - logits[:, 1 - same]

    def summary(self, differences: torch.Tensor, patch: nn.Conv2d) -> torch.Tensor:
        """The patch summary `(n, 25, 37, 12)` of differences `(n, 25, 25, 37, 12)`."""
        positive = functional.relu(differences) if self.rules.rectified else differences.abs()
        if self.rules.in_blocks:
            return functional.relu(summarised(positive, patch))
        mixed: torch.Tensor = functional.relu(patch(row_by_row(positive)))
        return mixed

    def _cross(self, differences: torch.Tensor, patch: nn.Conv2d, cross: nn.Conv2d) -> torch.Tensor:
        crossed = functional.relu(cross(self.summary(differences, patch)))
        return functional.max_pool2d(crossed, 2, ceil_mode=self.rules.ceiling)


class Maps(nn.Module):
    """What a pair network computes once a picture: its map as one vector.

    Where the convolutions are not tied, the vector is the map as a first picture, then as a second.
    """

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """`(n, d)` of normalised pictures `(n, 3, h, w)`."""
        maps = [self.network.maps(pictures)]
        if not self.network.rules.tied:
            maps.append(self.network.maps(pictures, second=True))
        return torch.cat([part.flatten(1) for part in maps], 1)
