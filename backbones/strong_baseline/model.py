"""The network of reid-strong-baseline: ResNet-50, global average pooling, batch-norm neck.

Tensor names are those of its `modeling/baseline.py`. Its plain ResNet leaves out the ReLU after the
first batch norm; its IBN-a trunk has it.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import nn

from probe.backbones._torch.resnet import DIMENSION, ResNet50


class StrongBaseline(nn.Module):
    """ResNet-50 (or IBN-a) with BNNeck.

    Args:
        last_stride: of the last stage.
        ibn_a: with IBN-a.
        after: the feature after the neck (cosine, as evaluated officially) or before it.
    """

    def __init__(self, *, last_stride: int, ibn_a: bool, after: bool) -> None:
        super().__init__()
        self.base = ResNet50(last_stride, ibn_a=ibn_a, stem_relu=ibn_a)
        self.bottleneck = nn.BatchNorm1d(DIMENSION)
        self.after = after

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the last map."""
        return self.base.feature_map(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, 2048)`."""
        pooled = self.base(x)
        return cast("torch.Tensor", self.bottleneck(pooled) if self.after else pooled)
