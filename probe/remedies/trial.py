"""What helps: each remedy against the change that cost a model most, on the same people."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

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
from probe.protocol.model import Condition
from probe.remedies import REMEDIES, LadderCase, Rung, View, climb, recommendation
from probe.remedies.mirror import mirror_by_orientation
from probe.runs.store import UNMASKED, RunWriter, remedies_file
from probe.statistics import Interval

ORIENTATION = "orientation"
FURTHER = 4
"""Further conditions that give gallery pictures."""


def mend(
    backbones: Sequence[Loaded],
    variants: Sequence[Variant],
    costliest: Costliest,
    fmr: float,
    writer: RunWriter,
    say: Reporter,
) -> None:
    """Climb the ladder of remedies for every backbone and every factor it should not react to.

    What cannot be tried is noted, and the others go on.
    """
    for backbone in backbones:
        for images in variants[0].sets:
            if images.protocol.expectation == "sensitive":
                continue
            try:
                _mend(backbone, images, variants, costliest, fmr, writer, say)
            except ProbeError as error:
                name = f"{backbone.name} in {images.protocol.name}"
                note = f"no remedies were tried for {name}: {error.message}"
                say.step(note)
                writer.update(notes=(*writer.manifest.notes, note))


def _mend(
    backbone: Loaded,
    images: ImageSet,
    variants: Sequence[Variant],
    costliest: Costliest,
    fmr: float,
    writer: RunWriter,
    say: Reporter,
) -> None:
    model, protocol = backbone.model, images.protocol
    if not isinstance(model, Backbone):
        raise ProbeError("it scores pairs and has no feature to average or normalise")
    worst = costliest(protocol.name, backbone.name, UNMASKED)
    if worst is None:
        raise ProbeError("no condition could be compared with the standard one")
    masker = next((each for each in variants if each.masks), None)
    case = _Case(images, masker).of(protocol.conditions[worst])
    progress = say.progress(f"remedies for {backbone.name} in {protocol.name}", "remedies")
    rungs = climb(
        model,
        Fitting.of(protocol.fit, model.card),
        case,
        remedies=_tried(images),
        fmr=fmr,
        mask_milliseconds=masker.milliseconds if masker else 0.0,
        progress=progress,
    )
    told = {
        "condition": worst,
        "recommendation": recommendation(rungs),
        "rungs": [_told(rung) for rung in rungs],
    }
    writer.json(remedies_file(backbone.name, protocol.name), told)


def _tried(images: ImageSet) -> list[str]:
    """All remedies; rendered people are turned only where their orientation changes."""
    turned = images.source == "photos" or any(
        factor.name == ORIENTATION for factor in images.protocol.factors
    )
    return [name for name in REMEDIES if turned or name != "left-right"]


class _Case:
    """Takes the pictures of a ladder out of an image set."""

    def __init__(self, images: ImageSet, masker: Variant | None) -> None:
        self.images = images
        self.masker = masker
        everybody = dict.fromkeys(record.subject for record in images.records)
        people = [*images.subjects, *(p for p in everybody if p not in set(images.subjects))]
        self.number = {person: k for k, person in enumerate(people)}

    def of(self, worst: Condition) -> LadderCase:
        """The ladder from a condition back to the standard one."""
        protocol = self.images.protocol
        standard = protocol.standard
        role = "stranger" if any(r.role == "stranger" for r in self.images.records) else "subject"
        series = [c for c in protocol.conditions if c.series == standard.series]
        others = [c for c in series if c not in (worst, standard)][:FURTHER]
        return LadderCase(
            queries=self._views("subject", worst),
            standard=self._views("subject", standard),
            strangers=self._views(role, standard),
            subjects=len(self.images.subjects),
            gallery=tuple(v for c in others for v in self._views("subject", c, first=True)),
            stranger_gallery=tuple(v for c in others for v in self._views(role, c, first=True)),
        )

    def _views(self, role: str, condition: Condition, *, first: bool = False) -> tuple[View, ...]:
        own = [r for r in self.images.records if (r.role, r.condition) == (role, condition.index)]
        if first:
            own = list({record.subject: record for record in reversed(own)}.values())
        return tuple(self._view(record, condition) for record in own)

    def _view(self, record: ImageRecord, condition: Condition) -> View:
        return View(
            record.image_id,
            self.number[record.subject],
            record.origin.load(),
            self._mask(record),
            self._mirror(condition),
        )

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


def _told(rung: Rung) -> dict[str, Any]:
    return {
        "name": rung.name,
        "retention": _number(rung.retention),
        "fnmr": _number(rung.fnmr),
        "retention_change": _interval(rung.retention_change),
        "fnmr_change": _interval(rung.fnmr_change),
        "milliseconds": _number(rung.milliseconds),
        "note": rung.note,
    }


def _interval(found: Interval | None) -> list[float | None] | None:
    """Estimate, low, high."""
    if found is None:
        return None
    return [_number(each) for each in (found.estimate, found.low, found.high)]


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
