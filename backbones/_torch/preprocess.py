"""From uint8 pictures to what a network takes, as its card says."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from probe.contracts import BackboneCard


class Normalise(nn.Module):
    """`uint8 (n, h, w, 3)` RGB to normalised `(n, 3, h, w)` in the card's channel order.

    Computes (x / 255 - mean) / std, as one multiplication and one addition.
    """

    scale: torch.Tensor
    shift: torch.Tensor

    def __init__(self, card: BackboneCard) -> None:
        super().__init__()
        mean = np.asarray(card.mean, np.float64)
        std = np.asarray(card.std, np.float64)
        self.reverse = card.channels == "BGR"
        shape = (1, 3, 1, 1)
        self.register_buffer("scale", torch.tensor(1 / (255 * std)).float().view(shape))
        self.register_buffer("shift", torch.tensor(-mean / std).float().view(shape))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Normalise `uint8 (n, h, w, 3)`; the result has the memory layout of the input."""
        planes = pictures.permute(0, 3, 1, 2)
        if self.reverse:
            planes = planes.flip(1)
        return planes.to(self.scale.dtype) * self.scale + self.shift
