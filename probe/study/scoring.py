"""A backbone ready to run, and the scores it gives the pictures of a study."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import numpy as np

from probe.comparison import MatrixScores, ScoreSource, VectorScores, pair_scores
from probe.contracts import Backbone, PairScorer, Progress, Reporter
from probe.embedding.embed import EmbeddingTally, EmbeddingTask, embed
from probe.embedding.loaded import Loaded
from probe.embedding.vector_cache import VectorCache
from probe.errors import BackboneError
from probe.masking.variants import Variant
from probe.pictures.fitting import Fitting, fit_picture
from probe.pictures.image_set import ImageRecord
from probe.runs.manifest import BackboneEntry
from probe.runs.store import UNMASKED, RunWriter
from probe.study.request import StudyRequest


def scores_of(
    request: StudyRequest, backbone: Loaded, variant: Variant, writer: RunWriter, say: Reporter
) -> tuple[ScoreSource, EmbeddingTally]:
    """The scores of all pictures of a variant by one backbone, vectors written to the run.

    Raises:
        BackboneError: what it gives cannot be compared; the message names the backbone.
    """
    sets = variant.sets
    records = [record for images in sets for record in images.records]
    fitting = Fitting.of(sets[0].protocol.fit, backbone.model.card)
    masked = "" if variant.name == UNMASKED else f", mask {variant.name}"
    progress = say.progress(f"embedding with {backbone.name}{masked}", "pictures")
    if isinstance(backbone.model, Backbone):
        task = EmbeddingTask(
            backbone.model,
            fitting,
            variant.name,
            prepare=variant.prepare,
            prepare_digest=variant.prepare_digest,
            key=backbone.key,
        )
        cache = VectorCache(request.cache_folder)
        with _named(backbone.name):
            embeddings, tally = embed(task, records, cache, progress, request.decoding_threads)
        cache.trim()
        writer.embeddings(backbone.name, variant.name, embeddings.ids, embeddings.vectors)
        return VectorScores(embeddings), tally
    with _named(backbone.name):
        scores, tally = _pairwise(backbone.model, fitting, variant, records, progress)
    writer.embeddings(backbone.name, variant.name, scores.ids, scores.matrix)
    return scores, tally


@contextmanager
def _named(backbone: str) -> Iterator[None]:
    """Among several backbones, an error says whose it is."""
    try:
        yield
    except BackboneError as error:
        raise BackboneError(error.message, place=error.place or backbone, hint=error.hint) from None


def _pairwise(
    scorer: PairScorer,
    fitting: Fitting,
    variant: Variant,
    records: Sequence[ImageRecord],
    progress: Progress,
) -> tuple[MatrixScores, EmbeddingTally]:
    unique = {record.image_id: record for record in records}
    start = time.perf_counter()

    def prepared(record: ImageRecord) -> Any:
        picture = record.origin.load()
        return variant.prepare(record, picture) if variant.prepare else picture

    pictures = np.stack([fit_picture(prepared(r), fitting) for r in unique.values()])
    scores = pair_scores(scorer, tuple(unique), pictures, progress)
    return scores, EmbeddingTally(len(unique), 0, time.perf_counter() - start)


def entry_of(backbone: Loaded, scores: ScoreSource, tally: EmbeddingTally) -> BackboneEntry:
    """The backbone as the manifest tells it."""
    card = backbone.model.card
    told: Mapping[str, Any] = {**asdict(card), "options": dict(card.options)}
    dimension = scores.embeddings.vectors.shape[1] if isinstance(scores, VectorScores) else 0
    return BackboneEntry(
        name=backbone.name,
        card=told,
        digest=backbone.digest,
        dimension=dimension,
        engine=backbone.model.engine,
        notes=(*backbone.model.notes, *backbone.notes),
        embedded=tally.embedded,
        cached=tally.cached,
        seconds=round(tally.seconds, 3),
    )


def with_tally(entry: BackboneEntry, tally: EmbeddingTally) -> BackboneEntry:
    """The entry with the pictures of another variant counted in."""
    return entry.model_copy(
        update={
            "embedded": entry.embedded + tally.embedded,
            "cached": entry.cached + tally.cached,
            "seconds": round(entry.seconds + tally.seconds, 3),
        }
    )
