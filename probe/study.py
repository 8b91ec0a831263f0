"""A study: one or more protocols over the same backbones, from the request to a finished run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from probe.comparison import ScoreSource, StandardStrangers, standard_strangers
from probe.errors import BackboneError, UsageError
from probe.evidence import look
from probe.images import ImageRecord, ImageSet
from probe.loaded import Loaded, entry_of, load_backbone, scores_of, with_tally
from probe.manifest import BackboneEntry, ThresholdEntry
from probe.mitigation import mend
from probe.photos import photo_set
from probe.protocol import Protocol, find_protocols, load_protocol
from probe.registry import find_all
from probe.request import Reporter, StudyRequest
from probe.results import Results, threshold_entry
from probe.run_folder import marking_failure, open_run_folder
from probe.store import UNMASKED, Run, RunWriter
from probe.variants import Variant, masked_variants, open_maskers, unmasked

__all__ = ["DEFAULT_BACKBONES", "Reporter", "StudyRequest", "acquire", "run_study"]

DEFAULT_BACKBONES = ("stripes",)


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
    maskers, left_out = open_maskers(request.masks, request.runtime, say)
    sets = [acquire(request, protocol, say) for protocol in protocols]
    backbones = [load_backbone(choice, request.runtime, say) for choice in choices]
    cards = [(backbone.name, backbone.model.card) for backbone in backbones]
    digests = tuple(source.digest for source in maskers)
    writer = open_run_folder(request, files, sets, cards, say, digests)
    with marking_failure(writer):
        writer.update(notes=(*writer.manifest.notes, *left_out))
        variants = [unmasked(sets), *masked_variants(maskers, sets, writer, say)]
        _run(request, variants, backbones, writer, say)
    return Run(writer.path)


def _run(
    request: StudyRequest,
    variants: Sequence[Variant],
    backbones: Sequence[Loaded],
    writer: RunWriter,
    say: Reporter,
) -> None:
    """Embed, compare, look, conclude, and close the run."""
    results = Results(variants[0].sets, request.fmr)
    entries: dict[str, BackboneEntry] = {}
    thresholds: list[ThresholdEntry] = []
    for variant in variants:
        for backbone in backbones:
            scores, tally = scores_of(request, backbone, variant, writer, say)
            known = entries.get(backbone.name)
            entries[backbone.name] = (
                with_tally(known, tally) if known else entry_of(backbone, scores, tally)
            )
            strangers = standard_strangers(variant.sets, scores)
            threshold = threshold_entry(backbone.name, variant.name, strangers, request.fmr)
            thresholds.append(threshold)
            _compare(results, variant, scores, strangers, threshold, say)
            writer.update(backbones=tuple(entries.values()), thresholds=tuple(thresholds))
    if request.attention:
        look(backbones, variants, results, writer, say)
    if request.remedies:
        mend(backbones, variants, results, writer, say)
    results.write(writer)
    if request.pictures:
        _write_pictures(request, variants[0].sets, writer, say)
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


def _compare(
    results: Results,
    variant: Variant,
    scores: ScoreSource,
    strangers: StandardStrangers,
    threshold: ThresholdEntry,
    say: Reporter,
) -> None:
    backbone = threshold.backbone
    masked = "" if variant.name == UNMASKED else f", mask {variant.name}"
    for images in variant.sets:
        what = f"comparing {images.protocol.name} with {backbone}{masked}"
        progress = say.progress(what, "cells")
        try:
            results.compare(backbone, images, scores, strangers, threshold, progress, variant.name)
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
