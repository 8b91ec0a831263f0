"""Vectors computed by the nodes of a cluster: each loads the network once, then takes batches."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from probe.cluster import Threads
from probe.cluster.ray_nodes import RayNodes, this_node
from probe.contracts import Backbone, PairScorer, Vectors
from probe.embedding.embed import Batch, EmbeddingTask, vectors_of_batch
from probe.embedding.fitted import Picture, Preparation
from probe.embedding.loaded import ModelKey
from probe.embedding.repeatability import made_pictures
from probe.errors import ClusterError, PictureError, ProbeError
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, Value, reason_of, refusal

Load = Callable[[], tuple[Backbone | PairScorer, ModelKey]]
"""Loads a model, with its key; can be pickled."""

GPU_SHARE = 0.5
"""Of a GPU that a batch takes (ours): one is decoded while the other is computed."""


@dataclass(frozen=True)
class PictureBatch:
    """Pictures that a network takes at once.

    Attributes:
        records: of the pictures.
    """

    records: tuple[ImageRecord, ...]

    def __str__(self) -> str:
        return f"{self.records[0].source} ... {self.records[-1].source}"


@dataclass(frozen=True)
class Likeness:
    """What of a loaded model must be the same wherever it computes.

    Attributes:
        key: its digest in every key.
        engine: what computes, in words.
        vectors: digest of its vectors of three made pictures, to the last bit.
    """

    key: str
    engine: str
    vectors: str

    @classmethod
    def of(cls, model: Backbone, key: ModelKey) -> Likeness:
        """That of a model."""
        vectors = np.asarray(model.embed(made_pictures(model.card.input_size)))
        model.forget_pictures()
        return cls(key.digest, model.engine, hashlib.sha256(vectors.tobytes()).hexdigest())


@dataclass
class EmbeddingWork:
    """Batches to vectors, as a node does it.

    Attributes:
        name: of the backbone.
        load: loads it.
        expected: its likeness where the study was begun.
        preparation: how a record becomes a picture at its input size.
        threads: that decode.
    """

    name: str
    load: Load
    expected: Likeness
    preparation: Preparation
    threads: int

    def __call__(self, batch: PictureBatch) -> Vectors:
        """Vectors `float32 (n, d)` of a batch.

        Raises:
            PictureError, BackboneError: as `probe.embedding.embed.embed`.
            ClusterError: this node cannot compute what the machine computes that asks.
        """
        ahead = len(batch.records)
        pictures = list(Threads(self.threads).ordered(self._picture, batch.records, ahead))
        return vectors_of_batch(self._backbone, batch.records, np.stack(pictures))

    def _picture(self, record: ImageRecord) -> Picture:
        try:
            return self.preparation(record)
        except PictureError as error:
            reason = reason_of(error)
            if isinstance(reason, Message) and reason.id == "reason-cannot-be-read":
                message = Message("cluster-node-cannot-read", _here(error))
                raise _cannot_share(message, error) from None
            raise

    @cached_property
    def _backbone(self) -> Backbone:
        """The network, loaded when the first batch comes."""
        try:
            model, key = self.load()
        except ProbeError as error:
            message = Message("cluster-node-cannot-load", _here(error))
            raise _cannot_share(message, error) from None
        assert isinstance(model, Backbone)
        likeness = Likeness.of(model, key)
        for name in ("key", "engine", "vectors"):
            there, here = getattr(likeness, name), getattr(self.expected, name)
            if there != here:
                values = {"node": this_node(), "name": name, "there": there, "here": here}
                raise refusal(
                    ClusterError,
                    Message("cluster-model-differs", values),
                    place=self.name,
                    hint=Message("cluster-node-differs-hint"),
                )
        return model


@dataclass(frozen=True)
class OnNodes:
    """Computes the vectors of a loaded backbone on nodes (see `probe.embedding.embed.VectorsOf`).

    Attributes:
        nodes: the nodes.
        load: loads the backbone on a node, as it was loaded here.
        key: of the backbone.
    """

    nodes: RayNodes
    load: Load
    key: ModelKey

    def __call__(self, task: EmbeddingTask, batches: Sequence[Batch]) -> Iterator[Vectors]:
        """The vectors of batches, in their order, `float32 (n, d)` each.

        Raises:
            PictureError, BackboneError: as `probe.embedding.embed.embed`.
            ClusterError: no node can take the work, or one differs from this machine.
        """
        if not batches:
            return
        backbone = task.backbone
        work = EmbeddingWork(
            backbone.card.name,
            self.load,
            Likeness.of(backbone, self.key),
            Preparation(task.fitting, task.prepare),
            self.nodes.cpus,
        )
        on_gpus = "cuda" in backbone.engine
        nodes = self.nodes.on_gpus(GPU_SHARE) if on_gpus else self.nodes
        if not nodes.size:
            raise refusal(ClusterError, Message("cluster-no-gpu"), place=backbone.card.name)
        items = (PictureBatch(tuple(batch)) for batch in batches)
        yield from nodes.ordered(work, items, 2 * nodes.size)


def _here(error: ProbeError) -> dict[str, Value]:
    """The name of this node and the reason of an error, as messages name them."""
    return {"node": this_node(), "reason": reason_of(error)}


def _cannot_share(message: Message, error: ProbeError) -> ClusterError:
    """That this node cannot do what another can, with the place of the error."""
    return refusal(ClusterError, message, place=error.place, hint=Message("cluster-shared-hint"))
