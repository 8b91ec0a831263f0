"""What examiners expect beside miss rates, of one backbone on one protocol."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from probe.comparison.cast import Cast, cast_of
from probe.comparison.examination.carriers import carriers, concentration
from probe.comparison.examination.counts import counts
from probe.comparison.examination.curves import curves, traces
from probe.comparison.examination.examined import Examined, examined_of
from probe.comparison.examination.groups import (
    Grouping,
    differentials,
    group_matches,
    group_misses,
)
from probe.comparison.examination.likelihood import likelihood
from probe.comparison.examination.record import empty_record, message
from probe.comparison.examination.searches import searches
from probe.comparison.scores import ScoreSource
from probe.pictures.image_set import ImageSet
from probe.runs.examination import AbsentRecord, ExaminationRecord, ExaminedModel, ExaminedRecord
from probe.statistics.confidence import FEWEST_SUBJECTS, subjects_refusal
from probe.wording import Message

EVERY = ("curves", "identification", "people", "calibration", "flow")
"""The sections of every protocol, by their key in `examination.json`; `differentials` is one of
those that name groups."""


def examine(
    images: ImageSet, backbone: str, scores: ScoreSource, threshold: float
) -> ExaminationRecord:
    """Everything that the people and pictures of a protocol support.

    Args:
        images: its pictures.
        backbone: name in the run.
        scores: of the pictures.
        threshold: match iff score > threshold; NaN where the rate is not resolved.
    """
    cast = cast_of(images, scores)
    model: ExaminedModel = {"protocol": images.protocol.name, "backbone": backbone}
    record = empty_record()
    if reason := _refusal(cast):
        sections = [*EVERY, *(("differentials",) if images.protocol.groups else ())]
        record["absent"].append({**model, "sections": sections, "note": message(reason)})
        return record
    groups = {name: images.groups_by(name) for name in images.protocol.groups}
    examined = examined_of(model, cast, scores, threshold, groups)
    record["examined"].append(_people(examined))
    record["curves"] += curves(examined)
    record["traces"] += traces(examined)
    record["identification"] += searches(examined)
    record["calibration"] += likelihood(examined)
    if math.isfinite(threshold):
        record["people"] += carriers(examined)
        record["concentration"].append(concentration(examined))
        record["flow"] += counts(examined)
        _add_groups(examined, record)
    record["absent"] += _absent(examined, record)
    return record


def _add_groups(examined: Examined, record: ExaminationRecord) -> None:
    """What is known of the groups that the protocol names."""
    for attribute in examined.groups if examined.conditions else ():
        grouping = Grouping(attribute, examined)
        record["groups"] += group_misses(grouping)
        record["group_pairs"] += group_matches(grouping)
        record["differentials"] += differentials(grouping)


def _refusal(cast: Cast) -> str:
    """Why nothing can be examined."""
    if reason := subjects_refusal(cast.subjects):
        return reason
    return "" if cast.conditions > 1 else Message("note-one-condition").json()


def _people(examined: Examined) -> ExaminedRecord:
    chosen = int(np.count_nonzero(examined.chosen[: examined.subjects]))
    return {**examined.model, "subjects": chosen, "left_out": examined.subjects - chosen}


def _absent(examined: Examined, record: ExaminationRecord) -> Iterator[AbsentRecord]:
    """Sections without a figure, in one line."""
    figures: dict[str, list[float | None]] = {
        "curves": [row["value"] for row in record["curves"]],
        "identification": [row["value"] for row in record["identification"]],
        "calibration": [row["value"] for row in record["calibration"]],
        "people": [row["missed"] for row in record["people"]],
        "flow": [row["value"] for row in record["flow"]],
    }
    measured = math.isfinite(examined.threshold)
    if examined.groups and not measured:
        figures["differentials"] = []
    missing = [name for name, values in figures.items() if all(v is None for v in values)]
    if missing:
        reason = Message("note-examination-few").json()
        yield {**examined.model, "sections": missing, "note": message(reason)}
    known = {row["attribute"] for row in record["differentials"]}
    for attribute in examined.groups if measured else ():
        if attribute not in known:
            few = Message("note-few-groups", {"attribute": attribute, "fewest": FEWEST_SUBJECTS})
            yield {**examined.model, "sections": ["differentials"], "note": message(few.json())}
