"""How much bfloat16 changes the cosines of the pictures that are being embedded."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.backbones._torch.engine import Engine
from probe.contracts import Pictures, Vectors
from probe.wording import Message

SAMPLE = 32
"""Pictures that are computed a second time, in float32 (ours: 496 cosines between them)."""

A_TIME = 8
"""Of them, from one batch (ours): neighbouring pictures show the same person."""


@dataclass(frozen=True)
class CosineChange:
    """The cosines of all pairs of some pictures, against float32.

    Attributes:
        pictures: how many were compared.
        largest: largest change of a cosine.
        mean: mean absolute change.
        least_own: least cosine of a vector with the float32 vector of the same picture.
    """

    pictures: int
    largest: float
    mean: float
    least_own: float

    @property
    def note(self) -> Message:
        """What a reader of the figures must know of it."""
        changes = {"largest": self.largest, "mean": self.mean}
        return Message("note-bfloat16-changes", {"pictures": self.pictures, **changes})


class Watch:
    """Computes a few of the pictures in float32 as they come by, and compares."""

    def __init__(self, exact: Engine) -> None:
        self._exact = exact
        self._lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        """Begin with an empty sample."""
        self._pairs: list[tuple[Vectors, Vectors]] = []
        self._left = SAMPLE

    def see(self, images: Pictures, vectors: Vectors) -> None:
        """Take a few pictures of a batch, spread over it, until the sample is full."""
        with self._lock:
            count = min(A_TIME, self._left, len(images))
            self._left -= count
        if count:
            at = np.linspace(0, len(images) - 1, count).astype(int)
            self._pairs.append((vectors[at], self._exact.run(images[at])))

    def change(self) -> CosineChange | None:
        """What was found so far; None below two pictures."""
        if sum(len(low) for low, _ in self._pairs) < 2:
            return None
        low = _unit(np.concatenate([low for low, _ in self._pairs]))
        exact = _unit(np.concatenate([exact for _, exact in self._pairs]))
        apart = np.abs(low @ low.T - exact @ exact.T)[np.triu_indices(len(low), 1)]
        same_picture = float((low * exact).sum(axis=1).min())
        return CosineChange(len(low), float(apart.max()), float(apart.mean()), same_picture)


def _unit(vectors: Vectors) -> NDArray[np.float64]:
    lengths = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
    unit: NDArray[np.float64] = vectors / np.maximum(lengths, 1e-30)
    return unit
