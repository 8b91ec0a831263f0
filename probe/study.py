"""A study: one or more protocols over the same backbones, from the request to a finished run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from probe.cache import VectorCache, default_cache_folder
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
from probe.errors import BackboneError, ProbeError, UsageError
from probe.images import ImageRecord, ImageSet, study_digest
from probe.manifest import BackboneEntry, Manifest, ProtocolEntry, ThresholdEntry
from probe.photos import photo_set
from probe.pictures import Fitting, fit_picture
from probe.protocol import Protocol, find_protocols, load_protocol
from probe.registry import Choice, find_all
from probe.results import Results, threshold_entry
from probe.store import UNMASKED, Run, RunWriter, now
from probe.versions import package_versions

FMR = 0.01
"""The false match rate thresholds are set for by default."""

DEFAULT_BACKBONES = ("stripes",)

Progress = Callable[[int, int], None]


class Reporter:
    """Told what a study is doing; the command line prints it, the default says nothing."""

    def step(self, text: str) -> None:
        """A step begins, or something worth knowing happened."""

    def progress(self, text: str, unit: str) -> Progress:
        """A function to be told (done, all) of a step that takes time."""
        return lambda done, everything: None


@dataclass(frozen=True)
class StudyRequest:
    """What the user asked for.

    Attributes:
        protocol: a protocol, or a folder of protocols.
        backbones: as on the command line (see `probe.registry.find`); none means the default.
        photos: the photo folder; None renders the protocols' scenes.
        subjects: people to render; None for the default.
        out: folder for runs; a run directory is made inside.
        fmr: the false match rate thresholds are set for, 0..1.
        resume: continue the newest unfinished run with the same inputs.
        pictures: whether small renditions are kept for the report.
        pixelate_faces: whether the heads in them are made unrecognisable.
        cache: folder of the cache; None for the platform's.
        runtime: how networks are run.
        workers: threads that decode, processes that render; None for as many as there are cores.
    """

    protocol: str | Path
    backbones: tuple[str, ...] = ()
    photos: Path | None = None
    subjects: int | None = None
    out: Path = Path("runs")
    fmr: float = FMR
    resume: bool = False
    pictures: bool = True
    pixelate_faces: bool = False
    cache: Path | None = None
    runtime: Runtime = field(default_factory=Runtime)
    workers: int | None = None

    def told(self) -> dict[str, Any]:
        """The options as they appear in the manifest."""
        return {
            "protocol": Path(self.protocol).name,
            "backbones": [_without_folder(given) for given in self.backbones],
            "photos": None if self.photos is None else self.photos.name,
            "subjects": self.subjects,
            "fmr": self.fmr,
            "pictures": self.pictures,
            "pixelate_faces": self.pixelate_faces,
            "engine": self.runtime.engine,
            "precision": self.runtime.precision,
        }


def _without_folder(given: str) -> str:
    """`NAME=FILE` without the folder: where things lie on a machine is not part of a result."""
    name, equals, path = given.partition("=")
    return f"{name}={Path(path).name}" if equals else Path(given).name


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
    _check(request)
    files = find_protocols(request.protocol)
    protocols = [_announced(file, load_protocol(file), say) for file in files]
    _check_together(protocols)
    choices = find_all(request.backbones or DEFAULT_BACKBONES)
    sets = [acquire(request, protocol, say) for protocol in protocols]
    backbones = [_load(choice, request.runtime, say) for choice in choices]
    writer = _open_run(request, files, sets, backbones, say)
    with _marking_failure(writer):
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


def _check(request: StudyRequest) -> None:
    if not 0 < request.fmr < 1:
        raise UsageError(f"--fmr {request.fmr} is not between 0 and 1", hint="1 % is written 0.01")
    if request.subjects is not None and request.subjects < 1:
        raise UsageError(f"--subjects {request.subjects}: at least one person is needed")
    if request.subjects is not None and request.photos is not None:
        raise UsageError(
            "--subjects is for rendered people",
            hint="with --photos, everybody in the folder takes part",
        )


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
        images = photo_set(protocol, request.photos, progress, request.workers or 4)
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

    cache = SceneCache(_cache_folder(request) / "scenes", limit_bytes=4 * 1024**3)
    progress = say.progress(f"rendering people for {protocol.name}", "pictures")
    return scene_set(protocol, request.subjects or SUBJECTS, cache, progress, request.workers)


def _cache_folder(request: StudyRequest) -> Path:
    return request.cache or default_cache_folder()


def _load(choice: Choice, runtime: Runtime, say: Reporter) -> _Loaded:
    model = choice.load(runtime)
    engine = getattr(model, "engine", "numpy")
    say.step(f"backbone {choice.name}: {engine}")
    for note in getattr(model, "notes", ()):
        say.step(f"  {note}")
    return _Loaded(choice.name, model)


def _open_run(
    request: StudyRequest,
    files: Sequence[Path],
    sets: Sequence[ImageSet],
    backbones: Sequence[_Loaded],
    say: Reporter,
) -> RunWriter:
    study = sets[0].protocol.name if len(sets) == 1 else Path(request.protocol).name or "study"
    digest = _inputs_digest(request, sets, backbones)
    folder = request.out / study
    path = _unfinished(folder, digest) if request.resume else None
    if path is not None:
        say.step(f"resuming {path}")
    elif request.resume:
        say.step("nothing to resume with these inputs: a new run begins")
    created = now()
    path = path or _fresh(folder, created, digest)
    manifest = Manifest(
        status="started",
        study=study,
        run=path.name,
        created=created,
        protocols=tuple(_protocol_entry(*each) for each in zip(files, sets, strict=True)),
        images_digest=study_digest(sets),
        options={**request.told(), "inputs": digest},
        failures=tuple(failure for images in sets for failure in images.failures),
        device=request.runtime.device,
        packages=package_versions(),
        notes=tuple(note for images in sets for note in images.notes),
    )
    writer = RunWriter(path, manifest)
    for file, images in zip(files, sets, strict=True):
        writer.bytes(f"protocols/{images.protocol.name}.yaml", file.read_bytes())
    return writer


def _inputs_digest(
    request: StudyRequest, sets: Sequence[ImageSet], backbones: Sequence[_Loaded]
) -> str:
    """Hex digest of everything that decides the figures: the last part of a run's name."""
    told = {
        "protocols": [images.protocol.digest() for images in sets],
        "images": study_digest(sets),
        "backbones": [(b.name, b.model.card.digest()) for b in backbones],
        "fmr": request.fmr,
        "precision": request.runtime.precision,
    }
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _fresh(folder: Path, created: str, digest: str) -> Path:
    stamp = created.replace("-", "").replace(":", "")
    name = f"{stamp}-{digest[:4]}"
    path, count = folder / name, 1
    while path.exists():
        count += 1
        path = folder / f"{name}-{count}"
    return path


def _unfinished(folder: Path, digest: str) -> Path | None:
    """The newest run of these inputs that is not complete."""
    for path in sorted(folder.glob("*/manifest.json"), reverse=True):
        try:
            manifest = Run(path.parent).manifest
        except ProbeError:
            continue
        if manifest.status != "complete" and manifest.options.get("inputs") == digest:
            return path.parent
    return None


def _protocol_entry(file: Path, images: ImageSet) -> ProtocolEntry:
    return ProtocolEntry(
        name=images.protocol.name,
        file=file.name,
        digest=images.protocol.digest(),
        source=images.source,
        pictures=len(images.records),
        failures=len(images.failures),
    )


@contextmanager
def _marking_failure(writer: RunWriter) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        writer.update(status="failed", notes=(*writer.manifest.notes, f"failed: {error}"))
        raise


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
        cache = VectorCache(_cache_folder(request))
        embeddings, tally = embed(task, records, cache, progress, request.workers or 4)
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

    with ThreadPoolExecutor(max_workers=request.workers or 4) as pool:
        for done, (record, data) in enumerate(zip(unique, pool.map(made, unique), strict=True)):
            writer.bytes(f"pictures/{record.image_id}.webp", data)
            progress(done + 1, len(unique))
