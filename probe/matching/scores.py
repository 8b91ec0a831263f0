"""How alike two walks are: the mean score over all pairs of a crop of one and a crop of the other.

A mean of what a run measures between single pictures stays on the scale that the run's threshold is
on; the largest, or the cosine of mean vectors, would not. Of cosines it is the product of the mean
unit vectors, so that no pair has to be formed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.cluster.ray_nodes import RayNodes
from probe.contracts import Backbone, PairScorer, Reporter
from probe.embedding.embed import Cache, EmbeddingTask, embed
from probe.embedding.loaded import Loaded
from probe.embedding.on_nodes import OnNodes
from probe.embedding.pairs_on_nodes import PairsOnNodes
from probe.embedding.pairwise import PairTask, score_pairs
from probe.embedding.setup_faults import vector_faults
from probe.masking.mask_set import MaskSet
from probe.matching.pictures import WalkPictures
from probe.matching.timing import Stopwatch
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, Value

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ScoringTask:
    """One model over the walks of a match.

    Attributes:
        model: the model.
        pictures: the walks, grouped by camera.
        fitting: how crops come to the model's input size.
        masks: what fills the background; None for pictures as they are.
        workers: threads that decode.
        cache: vectors and scores known from before.
        nodes: of a cluster, where they are computed; None: here.
    """

    model: Loaded
    pictures: Sequence[WalkPictures]
    fitting: Fitting
    masks: MaskSet | None
    workers: int
    cache: Cache | None
    nodes: RayNodes | None = None

    @property
    def records(self) -> list[ImageRecord]:
        """All crops, each picture once."""
        every = (record for one in self.pictures for record in one.records)
        return list({record.image_id: record for record in every}.values())

    @property
    def across(self) -> NDArray[np.bool_]:
        """Which two walks are of different cameras, `(walks, walks)`."""
        cameras = np.array([one.walk.camera for one in self.pictures])
        different: NDArray[np.bool_] = cameras[:, None] != cameras[None]
        return different


def walk_scores(
    task: ScoringTask, reporter: Reporter, watch: Stopwatch
) -> tuple[Floats, tuple[Message, ...]]:
    """Scores `float64 (walks, walks)`, NaN between walks of one camera; and what is wrong.

    Args:
        task: model and walks.
        reporter: told what is done.
        watch: told what it takes.

    Returns:
        The scores, and what shows that the model is not set up as it should be.

    Raises:
        BackboneError: a vector or score that cannot be used.
        PictureError: a crop can no longer be read.
    """
    model = task.model.model
    if isinstance(model, Backbone):
        return _of_vectors(task, model, reporter, watch)
    return _of_pairs(task, model, reporter, watch), ()


def _variant(task: ScoringTask) -> str:
    return task.masks.variant if task.masks else "unmasked"


def _told(task: ScoringTask) -> dict[str, Value]:
    return {"model": task.model.name, "mask": task.masks.variant if task.masks else None}


def _of_vectors(
    task: ScoringTask, backbone: Backbone, reporter: Reporter, watch: Stopwatch
) -> tuple[Floats, tuple[Message, ...]]:
    masks = task.masks
    embedding = EmbeddingTask(
        backbone,
        task.fitting,
        _variant(task),
        masks.prepare if masks else None,
        masks.prepare_digest if masks else "",
        task.model.key,
    )
    progress = reporter.progress(Message("progress-embedding", _told(task)), "pictures")
    # What nodes compute is no measure of this machine.
    work = None if task.nodes else backbone.operations
    computed = OnNodes(task.nodes, task.model) if task.nodes else None
    with watch.of("embed", task.model.name) as spent:
        embeddings, tally = embed(
            embedding, task.records, task.cache, progress, task.workers, computed
        )
        whole = None if work is None else work * tally.embedded
        spent.counted(tally.embedded, tally.cached, whole)
    with watch.of("compare", task.model.name) as spent:
        units = embeddings.vectors.astype(np.float64)
        units /= np.linalg.norm(units, axis=1, keepdims=True)
        rows = ([embeddings.row[r.image_id] for r in one.records] for one in task.pictures)
        means = np.stack([units[row].mean(0) for row in rows])
        scores = np.where(task.across, means @ means.T, np.nan)
        spent.counted(len(task.pictures))
    return scores, vector_faults(embeddings, task.records)


def _of_pairs(
    task: ScoringTask, scorer: PairScorer, reporter: Reporter, watch: Stopwatch
) -> Floats:
    masks = task.masks
    pairing = PairTask(
        scorer,
        task.fitting,
        task.model.key,
        _variant(task),
        masks.prepare if masks else None,
        masks.prepare_digest if masks else "",
    )
    records = task.records
    row = {record.image_id: place for place, record in enumerate(records)}
    first, second = np.nonzero(np.triu(task.across))
    blocks, owners = [], []
    for number, (a, b) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        sides = ([row[r.image_id] for r in task.pictures[k].records] for k in (a, b))
        block = np.stack(np.meshgrid(*sides, indexing="ij"), -1).reshape(-1, 2)
        blocks.append(block)
        owners.append(np.full(len(block), number))
    pairs, owner = np.concatenate(blocks), np.concatenate(owners)
    progress = reporter.progress(Message("progress-scoring", _told(task)), "pairs")
    with watch.of("embed", task.model.name) as spent:
        found, tally = score_pairs(
            pairing, records, pairs,
            cache=task.cache, progress=progress, say=reporter.detail, workers=task.workers,
            scores_of=PairsOnNodes(task.nodes, task.model) if task.nodes else None,
        )  # fmt: skip
        spent.counted(tally.embedded, tally.cached)
    with watch.of("compare", task.model.name) as spent:
        means = np.bincount(owner, found, len(first)) / np.bincount(owner, minlength=len(first))
        scores = np.full((len(task.pictures),) * 2, np.nan)
        scores[first, second] = scores[second, first] = means
        spent.counted(len(task.pictures))
    return scores
