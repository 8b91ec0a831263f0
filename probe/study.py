"""A study: one or more protocols over the same backbones, from the request to a finished run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probe.cache import VectorCache
from probe.comparison import (
    MatrixScores,
    ScoreSource,
    StandardStrangers,
    VectorScores,
    pair_scores,
    standard_strangers,
)
from probe.contracts import Backbone, PairScorer, Runtime
from probe.embedding import EmbeddingTally, EmbeddingTask, embed
from probe.errors import BackboneError, UsageError
from probe.images import ImageRecord, ImageSet
from probe.manifest import BackboneEntry, ThresholdEntry
from probe.photos import photo_set
from probe.pictures import Fitting, fit_picture
from probe.protocol import Protocol, find_protocols, load_protocol
from probe.registry import Choice, find_all
from probe.request import Progress, Reporter, StudyRequest
from probe.results import Results, threshold_entry
from probe.run_folder import marking_failure, open_run_folder
from probe.store import UNMASKED, Run, RunWriter

__all__ = ["DEFAULT_BACKBONES", "Reporter", "StudyRequest", "acquire", "run_study"]

DEFAULT_BACKBONES = ("stripes",)


@dataclass(frozen=True)
class _Loaded:
    """A backbone ready to run, under the name it has in this run."""

    name: str
    model: Backbone | PairScorer


def run_study(request: StudyRequest, reporter: Reporter | None = None) -> Run:
    """Run a study and store it.

    Raises:
        ProbeError: what was asked for cannot be done; the message says what to do next. A run
            directory that was begun stays, marked as failed, and can be resumed.
    """
    say = reporter or Reporter()
    request.check()
    files = find_protocols(request.protocol)
    protocols = [_announced(file, load_protocol(file), say) for file in files]
    _check_together(protocols)
    choices = find_all(request.backbones or DEFAULT_BACKBONES)
    sets = [acquire(request, protocol, say) for protocol in protocols]
    backbones = [_load(choice, request.runtime, say) for choice in choices]
    cards = [(backbone.name, backbone.model.card) for backbone in backbones]
    writer = open_run_folder(request, files, sets, cards, say)
    with marking_failure(writer):
        _run(request, sets, backbones, writer, say)
    return Run(writer.path)


def _run(
    request: StudyRequest,
    sets: Sequence[ImageSet],
    backbones: Sequence[_Loaded],
    writer: RunWriter,
    say: Reporter,
) -> None:
    """Embed, compare, conclude, and close the run."""
    results = Results(sets, request.fmr)
    entries: list[BackboneEntry] = []
    thresholds: list[ThresholdEntry] = []
    for backbone in backbones:
        scores, tally = _scores(request, backbone, sets, writer, say)
        entries.append(_entry(backbone, scores, tally))
        strangers = standard_strangers(sets, scores)
        threshold = threshold_entry(backbone.name, UNMASKED, strangers, request.fmr)
        thresholds.append(threshold)
        _compare(results, backbone.name, scores, strangers, threshold, say)
        writer.update(backbones=tuple(entries), thresholds=tuple(thresholds))
    results.write(writer)
    if request.pictures:
        _write_pictures(request, sets, writer, say)
    writer.complete()


def _announced(file: Path, protocol: Protocol, say: Reporter) -> Protocol:
    say.step(f"protocol {protocol.name}: {len(protocol.conditions)} conditions, from {file}")
    return protocol


def _check_together(protocols: Sequence[Protocol]) -> None:
    names = [protocol.name for protocol in protocols]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"two protocols of the study are named {name!r}")
    if len({protocol.fit for protocol in protocols}) > 1:
        raise UsageError(
            "the protocols of a study must fit pictures in the same way",
            place=", ".join(f"{p.name}: {p.fit}" for p in protocols),
            hint="give them the same fit:, or run them one by one",
        )


def acquire(request: StudyRequest, protocol: Protocol, say: Reporter) -> ImageSet:
    """The pictures of a protocol, photographs or rendered, as the request says."""
    if request.photos is not None:
        progress = say.progress(f"reading photographs of {protocol.name}", "pictures")
        images = photo_set(protocol, request.photos, progress, request.threads)
    elif protocol.scene is not None:
        images = _rendered(request, protocol, say)
    else:
        raise UsageError(
            f"protocol {protocol.name!r} takes photographs",
            hint="name their folder: --photos FOLDER",
        )
    for failure in images.failures[:3]:
        say.step(f"not usable: {failure.picture}: {failure.reason}")
    if len(images.failures) > 3:
        say.step(f"... and {len(images.failures) - 3} more pictures that cannot be used")
    for note in images.notes:
        say.step(note)
    return images


def _rendered(request: StudyRequest, protocol: Protocol, say: Reporter) -> ImageSet:
    from probe.scene_source import SUBJECTS, scene_set
    from probe.scenes import SceneCache

    cache = SceneCache(request.cache_folder / "scenes", limit_bytes=4 * 1024**3)
    progress = say.progress(f"rendering people for {protocol.name}", "pictures")
    return scene_set(protocol, request.subjects or SUBJECTS, cache, progress, request.workers)


def _load(choice: Choice, runtime: Runtime, say: Reporter) -> _Loaded:
    model = choice.load(runtime)
    engine = getattr(model, "engine", "numpy")
    say.step(f"backbone {choice.name}: {engine}")
    for note in getattr(model, "notes", ()):
        say.step(f"  {note}")
    return _Loaded(choice.name, model)


def _scores(
    request: StudyRequest,
    backbone: _Loaded,
    sets: Sequence[ImageSet],
    writer: RunWriter,
    say: Reporter,
) -> tuple[ScoreSource, EmbeddingTally]:
    """The scores of all pictures of the study by one backbone, vectors written to the run."""
    records = [record for images in sets for record in images.records]
    fitting = Fitting.of(sets[0].protocol.fit, backbone.model.card)
    progress = say.progress(f"embedding with {backbone.name}", "pictures")
    if isinstance(backbone.model, Backbone):
        task = EmbeddingTask(backbone.model, fitting)
        cache = VectorCache(request.cache_folder)
        embeddings, tally = embed(task, records, cache, progress, request.threads)
        cache.trim()
        writer.embeddings(backbone.name, UNMASKED, embeddings.ids, embeddings.vectors)
        return VectorScores(embeddings), tally
    scores, tally = _pairwise(backbone.model, fitting, records, progress)
    writer.embeddings(backbone.name, UNMASKED, scores.ids, scores.matrix)
    return scores, tally


def _pairwise(
    scorer: PairScorer, fitting: Fitting, records: Sequence[ImageRecord], progress: Progress
) -> tuple[MatrixScores, EmbeddingTally]:
    import time

    import numpy as np

    unique = {record.image_id: record for record in records}
    start = time.perf_counter()
    pictures = np.stack([fit_picture(r.origin.load(), fitting) for r in unique.values()])
    scores = pair_scores(scorer, tuple(unique), pictures, progress)
    return scores, EmbeddingTally(len(unique), 0, time.perf_counter() - start)


def _entry(backbone: _Loaded, scores: ScoreSource, tally: EmbeddingTally) -> BackboneEntry:
    from dataclasses import asdict

    card = backbone.model.card
    told: Mapping[str, Any] = {**asdict(card), "options": dict(card.options)}
    dimension = scores.embeddings.vectors.shape[1] if isinstance(scores, VectorScores) else 0
    return BackboneEntry(
        name=backbone.name,
        card=told,
        digest=card.digest(),
        dimension=dimension,
        engine=str(getattr(backbone.model, "engine", "numpy")),
        notes=tuple(getattr(backbone.model, "notes", ())),
        embedded=tally.embedded,
        cached=tally.cached,
        seconds=round(tally.seconds, 3),
    )


def _compare(
    results: Results,
    backbone: str,
    scores: ScoreSource,
    strangers: StandardStrangers,
    threshold: ThresholdEntry,
    say: Reporter,
) -> None:
    for images in results.sets:
        progress = say.progress(f"comparing {images.protocol.name} with {backbone}", "cells")
        try:
            results.compare(backbone, images, scores, strangers, threshold, progress)
        except BackboneError as error:
            raise BackboneError(error.message, place=backbone, hint=error.hint) from None


def _write_pictures(
    request: StudyRequest, sets: Sequence[ImageSet], writer: RunWriter, say: Reporter
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from probe.renditions import rendition

    unique = list({r.image_id: r for images in sets for r in images.records}.values())
    progress = say.progress("keeping small pictures for the report", "pictures")

    def made(record: ImageRecord) -> bytes:
        return rendition(record.origin.load(), pixelate_faces=request.pixelate_faces)

    with ThreadPoolExecutor(max_workers=request.threads) as pool:
        for done, (record, data) in enumerate(zip(unique, pool.map(made, unique), strict=True)):
            writer.bytes(f"pictures/{record.image_id}.webp", data, durable=False)
            progress(done + 1, len(unique))
