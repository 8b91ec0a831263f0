"""Pictures in the units of the generator (-1..1) and of the encoder (normalised)."""

from __future__ import annotations

from dataclasses import dataclass

import torch

Triple = tuple[float, float, float]


@dataclass(frozen=True)
class PixelScale:
    """How pictures of one network are brought to the other.

    Attributes:
        mean, std: of the encoder's units, of pixels 0..1, red first.
        same: the generator draws in the encoder's units (the official code).
    """

    mean: Triple
    std: Triple
    same: bool = False

    def to_generator(self, pictures: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` from the encoder's units."""
        if self.same:
            return pictures
        mean, std = self._columns(pictures)
        return 2 * (pictures * std + mean) - 1

    def to_encoder(self, pictures: torch.Tensor) -> torch.Tensor:
        """`(n, 3, h, w)` from the generator's units."""
        if self.same:
            return pictures
        mean, std = self._columns(pictures)
        return ((pictures + 1) / 2 - mean) / std

    def to_pixels(self, pictures: torch.Tensor) -> torch.Tensor:
        """`uint8 (n, h, w, 3)` from the generator's units."""
        mean, std = self._columns(pictures)
        shares = pictures * std + mean if self.same else (pictures + 1) / 2
        return (255 * shares).round().clamp(0, 255).byte().permute(0, 2, 3, 1)

    def _columns(self, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        mean, std = (
            torch.tensor(values, device=pictures.device, dtype=pictures.dtype)[:, None, None]
            for values in (self.mean, self.std)
        )
        return mean, std
