"""The network of document 003 as far as vectors need it: trunk, pooling, local branch.

The document removes the last pooling of ResNet-50 and puts a global branch and a local one upon its
map. At test it takes POOL-5, so the local branch acts through training alone; `with_branch` puts
what the branch says of the parts into the vector, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

import torch
from torch import nn

from probe.backbones._torch.resnet import ResNet
from probe.backbones._torch.resnet_shape import ResNetShape
from probe.backbones.lstm.pooling import PARTS, TIMES, Pooling, Rows, pooled, pooled_parts, rows_of
from probe.backbones.lstm.sequence import IndependentParts, PartSequence
from probe.contracts import VectorPart

Local = Literal["none", "lstm", "independent"]
"""The local branch: none; the document's LSTM; or its control, parts that do not see each other."""

HIDDEN = 256
"""Units of each direction of the LSTM (document 003, section 3.2)."""

PART_NAMES = ("head", "body", "legs")
"""The document's names of the three parts, from the top down."""


@dataclass(frozen=True)
class LstmShape:
    """The shape of the network.

    Attributes:
        trunk: of the ResNet.
        last_stride: of its last stage; the document does not say, HHL has 2.
        pooling: of the map and of its parts.
        rows: which rows the parts have.
        local: the local branch.
        hidden: units of each direction of the LSTM; other branches have as many outputs a part.
        with_branch: whether the vectors of the parts are in the vector.
    """

    trunk: ResNetShape
    last_stride: int
    pooling: Pooling = "sum"
    rows: Rows = "adaptive"
    local: Local = "lstm"
    hidden: int = HIDDEN
    with_branch: bool = False

    @property
    def pooled_length(self) -> int:
        """Numbers of a pooled map, and of a pooled part."""
        return self.trunk.widths[-1] * self.trunk.block.expansion * TIMES[self.pooling]

    @property
    def part_length(self) -> int:
        """Numbers that the local branch gives for a part."""
        return 2 * self.hidden

    @property
    def dimension(self) -> int:
        """Numbers of the vector."""
        return self.pooled_length + (PARTS * self.part_length if self.with_branch else 0)

    def map_height(self, picture_height: int) -> int:
        """Rows of the last map for pictures of a height: halved, rounded up, 4 or 5 times."""
        return -(-picture_height // (16 * self.last_stride))

    def parts(self, picture_height: int) -> tuple[VectorPart, ...]:
        """The parts of the vector, with the rows of the picture under them; none without branch."""
        if not self.with_branch:
            return ()
        height = self.map_height(picture_height)
        return (
            VectorPart("whole", self.pooled_length),
            *(
                VectorPart(name, self.part_length, top=top / height, bottom=bottom / height)
                for name, (top, bottom) in zip(PART_NAMES, rows_of(height, self.rows), strict=True)
            ),
        )


class LstmNet(nn.Module):
    """Trunk and local branch.

    Args:
        shape: its shape.
        base: a trunk of this shape that is there already; None for a new one.

    Attributes:
        shape: its shape.
        base: the ResNet, with torchvision's names.
        local: the local branch up to the vectors of the parts; None where there is none.
    """

    def __init__(self, shape: LstmShape, base: ResNet | None = None) -> None:
        super().__init__()
        self.shape = shape
        self.base = base or shape.trunk.network(shape.last_stride, stem_relu=True)
        self.local: nn.Module | None = None
        if shape.local == "lstm":
            self.local = PartSequence(shape.pooled_length, shape.hidden)
        elif shape.local == "independent":
            self.local = IndependentParts(shape.pooled_length, shape.part_length)

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the last map `(n, channels, h / 32, w / 32)`; stride 1: `h / 16`."""
        feature_map: torch.Tensor = self.base.feature_map(x)
        return feature_map

    def branches(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor | None]:
        """POOL-5 `(n, pooled_length)`, and the vectors of the parts `(n, 3, part_length)`."""
        feature_map = self.feature_map(x)
        whole = pooled(feature_map, self.shape.pooling)
        if self.local is None:
            return whole, None
        parts = pooled_parts(feature_map, self.shape.pooling, self.shape.rows)
        return whole, cast("torch.Tensor", self.local(parts))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to vectors `(n, dimension)`."""
        if not self.shape.with_branch:
            return pooled(self.feature_map(x), self.shape.pooling)
        whole, parts = self.branches(x)
        if parts is None:
            raise RuntimeError("a shape without local branch has no vectors of parts")
        # Ours: the two halves weigh the same, whatever the scale of POOL-5.
        return torch.cat([_unit(whole), _unit(parts.flatten(1))], dim=1)


def _unit(vectors: torch.Tensor) -> torch.Tensor:
    lengths: torch.Tensor = vectors.norm(dim=1, keepdim=True)
    return vectors / lengths.clamp(min=1e-12)
