"""The pictures that remedies are tried on, taken out of an image set."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.masking import MaskSet, scene_regions
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.protocol.model import Condition
from probe.remedies.case import RemedyCase, View
from probe.remedies.looks import seen_changes
from probe.remedies.picture_changes import lowered_view, mirror_by_orientation

ORIENTATION = "orientation"
"""Name of the factor whose levels say which way people face, in degrees."""

TALLEST = 512
"""Pixels of height of the pictures that remedies are tried on. Networks see 256 or 384; time
and memory of a remedy grow with the area, or faster."""

FURTHER = 4
"""Further conditions that give gallery pictures: with the standard one, enough for `views-5`."""


class CasePictures:
    """Takes the pictures that remedies are tried on out of an image set.

    Args:
        images: the set.
        masks: of its pictures; None: of rendered ones the exact masks, of photographs none.
    """

    def __init__(self, images: ImageSet, masks: MaskSet | None) -> None:
        self._images = images
        self._masks = masks
        everybody = dict.fromkeys(record.subject for record in images.records)
        people = [*images.subjects, *(p for p in everybody if p not in set(images.subjects))]
        self._number = {person: k for k, person in enumerate(people)}

    def case(self, worst: Condition) -> RemedyCase:
        """The change from the standard condition to another."""
        protocol = self._images.protocol
        standard = protocol.standard
        role = "stranger" if any(r.role == "stranger" for r in self._images.records) else "subject"
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
            subjects=len(self._images.subjects),
            gallery=tuple(v for c in others for v in self._views("subject", c, first=True)),
            stranger_gallery=tuple(v for c in others for v in self._views(role, c, first=True)),
            turns=_people_turn(self._images, transforms),
            transforms=transforms,
            seen=frozenset() if transforms else seen_changes(queries, usual),
        )

    def _views(self, role: str, condition: Condition, *, first: bool = False) -> tuple[View, ...]:
        place = (role, condition.index)
        records = [r for r in self._images.records if (r.role, r.condition) == place]
        if first:
            records = list({record.subject: record for record in reversed(records)}.values())
        return tuple(self._view(record, condition) for record in records)

    def _view(self, record: ImageRecord, condition: Condition) -> View:
        view = View(
            record.image_id,
            self._number[record.subject],
            record.origin.load(),
            self._mask(record),
            self._mirror(condition),
            record.shot,
            self._rows(condition),
        )
        return lowered_view(view, TALLEST)

    def _rows(self, condition: Condition) -> int | None:
        """Pixels that a far camera would have given, where a transform brought them down."""
        step = self._images.protocol.transform_steps(condition).get("resolution")
        return None if step is None else max(1, round(float(step["person_height"])))

    def _mask(self, record: ImageRecord) -> NDArray[np.bool_] | None:
        if self._masks is not None:
            known = record.image_id in self._masks
            return self._masks.mask(record.image_id) if known else None
        regions = scene_regions(record)
        return None if regions is None else np.any(list(regions.values()), axis=0)

    def _mirror(self, condition: Condition) -> bool | None:
        factors = self._images.protocol.factors
        for factor, level in zip(factors, condition.levels, strict=True):
            if factor.name == ORIENTATION:
                try:
                    return mirror_by_orientation(float(level))
                except ValueError:
                    return None
        return None


def _people_turn(images: ImageSet, transforms: frozenset[str]) -> bool:
    """Whether people may face either side: rendered ones only where they turn or are mirrored."""
    return (
        images.source == "photos"
        or "mirror" in transforms
        or any(factor.name == ORIENTATION for factor in images.protocol.factors)
    )
