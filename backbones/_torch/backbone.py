"""A backbone made of a PyTorch network and its card."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from backbones._torch.device import batch_size, choose_device, use_threads
from backbones._torch.load_report import LoadReport
from backbones._torch.preprocess import Normalise
from backbones.pictures import check_pictures, checked_vectors
from probe.contracts import BackboneCard, Pictures, Runtime, Vectors


class TorchBackbone:
    """Implements `probe.contracts.Backbone` with an `nn.Module`.

    Attributes:
        network: normalised float `(n, 3, h, w)` to `(n, d)`, in evaluation mode.
        report: what the weights file gave; None for networks without one.
    """

    def __init__(
        self,
        card: BackboneCard,
        network: nn.Module,
        runtime: Runtime,
        report: LoadReport | None = None,
    ) -> None:
        use_threads(runtime)
        self._device = choose_device(runtime.device)
        self._runtime = runtime
        self._card = card
        self._normalise = Normalise(card).to(self._device)
        self._batch = batch_size(card, self._device)
        self.network = network.to(self._device).eval()
        self.report = report
        for parameter in self.network.parameters():
            parameter.requires_grad_(False)

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        return self._card

    @property
    def engine(self) -> str:
        """What computes the vectors, in words."""
        return f"torch {torch.__version__} {self._device} {self._runtime.precision}"

    def embed(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of `uint8 (n, h, w, 3)` RGB pictures at the card's input size.

        Raises:
            BackboneError: the pictures have another shape, or a vector is not finite.
        """
        check_pictures(images, self._card)
        if not len(images):
            return np.empty((0, self._card.dimension), np.float32)
        starts = range(0, len(images), self._batch)
        vectors = np.concatenate([self._vectors(images[i : i + self._batch]) for i in starts])
        return checked_vectors(vectors, len(images), self._card)

    def _vectors(self, images: Pictures) -> Vectors:
        self.network.eval()
        low = self._runtime.precision == "bfloat16"
        with torch.inference_mode():
            taken = torch.from_numpy(np.ascontiguousarray(images)).to(self._device)
            with torch.autocast(self._device.type, torch.bfloat16, enabled=low):
                features = self.network(self._normalise(taken))
            vectors: Vectors = features.float().cpu().numpy()
        return vectors
