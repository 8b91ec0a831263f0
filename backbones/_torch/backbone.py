"""A backbone made of a PyTorch network and its card."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from probe.backbones._torch.batch_norms import untrained_note
from probe.backbones._torch.device import batch_size, choose_device, use_threads
from probe.backbones._torch.engine import EagerEngine, threads_of
from probe.backbones._torch.engine_choice import choose_engine
from probe.backbones._torch.float32 import float32_products
from probe.backbones._torch.load_report import LoadReport
from probe.backbones._torch.low_precision import Watch
from probe.backbones.pictures import check_pictures, checked_vectors
from probe.contracts import Backbone, BackboneCard, Pictures, Runtime, VectorPart, Vectors
from probe.wording import Message

_HANDED_OVER = 32
"""Pictures that are handed over at a time at least (ours): eight pieces of an engine's thread."""

_LOG = logging.getLogger(__name__)

if TYPE_CHECKING:
    from probe.backbones._torch.attribution import PairEvidence, PointEvidence


class TorchBackbone(Backbone):
    """Implements `probe.contracts.Backbone` with an `nn.Module`.

    Attributes:
        network: normalised float `(n, 3, h, w)` to `(n, d)`, in evaluation mode.
        report: what the weights file gave; None for networks without one.
        engine_facts: what computes the vectors, and how far it is from the eager network.
    """

    def __init__(
        self,
        card: BackboneCard,
        network: nn.Module,
        runtime: Runtime,
        report: LoadReport | None = None,
        parts: tuple[VectorPart, ...] = (),
    ) -> None:
        use_threads(runtime)
        device = self._device = choose_device(runtime.device)
        network.eval().requires_grad_(False)
        self._card = card
        self._batch = batch_size(card, device, threads_of(runtime))
        self._engine, self.engine_facts = choose_engine(network, card, device, runtime)
        self.network = network
        self.report = report
        self._precision = runtime.precision
        self._parts = parts
        self._shortage = ""
        self._untrained = untrained_note(network)
        self._watch: Watch | None = None
        if runtime.precision != "float32":
            self._watch = Watch(EagerEngine(network, card, device, "float32"))

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        return self._card

    @property
    def engine(self) -> str:
        """What computes the vectors, in words."""
        return self.engine_facts.name

    @property
    def precision(self) -> str:
        """`float32` or `bfloat16`."""
        return self._precision

    @property
    def parts(self) -> tuple[VectorPart, ...]:
        """The parts of a vector, where the network concatenates several."""
        return self._parts

    @property
    def batch(self) -> int:
        """Pictures that are best handed over at a time."""
        return max(self._batch, _HANDED_OVER)

    @property
    def notes(self) -> tuple[Message | str, ...]:
        """What a reader of the vectors must know: the file, the engine, what bfloat16 changed."""
        notes: list[Message | str] = [self.report.note] if self.report else []
        notes += [self._untrained] if self._untrained else []
        notes += [note for note in (self.engine_facts.note, self._engine.note) if note]
        notes += [self._shortage] if self._shortage else []
        change = self._watch.change() if self._watch else None
        if self._watch:
            largest = self.engine_facts.cosine_change
            made = Message("note-bfloat16-made-pictures", {"largest": largest})
            notes.append(change.note if change else made)
        return tuple(notes)

    @cached_property
    def operations(self) -> float | None:
        """Of convolutions and matrix products, counted by PyTorch; None on a GPU."""
        from torch.utils.flop_counter import FlopCounterMode

        weight = next(self.network.parameters(), None)
        if self._device.type != "cpu" or weight is None:
            return None
        counter = FlopCounterMode(display=False)
        with counter, torch.inference_mode():
            self.network(weight.new_zeros(1, 3, *self._card.input_size))
        return float(counter.get_total_flops())

    def embed(self, images: Pictures) -> Vectors:
        """Vectors `float32 (n, d)` of `uint8 (n, h, w, 3)` RGB pictures at the card's input size.

        Raises:
            BackboneError: the pictures have another shape, or a vector is not finite.
        """
        check_pictures(images, self._card)
        if not len(images):
            return np.empty((0, self._card.dimension), np.float32)
        parts = []
        start = 0
        while start < len(images):
            part = self._fitting_batch(images[start : start + self._batch])
            parts.append(part)
            start += len(part)
        vectors = checked_vectors(np.concatenate(parts), len(images), self._card)
        if self._watch:
            self._watch.see(images, vectors)
        return vectors

    def forget_pictures(self) -> None:
        """What bfloat16 changes is measured on other pictures than those seen so far."""
        if self._watch:
            self._watch.forget()

    def attend(self, first: Pictures, second: Pictures) -> PairEvidence | None:
        """What each place of n pairs adds to their cosine, by the eager network.

        Args:
            first: `uint8 (n, h, w, 3)` RGB at the card's input size.
            second: the pictures they are compared with.

        Returns:
            None when the network declares no map that its feature could be split over.
        """
        from probe.backbones._torch.attribution import pair_evidence

        with float32_products():
            return pair_evidence(self, first, second)

    def attend_parts(self, first: Pictures, second: Pictures) -> tuple[PairEvidence, ...] | None:
        """What each part of the vector adds to the cosine of n pairs, and from which places."""
        from probe.backbones._torch.attribution import part_evidence

        with float32_products():
            return part_evidence(self, self._parts, first, second)

    def attend_points(
        self, first: NDArray[np.uint8], second: NDArray[np.uint8]
    ) -> PointEvidence | None:
        """What each place of one picture adds together with each of another, `uint8 (h, w, 3)`."""
        from probe.backbones._torch.attribution import point_evidence

        with float32_products():
            return point_evidence(self, first, second)

    def scrambled(self, seed: int = 0) -> TorchBackbone:
        """The same network with its weights shuffled: the sanity check of evidence maps."""
        from probe.backbones._torch.attribution import randomised

        return randomised(self, seed)

    def _fitting_batch(self, images: Pictures) -> Vectors:
        """Vectors of the pictures, or of as many of them as the device has memory for."""
        while True:
            try:
                return self._engine.run(images)
            except torch.OutOfMemoryError:
                if len(images) == 1:
                    raise
            images = images[: len(images) // 2]
            self._batch = len(images)
            shortage = "too little free memory on the device: fewer pictures are computed at a time"
            if not self._shortage:
                _LOG.warning("%s: %s (%d or less)", self._card.name, shortage, self._batch)
            self._shortage = f"{shortage} ({self._batch})"
