"""A study: one or more protocols over the same backbones, from the request to a finished run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal, TypeGuard

from probe.cluster.ray_nodes import RayNodes
from probe.comparison import ScoreSource, VectorScores, check_halves, tuning_half
from probe.comparison.thresholds import RateRequest
from probe.conclusions.site import parse_site, write_site
from probe.contracts import Fit, Reporter
from probe.embedding.choice import Choice
from probe.embedding.failure import open_each
from probe.embedding.key import masker_key
from probe.embedding.known_models import known_or_loaded
from probe.embedding.loaded import FitBy, Loaded, ready
from probe.embedding.near_strangers import NearStrangers, photographed
from probe.embedding.on_nodes import on_cluster
from probe.embedding.registry import find_all
from probe.embedding.setup_faults import setup_fault
from probe.errors import BackboneError, UsageError
from probe.evidence.study import measure_evidence
from probe.masking.making import MasksOf, masks_here
from probe.masking.on_nodes import MasksOnNodes
from probe.masking.opening import Opened, open_maskers
from probe.masking.variants import Variant, masked_variants, unmasked
from probe.pictures.image_set import ImageSet
from probe.pictures.rendered import SUBJECTS
from probe.protocol.finding import find_protocols, further_protocols, load_protocol
from probe.protocol.model import Protocol
from probe.remedies.own import own_remedies
from probe.remedies.remedy import Remedy
from probe.remedies.study import measure_remedies
from probe.runs.manifest import BackboneEntry
from probe.runs.notes import note_in_run
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.runs.writer import RunWriter
from probe.study.announcement import what_is_compared
from probe.study.cost import check_cost, cost_of, estimate
from probe.study.fit_notes import fit_by, fit_notes
from probe.study.model_scores import ModelScores, kept_vectors
from probe.study.no_effect import notes_without_effect
from probe.study.recomputation import partner_of
from probe.study.request import StudyRequest
from probe.study.results import Results
from probe.study.run_folder import marking_failure, open_run_folder, without_report
from probe.study.scored_models import ScoredModels, write_failure
from probe.study.scoring import ScoredVariant, score_variant
from probe.study.shown_pictures import write_pictures
from probe.study.workload import LENGTH, what_it_takes
from probe.wording import Message, Value, as_stored, reason_of, refusal

__all__ = ["DEFAULT_BACKBONES", "Reporter", "StudyRequest", "run_study"]

DEFAULT_BACKBONES = ("arcface.demo", "moco.demo")


def run_study(request: StudyRequest, reporter: Reporter | None = None) -> Run:
    """Run a study and store it.

    Raises:
        ProbeError: what was asked for cannot be done; the message says what to do next. A run
            directory that was begun stays, marked as failed, and can be resumed.
    """
    say = reporter or Reporter()
    request.check()
    with on_cluster(request, say) as (asked, nodes):
        return _run_study(asked, nodes, say)


def _run_study(request: StudyRequest, nodes: RayNodes | None, say: Reporter) -> Run:
    """Run a study whose options fit together, on nodes or here."""
    files = find_protocols(*request.protocols)
    kind: Literal["photos", "scene"] = "photos" if request.photos else "scene"
    loaded = [_announced(file, load_protocol(file), say) for file in files]
    for folder, names in further_protocols(*request.protocols).items():
        further: dict[str, Value] = {"folder": folder.as_posix(), "names": tuple(names)}
        say.step(Message("progress-further-protocols", further))
    protocols = [protocol.fitted(kind) for protocol in loaded]
    across = {p.across(kind) for p in protocols}
    _check_together(protocols, across)
    if request.tries_remedies and across != {None}:
        raise refusal(
            UsageError, Message("study-remedies-across"), hint=Message("study-remedies-across-step")
        )
    if request.site is not None:
        parse_site(request.site, {protocol.name: protocol for protocol in protocols})
    choices = find_all(request.backbone_names or DEFAULT_BACKBONES)
    opened, left_out = open_maskers(
        request.masker_names, request.runtime, say, request.cache_folder
    )
    maskers = [one.masker for one in opened]
    own = own_remedies(request.own_remedies, request.runtime)
    people = 0 if request.photos is not None else request.subjects or SUBJECTS
    cost = cost_of(protocols, people, len(choices), 1 + len(maskers))
    counts = {"pictures": cost.pictures, "cells": cost.cells, "megabytes": round(cost.megabytes)}
    say.detail(Message("progress-cost", counts))
    check_cost(cost, request.any_size)
    source = replace(
        request.picture_source.brought(say),
        nodes=None if nodes is None else nodes.on_single_cores(),
    )
    sets = [source.acquire(protocol, say) for protocol in protocols]
    say.step(what_is_compared(sets, len(choices)))
    wanted = _wanted(request, sets)
    fit, by = protocols[0].fit, fit_by(loaded, kind)
    backbones, failures = open_each(choices, lambda one: _opened(one, request, fit, by, say), say)
    models = [(backbone.name, backbone.digest) for backbone in backbones]
    digests = (*map(masker_key, maskers), *(remedy.digest for remedy in own.values()))
    if request.resume and (done := without_report(request, sets, models, say, digests)):
        return done
    longest = max((backbone.card.dimension or LENGTH for backbone in backbones), default=LENGTH)
    say.detail(what_it_takes(sets, len(backbones) * (1 + len(maskers)), longest))
    for backbone in backbones:
        kept = kept_vectors(backbone, unmasked(sets), request.cache_folder, say)
        if expected := estimate(backbone, sets, 1 + len(maskers), kept):
            say.detail(expected)
    writer = open_run_folder(request, files, sets, models, say, digests)
    with marking_failure(writer):
        writer.update(notes=(*writer.manifest.notes, *map(as_stored, left_out)))
        for failure in failures:
            write_failure(failure, writer)
        notes = [*notes_without_effect(request, backbones), *fit_notes(by, backbones)]
        for note in notes:
            note_in_run(note, writer, say)
        made = _masks_of(nodes, opened)
        variants = [unmasked(sets), *masked_variants(maskers, sets, writer, say, made)]
        _run(request, nodes, wanted, variants, backbones, own, writer, say)
    return Run(writer.path)


def _opened(choice: Choice, request: StudyRequest, fit: Fit, by: FitBy, say: Reporter) -> Loaded:
    """A chosen backbone, loaded and told."""
    model = known_or_loaded(choice, request.runtime)
    key = choice.key_of(model, request.runtime)
    again = partial(choice.loaded, request.runtime)
    return replace(ready(choice.name, model, key, fit, say, by, choice.notes), again=again)


def _masks_of(nodes: RayNodes | None, opened: Sequence[Opened]) -> MasksOf:
    """Where masks are made: on nodes, here without any."""
    if nodes is None:
        return masks_here
    return MasksOnNodes(nodes, {one.masker.name: one.again for one in opened})


def _run(
    request: StudyRequest,
    nodes: RayNodes | None,
    wanted: RateRequest,
    variants: Sequence[Variant],
    backbones: Sequence[Loaded],
    own: Mapping[str, Remedy],
    writer: RunWriter,
    say: Reporter,
) -> None:
    """Embed, compare, look, conclude, and close the run."""
    results = Results(variants[0].sets, wanted, writer.path, nodes)
    backbones = _scored(ModelScores(request, writer, say, nodes), results, variants, backbones)
    if request.attention:
        measure_evidence(backbones, variants, results.costliest, writer, say, nodes)
    if request.tries_remedies:
        rate = results.wanted.fmr
        measure_remedies(backbones, variants, results.costliest, rate, writer, say, own, nodes)
    results.write(writer)
    if request.site is not None:
        write_site(writer, request.site)
    if request.pictures:
        write_pictures(request, variants, writer, say)
    writer.complete()


def _scored(
    model_scores: ModelScores,
    results: Results,
    variants: Sequence[Variant],
    backbones: Sequence[Loaded],
) -> list[Loaded]:
    """Embed and compare; the backbones that finished.

    One that cannot finish leaves the study with its figures and is named in the run; so a fault of
    one of twelve does not cost the other eleven.

    Raises:
        BackboneError: none of them can finish.
    """
    writer, say = model_scores.writer, model_scores.say
    scored = ScoredModels(results, writer)
    strangers = NearStrangers(photographed(variants[0].sets))
    running = list(backbones)
    for variant in variants:
        for backbone in tuple(running):
            try:
                scores, entry = model_scores.scored(
                    backbone, variant, scored.entries.get(backbone.name)
                )
                if variant.name == UNMASKED and _tells_apart(scores, entry):
                    strangers.add(scores.embeddings)
                figures = score_variant(entry, variant.name, variant.sets, scores, results.wanted)
                scored.add(entry, figures)
                _compare(results, figures, say)
                if results.loses_pictures(variant.name):
                    results.add_partner(variant.name, partner_of(Run(writer.path), figures))
            except BackboneError as error:
                running.remove(backbone)
                if not running:
                    raise
                say.step(scored.failed(backbone.name, error))
            scored.tell()
    for note in strangers.notes():
        note_in_run(note, writer, say)
    return running


def _tells_apart(scores: ScoreSource, entry: BackboneEntry) -> TypeGuard[VectorScores]:
    """Whether a model gives vectors, and is set up so that they say something of people."""
    return isinstance(scores, VectorScores) and setup_fault(entry.notes) is None


def _wanted(request: StudyRequest, sets: Sequence[ImageSet]) -> RateRequest:
    """The thresholds asked for; halves that are too small are refused before all embedding."""
    tuning = tuning_half(sets) if request.split_strangers else None
    if tuning is not None:
        check_halves(sets, tuning, request.rate)
    return RateRequest(request.rate, request.other_rates, tuning)


def _announced(file: Path, protocol: Protocol, say: Reporter) -> Protocol:
    names = {"name": protocol.name, "file": str(file)}
    count = len(protocol.conditions)
    say.step(Message("progress-protocol", {**names, "conditions": count}))
    return protocol


def _check_together(protocols: Sequence[Protocol], across: Set[str | None]) -> None:
    names = [protocol.name for protocol in protocols]
    for name in names:
        if names.count(name) > 1:
            raise refusal(
                UsageError,
                Message("study-two-protocols", {"name": repr(name)}),
                hint=Message("study-two-protocols-step"),
            )
    if len({protocol.fit for protocol in protocols}) > 1:
        raise refusal(
            UsageError,
            Message("study-one-fit"),
            place=", ".join(f"{p.name}: {p.fit}" for p in protocols),
            hint=Message("study-one-fit-step"),
        )
    if len(across) > 1:
        raise refusal(
            UsageError,
            Message("study-one-across"),
            place=", ".join(p.name for p in protocols),
            hint=Message("study-one-across-step"),
        )


def _compare(results: Results, scored: ScoredVariant, say: Reporter) -> None:
    mask = None if scored.variant == UNMASKED else scored.variant
    for images in scored.sets:
        values = {"protocol": images.protocol.name, "model": scored.backbone, "mask": mask}
        try:
            progress = say.progress(Message("progress-comparing", values), "cells")
            results.add(scored, images, progress)
        except BackboneError as error:
            raise refusal(
                BackboneError, reason_of(error), place=scored.backbone, hint=error.hint
            ) from None
