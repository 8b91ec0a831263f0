"""The pair network as a pair scorer: maps once a picture, differences and decision once a pair."""

from __future__ import annotations

import numpy as np
import torch

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.float32 import float32_products
from probe.backbones._torch.taken_array import tensor_of
from probe.backbones.idla.model import Maps, PairNetwork, map_size, together
from probe.contracts import BackboneCard, PairScorer, Pictures, Scores, Vectors
from probe.wording import Message


class PairNetworkScorer(PairScorer):
    """Log odds that two pictures show one person.

    The network sees the pictures of a pair in an order; the mean over both orders is what counts.

    Args:
        tower: gives the maps, with `network` a `Maps`.
        device: where pairs are compared.
    """

    symmetric = False

    def __init__(self, tower: TorchBackbone, device: torch.device) -> None:
        assert isinstance(tower.network, Maps)
        self.tower = tower
        self.device = device
        self.network: PairNetwork = tower.network.network.to(device).eval().requires_grad_(False)
        self._map = (self.network.shape.second, *map_size(self.network.size))

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        return self.tower.card

    @property
    def precision(self) -> str:
        """That of the maps; pairs are compared in float32."""
        return self.tower.precision

    @property
    def batch(self) -> int:
        """Pictures, and pairs, at a time."""
        return self.tower.batch

    @property
    def engine(self) -> str:
        """What computes the maps."""
        return self.tower.engine

    @property
    def notes(self) -> tuple[Message | str, ...]:
        """Those of the maps."""
        return self.tower.notes

    def prepare(self, pictures: Pictures) -> Vectors:
        """Maps as vectors `float32 (n, d)`."""
        return self.tower.embed(pictures)

    def score(self, first: Vectors, second: Vectors) -> Scores:
        """Log odds `float32 (n,)` of pairs of maps; higher means rather one person."""
        scores = np.empty(len(first), np.float32)
        at_a_time = together(self.device)
        for at in range(0, len(first), at_a_time):
            part = slice(at, at + at_a_time)
            scores[part] = self._odds(first[part], second[part])
        return scores

    def _odds(self, first: Vectors, second: Vectors) -> Scores:
        tied = self.network.rules.tied
        with torch.inference_mode(), float32_products():
            sides = self._maps(first, 0), self._maps(second, 0 if tied else 1)
            odds: Scores = self.network.log_odds(self.network.compare(*sides)).cpu().numpy()
        return odds

    def _maps(self, vectors: Vectors, side: int) -> torch.Tensor:
        given = tensor_of(vectors).to(self.device)
        return given.view(len(given), -1, *self._map)[:, side]
