"""A head that tells pairs of features apart: the squared difference, batch norm, a linear layer."""

from __future__ import annotations

import torch
from torch import nn

SPREAD = 0.001
"""Standard deviation of its linear layer at the start, as in FD-GAN's EltwiseSubEmbed."""


class Verifier(nn.Module):
    """(a - b) squared, batch norm, logits (FD-GAN's `EltwiseSubEmbed`, same tensor names).

    Args:
        length: numbers of a feature.
        logits: 2 for different and same, in this order; 1 for same alone. Softmax over two is the
            same model as one logit: the second less the first.
    """

    def __init__(self, length: int, logits: int = 2) -> None:
        super().__init__()
        self.bn = nn.BatchNorm1d(length)
        self.classifier = nn.Linear(length, logits)
        nn.init.normal_(self.classifier.weight, std=SPREAD)
        nn.init.zeros_(self.classifier.bias)

    def forward(self, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """Logits `(n, 2)` or `(n, 1)` of pairs of features `(n, d)`."""
        logits: torch.Tensor = self.classifier(self.bn((first - second).pow(2)))
        return logits

    def same(self, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """`(n,)` log odds that both are of one person."""
        logits: torch.Tensor = self(first, second)
        return logits[:, -1] - logits[:, 0] if logits.shape[1] > 1 else logits[:, 0]
