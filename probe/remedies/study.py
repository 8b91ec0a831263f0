"""Remedies in a study: tried on the change that cost each model most, on the same people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from probe.comparison import Costliest
from probe.contracts import Backbone, Reporter
from probe.embedding.loaded import Loaded
from probe.errors import ProbeError
from probe.masking import scene_regions
from probe.masking.variants import Variant
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.protocol.labels import title_value
from probe.protocol.model import Condition
from probe.remedies.case import RemedyCase, View
from probe.remedies.looks import seen_changes
from probe.remedies.picture_changes import lowered_view, mirror_by_orientation
from probe.remedies.recommendation import recommendation
from probe.remedies.remedy import Remedy
from probe.remedies.trying import try_remedies
from probe.runs.notes import note_in_run
from probe.runs.paths import UNMASKED, remedies_file
from probe.runs.writer import RunWriter
from probe.wording import Message, Value, reason_of

ORIENTATION = "orientation"
"""Name of the factor whose levels say which way people face, in degrees."""

TALLEST = 512
"""Pixels of height of the pictures that remedies are tried on. Networks see 256 or 384; time
and memory of a remedy grow with the area, or faster."""

FURTHER = 4
"""Further conditions that give gallery pictures: with the standard one, enough for `views-5`."""


def measure_remedies(
    backbones: Sequence[Loaded],
    variants: Sequence[Variant],
    costliest: Costliest,
    fmr: float,
    writer: RunWriter,
    say: Reporter,
    own: Mapping[str, Remedy] | None = None,
) -> None:
    """Try the remedies for every backbone and every factor it should not react to.

    What cannot be tried is noted, and the others go on. `own` are remedies of the user's, by name,
    beside those that are registered.
    """
    invariant = [s for s in variants[0].sets if s.protocol.expectation != "sensitive"]
    for images in variants[0].sets:
        if images not in invariant:
            place = {"protocol": title_value(images.protocol.title)}
            note_in_run(Message("note-remedies-not-meant", place), writer, say)
    for backbone in backbones:
        for images in invariant:
            try:
                _measure(backbone, images, variants, costliest, fmr, writer, say, own or {})
            except ProbeError as error:
                note_in_run(_not_tried(backbone, images, reason_of(error)), writer, say)


def _measure(
    backbone: Loaded,
    images: ImageSet,
    variants: Sequence[Variant],
    costliest: Costliest,
    fmr: float,
    writer: RunWriter,
    say: Reporter,
    own: Mapping[str, Remedy],
) -> None:
    model, protocol = backbone.model, images.protocol
    worst = costliest(protocol.name, backbone.name, UNMASKED)
    if not isinstance(model, Backbone) or worst is None:
        vectors = isinstance(model, Backbone)
        reason = Message("remedy-nothing-compared" if vectors else "remedy-needs-vectors")
        note_in_run(_not_tried(backbone, images, reason), writer, say)
        return
    masker = next((variant for variant in variants if variant.masks), None)
    case = _CasePictures(images, masker).case(protocol.conditions[worst])
    values = {"model": backbone.name, "protocol": protocol.name}
    progress = say.progress(Message("progress-remedies", values), "remedies")
    results = try_remedies(
        model,
        Fitting.for_card(protocol.fit, model.card),
        case,
        own=own,
        fmr=fmr,
        mask_milliseconds=masker.milliseconds if masker else 0.0,
        progress=progress,
    )
    payload = {
        "condition": worst,
        "recommendation": recommendation(results).data(),
        "rungs": [result.row() for result in results],
    }
    writer.json(remedies_file(backbone.name, protocol.name), payload)


def _not_tried(backbone: Loaded, images: ImageSet, reason: Message | str) -> Message:
    protocol = title_value(images.protocol.title)
    values: dict[str, Value] = {"model": backbone.name, "protocol": protocol, "reason": reason}
    return Message("note-no-remedies", values)


def _people_turn(images: ImageSet, transforms: frozenset[str]) -> bool:
    """Whether people may face either side: rendered ones only where they turn or are mirrored."""
    return (
        images.source == "photos"
        or "mirror" in transforms
        or any(factor.name == ORIENTATION for factor in images.protocol.factors)
    )


class _CasePictures:
    """Takes the pictures that remedies are tried on out of an image set."""

    def __init__(self, images: ImageSet, masker: Variant | None) -> None:
        self.images = images
        self.masker = masker
        everybody = dict.fromkeys(record.subject for record in images.records)
        people = [*images.subjects, *(p for p in everybody if p not in set(images.subjects))]
        self.number = {person: k for k, person in enumerate(people)}

    def case(self, worst: Condition) -> RemedyCase:
        """The change from the standard condition to another."""
        protocol = self.images.protocol
        standard = protocol.standard
        role = "stranger" if any(r.role == "stranger" for r in self.images.records) else "subject"
        series = [c for c in protocol.conditions if c.series == standard.series]
        others = [c for c in series if c not in (worst, standard)][:FURTHER]
        if protocol.transforms:  # made from the same shots: they show nothing more of a person
            others = []
        transforms = frozenset(protocol.transform_steps(worst))
        queries, usual = (self._views("subject", c) for c in (worst, standard))
        return RemedyCase(
            queries=queries,
            standard=usual,
            strangers=self._views(role, standard),
            subjects=len(self.images.subjects),
            gallery=tuple(v for c in others for v in self._views("subject", c, first=True)),
            stranger_gallery=tuple(v for c in others for v in self._views(role, c, first=True)),
            turns=_people_turn(self.images, transforms),
            transforms=transforms,
            seen=frozenset() if transforms else seen_changes(queries, usual),
        )

    def _views(self, role: str, condition: Condition, *, first: bool = False) -> tuple[View, ...]:
        place = (role, condition.index)
        records = [r for r in self.images.records if (r.role, r.condition) == place]
        if first:
            records = list({record.subject: record for record in reversed(records)}.values())
        return tuple(self._view(record, condition) for record in records)

    def _view(self, record: ImageRecord, condition: Condition) -> View:
        view = View(
            record.image_id,
            self.number[record.subject],
            record.origin.load(),
            self._mask(record),
            self._mirror(condition),
            record.shot,
            self._rows(condition),
        )
        return lowered_view(view, TALLEST)

    def _rows(self, condition: Condition) -> int | None:
        """Pixels that a far camera would have given, where a transform brought them down."""
        step = self.images.protocol.transform_steps(condition).get("resolution")
        return None if step is None else max(1, round(float(step["person_height"])))

    def _mask(self, record: ImageRecord) -> NDArray[np.bool_] | None:
        if self.masker is not None and self.masker.masks is not None:
            masks = self.masker.masks
            return masks.mask(record.image_id) if record.image_id in masks else None
        regions = scene_regions(record)
        return None if regions is None else np.any(list(regions.values()), axis=0)

    def _mirror(self, condition: Condition) -> bool | None:
        factors = self.images.protocol.factors
        for factor, level in zip(factors, condition.levels, strict=True):
            if factor.name == ORIENTATION:
                try:
                    return mirror_by_orientation(float(level))
                except ValueError:
                    return None
        return None
