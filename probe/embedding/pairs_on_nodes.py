"""Scores of pairs computed by the nodes of a cluster: each loads the scorer once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.cluster.ray_nodes import RayNodes
from probe.contracts import BackboneCard, PairScorer, Pictures, Scores
from probe.embedding.loaded import Loaded
from probe.embedding.on_nodes import LoadThere, nodes_for
from probe.embedding.pair_work import PairBlock, PairWork
from probe.embedding.pairwise import PairTask
from probe.pictures.image_set import ImageRecord


class ScorerThere(PairScorer):
    """A pair scorer that can be sent to a node, which loads its network when it must compute.

    Args:
        load: loads it.
        scorer: the one of the machine that asks.
    """

    def __init__(self, load: LoadThere, scorer: PairScorer) -> None:
        self._load = load
        self._card, self._engine = scorer.card, scorer.engine
        self._batch, self._symmetric = scorer.batch, scorer.symmetric

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        return self._card

    @property
    def engine(self) -> str:
        """What computes, in words."""
        return self._engine

    @property
    def batch(self) -> int:
        """Pictures that are best handed over at a time."""
        return self._batch

    @property
    def symmetric(self) -> bool:
        """Whether the order of two pictures makes no difference."""
        return self._symmetric

    def prepare(self, pictures: Pictures) -> Any:
        """As the network does.

        Raises:
            ClusterError: this node cannot load it, or computes something else.
        """
        return self._load.scorer().prepare(pictures)

    def score(self, first: Any, second: Any) -> Scores:
        """As the network does.

        Raises:
            ClusterError: this node cannot load it, or computes something else.
        """
        return self._load.scorer().score(first, second)


def scorer_there(loaded: Loaded) -> ScorerThere:
    """A pair scorer that can be sent to a node."""
    assert isinstance(loaded.model, PairScorer)
    return ScorerThere(LoadThere.of(loaded), loaded.model)


@dataclass(frozen=True)
class PairsOnNodes:
    """Computes the scores of a loaded pair scorer on nodes (see `ScoresOf` of `pairwise`).

    Attributes:
        nodes: the nodes.
        loaded: the scorer, which can be loaded again.
    """

    nodes: RayNodes
    loaded: Loaded

    def __call__(
        self, task: PairTask, records: Sequence[ImageRecord], blocks: Iterable[PairBlock]
    ) -> Iterator[NDArray[np.float32]]:
        """The scores of blocks, in their order, `float32 (n,)` each.

        Raises:
            PictureError, BackboneError: as `probe.embedding.pairwise.score_pairs`.
            ClusterError: no node can take the work, or one differs from this machine.
        """
        nodes = nodes_for(self.nodes, task.scorer)
        work = PairWork(scorer_there(self.loaded), task.preparation, records, nodes.cpus)
        yield from nodes.ordered(work, blocks, 2 * nodes.size)
