"""From cameras to ranked matches: the steps of `probe match` in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from probe.cluster.ray_nodes import RayNodes
from probe.contracts import Fit, Reporter
from probe.embedding.choice import Choice
from probe.embedding.embed import Cache
from probe.embedding.failure import ModelFailure, failure_of, open_each
from probe.embedding.loaded import FitBy, Loaded, ready
from probe.embedding.on_nodes import on_cluster
from probe.embedding.registry import find_all
from probe.embedding.same_weights import same_weights
from probe.errors import BackboneError, ComparisonError
from probe.files.atomic import write_bytes
from probe.frames.box_table import BoxRow
from probe.masking.mask_set import MaskSet
from probe.masking.opening import brought
from probe.matching.calibration import calibrate, open_run
from probe.matching.cameras import Camera, read_cameras
from probe.matching.pictures import WalkPictures, check_different, masked, masks_of, pictures_of
from probe.matching.ranking import rank_walks
from probe.matching.request import DETECTOR, MatchRequest
from probe.matching.scores import ScoringTask, walk_scores
from probe.matching.timing import Stopwatch, product_rate
from probe.pictures.fitting import Fitting
from probe.pictures.renditions import rendition
from probe.runs.manifest import FailedBackbone
from probe.runs.match_file import (
    PICTURES,
    Calibration,
    CameraEntry,
    MatchFile,
    MatchTimes,
    ModelEntry,
    QueryEntry,
    Sighting,
    WalkEntry,
    write_match,
)
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.stores import local_folder
from probe.wording import Message, as_stored, refusal


def match_cameras(
    request: MatchRequest, reporter: Reporter | None = None, cache: Cache | None = None
) -> tuple[MatchFile, MatchTimes]:
    """Match the people of cameras, and write `matches.json`, `times.json` and small pictures.

    Args:
        request: what is asked for.
        reporter: told what is done; None for nobody.
        cache: vectors known from before, kept for later.

    Raises:
        ProbeError: a camera, model, mask or run cannot be used; fewer than two cameras show
            anybody. Crops that are done are kept.
    """
    request.check()
    reporter = reporter or Reporter()
    with on_cluster(request, reporter) as (asked, nodes):
        return _match(asked, nodes, reporter, cache)


def _match(
    request: MatchRequest, nodes: RayNodes | None, reporter: Reporter, cache: Cache | None
) -> tuple[MatchFile, MatchTimes]:
    """Match, on nodes or here, what options that fit together ask for."""
    run, fit = _run_and_fit(request)
    models, left_out = open_each(
        find_all(request.backbone_names), lambda one: _opened(one, request, fit, reporter), reporter
    )
    same = same_weights((model.name, model.key) for model in models)
    for note in same:
        reporter.step(note)
    variant = request.mask.partition("=")[0] or UNMASKED
    calibrations = calibrate(run, models, variant) if run else {}
    watch = Stopwatch()
    request = replace(
        request,
        cameras=[local_folder(at, reporter, request.cache_folder) for at in request.cameras],
    )
    cameras = read_cameras(request, reporter, watch)
    pictures = pictures_of([w for c in cameras for w in c.walks], request.pictures)
    _check_people(cameras, pictures, "")
    check_different(cameras, pictures)
    masks = _masks(request, nodes, pictures, reporter, watch)
    if masks:
        pictures = masked(pictures, masks)
        _check_people(cameras, pictures, masks.variant)
    tasks = [
        ScoringTask(
            model, pictures, Fitting.for_card(fit, model.card), masks, request.decoding_threads,
            cache, nodes,
        )
        for model in models
    ]  # fmt: skip
    ranked = _queries(tasks, calibrations, request.ranks, reporter, watch)
    matches = MatchFile(
        cameras=tuple(_camera(camera, pictures, masks) for camera in cameras),
        models=tuple(_model(model, calibrations.get(model.name)) for model in ranked.models),
        walks=tuple(map(_walk, pictures)),
        queries=ranked.queries,
        detector=request.detector,
        mask=masks.variant if masks else "",
        fit=fit,
        pictures=request.pictures,
        ranks=request.ranks,
        failed_models=tuple(
            FailedBackbone(name=one.name, reason=one.reason, hint=one.hint)
            for one in (*left_out, *ranked.failures)
        ),
        notes=tuple(map(as_stored, [*same, *_notes(cameras), *ranked.faults])),
    )
    _keep_pictures(request, pictures, masks)
    times = _times(watch)
    write_match(request.out, matches, times)
    return matches, times


def _run_and_fit(request: MatchRequest) -> tuple[Run | None, Fit]:
    """The run that is named, and how crops come to the input size of a model."""
    if request.run is not None:
        return open_run(request.run, request.fit)
    return None, request.fit or "card"


def _opened(choice: Choice, request: MatchRequest, fit: Fit, reporter: Reporter) -> Loaded:
    model = choice.load(request.runtime)
    key = choice.key_of(model, request.runtime)
    by: FitBy = "option" if request.fit else "run"
    loaded = ready(choice.name, model, key, fit, reporter, by, choice.notes)
    return replace(loaded, again=partial(choice.loaded, request.runtime))


def _check_people(cameras: Sequence[Camera], pictures: Sequence[WalkPictures], mask: str) -> None:
    """Refuse what leaves fewer than two cameras with people.

    Raises:
        ComparisonError: says what every camera shows.
    """
    walks = Counter(one.walk.camera for one in pictures)
    if len(walks) >= 2:
        return
    shown = tuple(
        Message(
            "matching-camera-shows",
            {
                "camera": camera.entry.name,
                "people": camera.entry.boxes,
                "crops": sum(len(walk.rows) for walk in camera.walks),
            },
        )
        for camera in cameras
    )
    raise refusal(
        ComparisonError,
        Message("matching-too-few", {"mask": mask or None, "shown": shown}),
        hint=Message("matching-too-few-step"),
    )


def _masks(
    request: MatchRequest,
    nodes: RayNodes | None,
    pictures: Sequence[WalkPictures],
    reporter: Reporter,
    watch: Stopwatch,
) -> MaskSet | None:
    given = request.mask
    if not given:
        return None
    if given != DETECTOR:
        given = brought(given, reporter, request.cache_folder)
    with watch.of("mask") as spent:
        masks = masks_of(given, pictures, request.runtime, reporter, nodes)
        spent.counted(len(masks.packed) + len(masks.failures))
    return masks


class _Ranked(NamedTuple):
    """What the models gave: those that finished, their queries, those that failed, faults."""

    models: list[Loaded]
    queries: tuple[QueryEntry, ...]
    failures: list[ModelFailure]
    faults: list[Message]


def _queries(
    tasks: Sequence[ScoringTask],
    calibrations: dict[str, Calibration],
    ranks: int,
    reporter: Reporter,
    watch: Stopwatch,
) -> _Ranked:
    """Rank the walks by every model; one that cannot finish is left out and named.

    Raises:
        BackboneError: none of them can finish.
    """
    names = [one.walk.name for one in tasks[0].pictures]
    finished: list[Loaded] = []
    queries: list[QueryEntry] = []
    failures: list[ModelFailure] = []
    faults: list[Message] = []
    for task in tasks:
        name = task.model.name
        try:
            scores, wrong = walk_scores(task, reporter, watch)
        except BackboneError as error:
            if len(failures) == len(tasks) - 1:
                raise
            failures.append(failure_of(name, error))
            reporter.step(failures[-1].note)
            continue
        finished.append(task.model)
        faults += [Message("headline-setup", {"model": name, "fault": w}) for w in wrong]
        calibration = calibrations.get(name)
        threshold = calibration.threshold if calibration else None
        queries += rank_walks(names, scores, name, threshold, ranks)
    order = {name: place for place, name in enumerate(names)}
    ranked = tuple(sorted(queries, key=lambda query: order[query.walk]))
    return _Ranked(finished, ranked, failures, faults)


def _camera(camera: Camera, pictures: Sequence[WalkPictures], masks: MaskSet | None) -> CameraEntry:
    """What is stored of a camera, with what masking cost it."""
    walks = [one for one in pictures if one.walk.camera == camera.entry.name]
    crops = {row.crop for walk in camera.walks for row in walk.rows}
    lost = sum(failure.source in crops for failure in masks.failures) if masks else 0
    return camera.entry.model_copy(update={"walks": len(walks), "unmasked": lost})


def _model(model: Loaded, calibration: Calibration | None) -> ModelEntry:
    card = model.card
    return ModelEntry(
        name=model.name,
        digest=model.digest,
        score=card.score,
        demonstration=as_stored(card.demonstration),
        calibration=calibration,
        notes=tuple(map(as_stored, (*model.model.notes, *model.notes))),
    )


def _walk(one: WalkPictures) -> WalkEntry:
    walk = one.walk
    return WalkEntry(
        walk=walk.name,
        camera=walk.camera,
        track=walk.track,
        first=_sighting(walk.rows[0]),
        last=_sighting(walk.rows[-1]),
        shown=_sighting(walk.shown),
        crop=walk.shown.crop,
        crops=len(walk.rows),
        compared=len(one.records),
    )


def _sighting(row: BoxRow) -> Sighting:
    return Sighting(frame=row.frame, time=row.time, box=row.box)


def _notes(cameras: Sequence[Camera]) -> list[Message | str]:
    notes: list[Message | str] = [note for camera in cameras for note in camera.notes]
    empty = [camera.entry.name for camera in cameras if not camera.walks]
    return [*notes, *(Message("match-empty-camera", {"camera": name}) for name in empty)]


def _keep_pictures(
    request: MatchRequest, pictures: Sequence[WalkPictures], masks: MaskSet | None
) -> None:
    """A small picture of every walk, as the models saw it."""
    for one in pictures:
        middle = one.records[len(one.records) // 2]
        shown = next((r for r in one.records if r.source == one.walk.shown.crop), middle)
        picture = shown.origin.load()
        if masks:
            picture = masks.prepare(shown, picture)
        path = request.out / PICTURES / f"{one.walk.name}.webp"
        write_bytes(path, rendition(picture), durable=False)


def _times(watch: Stopwatch) -> MatchTimes:
    stages = watch.stages
    crops = [stage for stage in stages if stage.stage == "crop"]
    return MatchTimes(
        stages=stages,
        frames=sum(stage.done for stage in crops),
        kept=sum(stage.kept for stage in crops),
        peak=product_rate() if any(stage.operations for stage in stages) else None,
    )
