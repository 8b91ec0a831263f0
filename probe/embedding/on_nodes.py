"""Vectors computed by the nodes of a cluster: each loads the network once, then takes batches."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from probe.cluster import Threads
from probe.cluster.ray_nodes import (
    RayNodes,
    cannot_share,
    living_nodes,
    ray_nodes,
    this_node,
    told_here,
)
from probe.contracts import Backbone, PairScorer, Reporter, Vectors
from probe.embedding.embed import Batch, EmbeddingTask, vectors_of_batch
from probe.embedding.fitted import Preparation
from probe.embedding.known_models import Facts, KnownBackbone
from probe.embedding.loaded import Loaded, ModelKey
from probe.embedding.machine import this_machine
from probe.embedding.repeatability import made_pictures, made_scores
from probe.errors import ClusterError, ProbeError
from probe.options import ClusterOptions
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, refusal

Load = Callable[[], tuple[Backbone | PairScorer, ModelKey]]
"""Loads a model, with its key; can be pickled."""

Asked = TypeVar("Asked", bound=ClusterOptions)


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
        vectors: digest of its vectors of three made pictures, or of its scores of their pairs, to
            the last bit.
    """

    key: str
    engine: str
    vectors: str

    @classmethod
    def of(cls, model: Backbone | PairScorer, key: ModelKey) -> Likeness:
        """That of a model."""
        pictures = made_pictures(model.card.input_size)
        vectors: NDArray[np.floating]
        if isinstance(model, PairScorer):
            vectors = made_scores(model, pictures, len(pictures))
        else:
            vectors = np.asarray(model.embed(pictures))
            model.forget_pictures()
        return cls(key.digest, model.engine, hashlib.sha256(vectors.tobytes()).hexdigest())


@dataclass(frozen=True)
class LoadThere:
    """Loads a model in a process on a node, and holds it against that of the machine that asks.

    A process keeps the one that it loaded last, whatever work asks for it.

    Attributes:
        name: of the model.
        expected: its likeness where the study was begun.
        load: loads it.
    """

    name: str
    expected: Likeness
    load: Load = field(compare=False)

    @classmethod
    def of(cls, loaded: Loaded) -> LoadThere:
        """What loads a model once more that can be loaded again.

        Raises:
            BackboneError: the network cannot be loaded here.
        """
        assert loaded.again is not None
        return cls(loaded.card.name, Likeness.of(loaded.model, loaded.key), loaded.again)

    def __call__(self) -> Backbone:
        """The backbone.

        Raises:
            ClusterError: this node cannot load it, or computes something else.
        """
        model = _loaded_there(self)
        assert isinstance(model, Backbone)
        return model

    def scorer(self) -> PairScorer:
        """The pair scorer, as `__call__` loads a backbone."""
        model = _loaded_there(self)
        assert isinstance(model, PairScorer)
        return model


@lru_cache(maxsize=1)
def _loaded_there(asked: LoadThere) -> Backbone | PairScorer:
    try:
        model, key = asked.load()
    except ProbeError as error:
        message = Message("cluster-node-cannot-load", told_here(error))
        raise cannot_share(message, error) from None
    likeness = Likeness.of(model, key)
    for name in ("key", "engine", "vectors"):
        there, here = getattr(likeness, name), getattr(asked.expected, name)
        if there != here:
            values = {"node": this_node(), "name": name, "there": there, "here": here}
            raise refusal(
                ClusterError,
                Message("cluster-model-differs", values),
                place=asked.name,
                hint=Message("cluster-node-differs-hint"),
            )
    return model


def backbone_there(loaded: Loaded) -> Backbone:
    """A backbone that can be sent to a node, which loads its network when it must compute.

    Raises:
        BackboneError: the network cannot be loaded here.
    """
    assert isinstance(loaded.model, Backbone)
    return KnownBackbone(LoadThere.of(loaded), Facts.of(loaded.model))


@dataclass(frozen=True)
class EmbeddingWork:
    """Batches to vectors.

    Attributes:
        backbone: computes them.
        preparation: how a record becomes a picture at its input size.
        threads: that decode.
    """

    backbone: Backbone
    preparation: Preparation
    threads: int

    def __call__(self, batch: PictureBatch) -> Vectors:
        """Vectors `float32 (n, d)` of a batch.

        Raises:
            PictureError, BackboneError: as `probe.embedding.embed.embed`.
            ClusterError: this node cannot compute what the machine computes that asks.
        """
        ahead = len(batch.records)
        pictures = list(Threads(self.threads).ordered(self.preparation, batch.records, ahead))
        return vectors_of_batch(self.backbone, batch.records, np.stack(pictures))


def nodes_for(nodes: RayNodes, *models: Backbone | PairScorer) -> RayNodes:
    """The nodes, each item with a share of a GPU where one of the models runs on one here.

    Raises:
        ClusterError: no node has one.
    """
    on_gpu = (model.card.name for model in models if "cuda" in model.engine)
    needing = next(on_gpu, None)
    return nodes if needing is None else nodes.on_gpus(needing)


@dataclass(frozen=True)
class OnNodes:
    """Computes the vectors of a loaded backbone on nodes (see `probe.embedding.embed.VectorsOf`).

    Attributes:
        nodes: the nodes.
        loaded: the backbone, which can be loaded again.
    """

    nodes: RayNodes
    loaded: Loaded

    def __call__(self, task: EmbeddingTask, batches: Sequence[Batch]) -> Iterator[Vectors]:
        """The vectors of batches, in their order, `float32 (n, d)` each.

        Raises:
            PictureError, BackboneError: as `probe.embedding.embed.embed`.
            ClusterError: no node can take the work, or one differs from this machine.
        """
        if not batches:
            return
        preparation = Preparation(task.fitting, task.prepare)
        work = EmbeddingWork(backbone_there(self.loaded), preparation, self.nodes.cpus)
        nodes = nodes_for(self.nodes, task.backbone)
        items = (PictureBatch(tuple(batch)) for batch in batches)
        yield from nodes.ordered(work, items, 2 * nodes.size)


@contextlib.contextmanager
def on_cluster(request: Asked, say: Reporter) -> Iterator[tuple[Asked, RayNodes | None]]:
    """Join the cluster that is asked for; batches are then cut here as they are there.

    Args:
        request: options that say on which machines it is computed.
        say: told of the nodes.

    Yields:
        The request with as many threads as a batch takes there, and the nodes; as it was, and None,
        where no cluster is asked for.

    Raises:
        ClusterError: see `probe.cluster.ray_nodes.ray_nodes`.
    """
    if request.cluster is None:
        yield request, None
        return
    with ray_nodes(request.cluster, this_machine, request.threads) as nodes:
        values = {"nodes": len(living_nodes()), "networks": nodes.size, "threads": nodes.cpus}
        say.step(Message("progress-cluster", values))
        yield replace(request, threads=nodes.cpus), nodes
