"""FastReID's ResNet-50 with an embedding head (He et al., arXiv 2006.02631).

Tensor names are those of `fastreid/modeling/backbones/resnet.py` and `heads/embedding_head.py`. In
evaluation the head gives the feature after the neck, whatever `NECK_FEAT` says about training.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import nn

from probe.backbones._torch.resnet import DIMENSION, ResNet50

_NON_LOCAL = {2: (2, 3), 3: (3, 4, 5)}
"""Stage: blocks that a non-local block follows (`non_layers` 0, 2, 3, 0 of the official file)."""

_STAGES = 4

_GEM_POWER = 3.0
"""p where it is fixed, and where learning begins (Radenovic et al.; FastReID's pooling layers)."""

_GEM_FLOOR = 1e-6
"""Activations are at least this before the power is taken, as in FastReID's pooling layers."""


class NonLocal(nn.Module):
    """Dot products of positions over few inner channels, batch norm, identity.

    The official block has one inner channel, whatever its reduction ratio says.
    """

    def __init__(self, channels: int, inner: int) -> None:
        super().__init__()
        self.g = nn.Conv2d(channels, inner, 1)
        self.theta = nn.Conv2d(channels, inner, 1)
        self.phi = nn.Conv2d(channels, inner, 1)
        self.W = nn.Sequential(nn.Conv2d(inner, channels, 1), nn.BatchNorm2d(channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Same shape in and out."""
        value, query, key = (layer(x).flatten(2) for layer in (self.g, self.theta, self.phi))
        weights = query.transpose(1, 2) @ key / key.shape[-1]
        seen = (weights @ value.transpose(1, 2)).transpose(1, 2)
        return cast("torch.Tensor", self.W(seen.reshape(len(x), -1, *x.shape[2:])) + x)


class Trunk(ResNet50):
    """ResNet-50 with non-local blocks behind the last blocks of stages 2 and 3."""

    def __init__(self, last_stride: int, *, ibn_a: bool, stem_ceil: bool, non_local: int) -> None:
        super().__init__(last_stride, ibn_a=ibn_a, stem_ceil=stem_ceil)
        self.non_local = non_local
        for stage, after in _NON_LOCAL.items() if non_local else ():
            channels = DIMENSION >> (_STAGES - stage)
            self.add_module(
                f"NL_{stage}", nn.ModuleList(NonLocal(channels, non_local) for _ in after)
            )

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the last map."""
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        for stage in range(1, _STAGES + 1):
            x = self._stage(stage, x)
        return x

    def _stage(self, stage: int, x: torch.Tensor) -> torch.Tensor:
        after = _NON_LOCAL.get(stage, ()) if self.non_local else ()
        for number, block in enumerate(self.get_submodule(f"layer{stage}").children()):
            x = block(x)
            if number in after:
                x = self.get_submodule(f"NL_{stage}.{after.index(number)}")(x)
        return x


class GeneralisedMean(nn.Module):
    """Pooling by the mean of p-th powers (Radenovic et al., TPAMI 2018)."""

    def __init__(self, *, learned: bool) -> None:
        super().__init__()
        power = torch.full((1,), _GEM_POWER)
        if learned:
            self.p = nn.Parameter(power)
        else:
            self.register_buffer("p", power, persistent=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, c, h, w)` to `(n, c)`."""
        means = x.clamp(min=_GEM_FLOOR).pow(self.p).mean((2, 3))
        return means.pow(1 / self.p)


class AverageOfMap(nn.Module):
    """Global average pooling."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, c, h, w)` to `(n, c)`."""
        return x.mean((2, 3))


class MaximumOfMap(nn.Module):
    """Global maximum pooling, as MGN had it in versions before 1.0."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, c, h, w)` to `(n, c)`."""
        return x.amax((2, 3))


def pooling_of(name: str) -> nn.Module:
    """The pooling `average`, `max`, `gem` (p = 3) or `gem_learned`."""
    if name in ("gem", "gem_learned"):
        return GeneralisedMean(learned=name == "gem_learned")
    return MaximumOfMap() if name == "max" else AverageOfMap()


class EmbeddingHead(nn.Module):
    """Pooling and batch norm."""

    def __init__(self, pooling: str) -> None:
        super().__init__()
        self.pool_layer = pooling_of(pooling)
        self.bottleneck = nn.Sequential(nn.BatchNorm1d(DIMENSION))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 2048, h, w)` to `(n, 2048)`."""
        return cast("torch.Tensor", self.bottleneck(self.pool_layer(x)))


class FastReid(nn.Module):
    """Trunk and head.

    Args:
        pooling: `average`, `max`, `gem` (p = 3) or `gem_learned`.
        non_local: inner channels of the non-local blocks; 0 leaves the blocks out.
        last_stride: of the last stage.
        stem_ceil: the stem's pooling rounds up without padding, as since FastReID 1.0; older
            versions pad.
        ibn_a: IBN-a in the first three stages.
    """

    def __init__(
        self, *, pooling: str, non_local: int, last_stride: int, stem_ceil: bool, ibn_a: bool
    ) -> None:
        super().__init__()
        self.backbone = Trunk(last_stride, ibn_a=ibn_a, stem_ceil=stem_ceil, non_local=non_local)
        self.heads = EmbeddingHead(pooling)

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the last map."""
        return self.backbone.feature_map(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, 2048)`."""
        return cast("torch.Tensor", self.heads(self.feature_map(x)))
