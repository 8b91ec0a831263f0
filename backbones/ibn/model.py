"""The network of reid-strong-baseline: a ResNet, global average pooling, a batch-norm neck.

Tensor names are those of its `modeling/baseline.py`. Its plain ResNet leaves out the ReLU after the
first batch norm; its IBN-a trunk has it.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import nn

from probe.backbones._torch.resnet import ResNet


class StrongBaseline(nn.Module):
    """A ResNet (plain or IBN-a) with or without BNNeck.

    Args:
        base: up to global average pooling.
        neck: whether it has the batch norm behind the pooling.
        after: the feature is taken behind the neck (cosine, as evaluated officially), not before.
    """

    def __init__(self, base: ResNet, *, neck: bool = True, after: bool = True) -> None:
        super().__init__()
        self.base = base
        self.bottleneck = nn.BatchNorm1d(base.dimension) if neck else nn.Identity()
        self.after = after

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the last map."""
        return self.base.feature_map(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, d)`."""
        pooled = self.base(x)
        return cast("torch.Tensor", self.bottleneck(pooled) if self.after else pooled)
