"""Retrieval figures of backbones on a re-identification data set, under a named rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, PairScorer, Reporter
from probe.embedding.embed import Cache, EmbeddingTask, embed
from probe.embedding.fitted import Prepare
from probe.embedding.loaded import ModelKey
from probe.embedding.registry import Choice, find_all
from probe.errors import BackboneError
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord
from probe.pictures.labelled import ReidData
from probe.retrieval.figures import Retrieval, evaluate_blocks, evaluate_vectors, unit_rows
from probe.retrieval.parts import RetrievalParts, read_parts
from probe.retrieval.request import EvaluationRequest
from probe.retrieval.rerank import reranked_blocks

if TYPE_CHECKING:
    import pandas as pd

MAX_RANK = 50
"""Ranks of the CMC curve, as torchreid and fast-reid keep."""

REPORTED_BROKEN = 10
"""So many unreadable pictures are named while it runs; the result lists all of them."""

RANKS = (1, 5, 10, 20)
"""Ranks of the CMC curve that tables show, as the field does."""

K1, K2, WEIGHT = 20, 6, 0.3
"""Re-ranking as in Zhong et al. (CVPR 2017), section 4.2, for Market-1501."""


Embedded = tuple[tuple[str, ...], NDArray[np.float32]]
"""Image ids and their vectors `float32 (n, d)`."""


@dataclass(frozen=True, eq=False)
class BackboneFigures:
    """The figures of one backbone by one way of comparing.

    Attributes:
        backbone: its name.
        distance: what pictures were compared by, in words.
        retrieval: the figures.
    """

    backbone: str
    distance: str
    retrieval: Retrieval


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The figures of an evaluation.

    Attributes:
        data: the data set as it was used.
        request: what was asked for.
        results: one entry a backbone and distance, in the order they were asked for.
    """

    data: ReidData
    request: EvaluationRequest
    results: tuple[BackboneFigures, ...]

    @property
    def table(self) -> pd.DataFrame:
        """One row a result: backbone, distance, rule, queries, mAP, mINP and CMC at `RANKS`."""
        import pandas as pd

        return pd.DataFrame([_row(figures) for figures in self.results])


def _row(figures: BackboneFigures) -> dict[str, str | int | float]:
    retrieval = figures.retrieval
    return {
        "backbone": figures.backbone,
        "distance": figures.distance,
        "rule": retrieval.rule,
        "queries": retrieval.queries - retrieval.dropped,
        "mAP": retrieval.mean_ap,
        "mINP": retrieval.mean_inp,
        **{f"rank{rank}": share_at_rank(retrieval, rank) for rank in RANKS},
    }


def share_at_rank(retrieval: Retrieval, rank: int) -> float:
    """Share 0..1 of the queries with a right answer up to a rank, or to the last there is."""
    return float(retrieval.cmc[min(rank, len(retrieval.cmc)) - 1])


def evaluate_data_set(
    request: EvaluationRequest, reporter: Reporter | None = None, cache: Cache | None = None
) -> Evaluation:
    """Retrieval figures of backbones on a data set.

    Args:
        request: what is asked for.
        reporter: told what is done; None for nobody.
        cache: vectors known from before, kept for later.

    Raises:
        ProbeError: the folder is another data set, no query has a right answer, ...
    """
    request.check()
    reporter = reporter or Reporter()
    choices = find_all(request.backbone_names)
    parts = read_parts(request.data)
    _report_notes(parts.data, reporter)
    results: list[BackboneFigures] = []
    for choice in choices:
        results.extend(_evaluate_backbone(choice, parts, request, reporter, cache))
    return Evaluation(parts.data, request, tuple(results))


def _report_notes(data: ReidData, reporter: Reporter) -> None:
    for note in data.notes:
        reporter.step(f"note: {note}")
    for picture in data.broken[:REPORTED_BROKEN]:
        reporter.step(f"note: left out: {picture.path}: {picture.reason}")


def _evaluate_backbone(
    choice: Choice,
    parts: RetrievalParts,
    request: EvaluationRequest,
    reporter: Reporter,
    cache: Cache | None,
) -> list[BackboneFigures]:
    backbone = _embedder(choice.load(request.runtime))
    key = choice.key_of(backbone, request.runtime)
    vectors = _vectors(backbone, key, request, parts, reporter, cache)
    return _figures(choice.name, vectors, parts, request)


def _embedder(model: Backbone | PairScorer) -> Backbone:
    if not isinstance(model, Backbone):
        raise BackboneError(
            "a pair scorer gives no vectors; retrieval over a whole gallery needs them",
            hint="Use a backbone that embeds pictures one by one.",
        )
    return model


def _vectors(
    backbone: Backbone,
    key: ModelKey,
    request: EvaluationRequest,
    parts: RetrievalParts,
    reporter: Reporter,
    cache: Cache | None,
) -> Mapping[str, NDArray[np.float32]]:
    """Vector of every picture by id; with flip, the sum of the two unit vectors."""

    def embedded(text: str, variant: str = "unmasked", prepare: Prepare | None = None) -> Embedded:
        digest = variant if prepare else ""
        task = EmbeddingTask(backbone, fitting, variant, prepare, digest, key)
        progress = reporter.progress(f"{text} {backbone.card.name}", "pictures")
        embeddings, _ = embed(task, parts.records, cache, progress, request.decoding_threads)
        return embeddings.ids, embeddings.vectors

    fitting = Fitting.of(request.fit, backbone.card)
    ids, vectors = embedded("embedding with")
    if request.flip:
        _, mirrored = embedded("mirrored, with", "mirrored", _mirror)
        vectors = unit_rows(vectors) + unit_rows(mirrored)
    return dict(zip(ids, vectors, strict=True))


def _mirror(record: ImageRecord, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(picture[:, ::-1])


def _figures(
    name: str,
    vectors: Mapping[str, NDArray[np.float32]],
    parts: RetrievalParts,
    request: EvaluationRequest,
) -> list[BackboneFigures]:
    query, gallery = (
        np.stack([vectors[record.image_id] for record in side.records])
        for side in (parts.query, parts.gallery)
    )
    rule = parts.query.labels, parts.gallery.labels, request.rule, MAX_RANK, request.seed
    distance = "cosine, picture + mirrored" if request.flip else "cosine"
    results = [BackboneFigures(name, distance, evaluate_vectors(query, gallery, *rule))]
    if request.rerank:
        blocks = reranked_blocks(query, gallery, K1, K2, WEIGHT)
        distance += f", re-ranked (k1 {K1}, k2 {K2}, weight {WEIGHT})"
        results.append(BackboneFigures(name, distance, evaluate_blocks(blocks, *rule)))
    return results
