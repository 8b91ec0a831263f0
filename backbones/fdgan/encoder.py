"""The image encoder E_I of FD-GAN with its verification head; D_id has the same shape.

Ge et al., *FD-GAN: Pose-guided Feature Distilling GAN for Robust Person Re-identification*,
NeurIPS 2018. Tensor names are those of the official files (`net_E`, `net_Di`).
"""

from __future__ import annotations

import torch
from torch import nn

from probe.backbones._torch.resnet import ResNet
from probe.backbones._torch.verifier import Verifier


class Trunk(nn.Module):
    """Keeps a ResNet under the name that official files have for it."""

    def __init__(self, base: ResNet) -> None:
        super().__init__()
        self.base = base


class Siamese(nn.Module):
    """A ResNet up to its pooled feature, and a head that tells two features apart.

    Args:
        base: the trunk; officially ResNet-50 with last stride 2, in document 0 ResNet-18.
        logits: of the head: 2 for E_I (different, same), 1 for D_id.
    """

    def __init__(self, base: ResNet, logits: int = 2) -> None:
        super().__init__()
        self.base_model = Trunk(base)
        self.embed_model = Verifier(base.dimension, logits)
        self.dimension = base.dimension

    @property
    def trunk(self) -> ResNet:
        """The ResNet."""
        return self.base_model.base

    def feature_map(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` to the last map."""
        return self.base_model.base.feature_map(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Normalised `(n, 3, h, w)` to features `(n, d)`."""
        features: torch.Tensor = self.base_model.base(x)
        return features

    def logits_against(
        self, first: torch.Tensor, *others: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """The head's logits of pictures with each of several, the first encoded once."""
        features = self(first)
        return tuple(self.embed_model(features, self(other)) for other in others)

    def pair_logits(self, first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        """Pictures `(n, 3, h, w)` of pairs to the head's logits."""
        return self.logits_against(first, second)[0]
