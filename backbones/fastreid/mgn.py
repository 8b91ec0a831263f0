"""FastReID's MGN: a ResNet-50 that splits in three branches, their maps cut in stripes.

Wang et al., ACM MM 2018 (arXiv 1804.01438), as `fastreid/modeling/meta_arch/mgn.py` has it since
version 1.0; tensor names are those of that file. In evaluation the vector is every head's feature
after its neck: three whole maps, then two halves, then three thirds.
"""

from __future__ import annotations

import torch
from torch import nn

from probe.backbones._torch.resnet import DIMENSION, ResNet50
from probe.backbones.fastreid.model import pooling_of
from probe.contracts import VectorPart

STRIPES = {"b1": 1, "b2": 2, "b3": 3}
"""Branch: into how many stripes its map is cut."""


def mgn_parts(dimension: int) -> tuple[VectorPart, ...]:
    """The eight heads' features in the order of the vector: wholes, halves, thirds.

    Args:
        dimension: of one head's feature.
    """
    wholes = [VectorPart(f"whole, branch {k + 1}", dimension) for k in range(len(STRIPES))]
    stripes = [
        VectorPart(f"{name} {k + 1}", dimension, top=k / count, bottom=(k + 1) / count)
        for name, count in (("half", 2), ("third", 3))
        for k in range(count)
    ]
    return (*wholes, *stripes)


class ReducedHead(nn.Module):
    """Pooling, a linear layer without bias (stored as a 1x1 convolution), batch norm."""

    def __init__(self, pooling: str, dimension: int) -> None:
        super().__init__()
        self.pool_layer = pooling_of(pooling)
        convolution = nn.Conv2d(DIMENSION, dimension, 1, bias=False)
        self.bottleneck = nn.Sequential(convolution, nn.BatchNorm2d(dimension))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 2048, h, w)` to `(n, dimension)`."""
        pooled: torch.Tensor = self.pool_layer(x)
        reduced: torch.Tensor = self.bottleneck(pooled[:, :, None, None])
        return reduced.flatten(1)


class Mgn(nn.Module):
    """The trunk up to the first block of stage 3, three branches, eight heads.

    Args:
        pooling: `average`, `max`, `gem` (p = 3) or `gem_learned`.
        dimension: of one head's feature.
        last_stride: of the first branch's last stage; the other two keep stride 1.
        stem_ceil: the stem's pooling rounds up without padding.
        ibn_a: IBN-a in the first three stages.
    """

    def __init__(
        self, *, pooling: str, dimension: int, last_stride: int, stem_ceil: bool, ibn_a: bool
    ) -> None:
        super().__init__()
        whole = ResNet50(last_stride, ibn_a=ibn_a, stem_ceil=stem_ceil)
        stages = [list(whole.get_submodule(f"layer{stage}").children()) for stage in (1, 2, 3)]
        self.backbone = nn.Sequential(
            whole.conv1,
            whole.bn1,
            whole.relu,
            whole.maxpool,
            nn.Sequential(*stages[0]),
            nn.Sequential(*stages[1]),
            stages[2][0],
        )
        for branch, stripes in STRIPES.items():
            rest = ResNet50(last_stride if branch == "b1" else 1, ibn_a=ibn_a)
            fourth = list(rest.get_submodule("layer3").children())[1:]
            fifth = rest.get_submodule("layer4")
            self.add_module(branch, nn.Sequential(nn.Sequential(*fourth), fifth))
            names = [branch, *(f"{branch}{k + 1}" for k in range(stripes) if stripes > 1)]
            for name in names:
                self.add_module(f"{name}_head", ReducedHead(pooling, dimension))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, 8 * dimension)`."""
        shared = self.backbone(x)
        wholes, parts = [], []
        for branch, stripes in STRIPES.items():
            branch_map = self.get_submodule(branch)(shared)
            wholes.append(self.get_submodule(f"{branch}_head")(branch_map))
            cut = branch_map.chunk(stripes, dim=2) if stripes > 1 else ()
            for number, stripe in enumerate(cut, start=1):
                parts.append(self.get_submodule(f"{branch}{number}_head")(stripe))
        return torch.cat([*wholes, *parts], dim=1)
