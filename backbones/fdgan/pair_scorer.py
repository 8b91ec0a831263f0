"""The verification head as a pair scorer: features once a picture, the head once a pair."""

from __future__ import annotations

import torch

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.taken_array import tensor_of
from probe.backbones._torch.verifier import Verifier
from probe.contracts import BackboneCard, PairScorer, Pictures, Scores, Vectors
from probe.wording import Message


class VerificationScorer(PairScorer):
    """Log odds that two pictures show one person.

    Args:
        encoder: gives the features that the head is for.
        head: of two logits (E_I's) or one (C_v).
    """

    symmetric = True

    def __init__(self, encoder: TorchBackbone, head: Verifier) -> None:
        self.encoder = encoder
        self.head = head.eval().cpu().requires_grad_(False)

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        return self.encoder.card

    @property
    def precision(self) -> str:
        """That of the features; the head is in float32."""
        return self.encoder.precision

    @property
    def batch(self) -> int:
        """Pictures at a time."""
        return self.encoder.batch

    @property
    def engine(self) -> str:
        """What computes the features."""
        return self.encoder.engine

    @property
    def notes(self) -> tuple[Message | str, ...]:
        """Those of the encoder."""
        return self.encoder.notes

    def prepare(self, pictures: Pictures) -> Vectors:
        """Features `float32 (n, d)`."""
        return self.encoder.embed(pictures)

    def score(self, first: Vectors, second: Vectors) -> Scores:
        """Log odds `float32 (n,)` of pairs of features; higher means rather one person."""
        sides = (tensor_of(side) for side in (first, second))
        with torch.inference_mode():
            scores: Scores = self.head.same(*sides).numpy()
        return scores
