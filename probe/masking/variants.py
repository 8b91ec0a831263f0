"""The mask variants of a study: the pictures as they are, and with the background filled."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from probe.contracts import Masker, Reporter
from probe.embedding.fitted import Prepare
from probe.errors import MaskError, PictureSourceError
from probe.masking.making import MasksOf, make_masks, masked_set, masks_here
from probe.masking.mask_set import MaskSet
from probe.masking.opening import why_left_out
from probe.masking.quality import agreement_with, looks_inverted
from probe.masking.rendered_scene import as_shown, scene_of
from probe.pictures.image_set import ImageSet
from probe.runs.manifest import Failure
from probe.runs.notes import note_in_run
from probe.runs.paths import UNMASKED, mask_file
from probe.runs.writer import RunWriter
from probe.wording import Message, Value, stored_message

JUDGED = 64
"""About so many masks are held against the exact ones (ours): enough for a mean, quick to render
again."""


@dataclass(frozen=True, eq=False)
class Variant:
    """The pictures of a study, prepared in one way.

    Attributes:
        name: `unmasked`, or the masker's name.
        sets: the image sets, without the pictures this masker refused.
        masks: the masks; None for the pictures as they are.
        milliseconds: what making a mask took, a picture; 0 for exact masks, which cost nothing.
    """

    name: str
    sets: tuple[ImageSet, ...]
    masks: MaskSet | None = None
    milliseconds: float = 0.0

    @property
    def prepare(self) -> Prepare | None:
        """What is done to a picture before it is fitted; None for nothing."""
        return self.masks.prepare if self.masks else None

    @property
    def prepare_digest(self) -> str:
        """Text that changes whenever `prepare` would."""
        return self.masks.prepare_digest if self.masks else ""

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Pictures that only this variant could not use."""
        failures = (failure for images in self.sets for failure in images.failures)
        return tuple(failure for failure in failures if failure.variant == self.name)


def masked_variants(
    maskers: Sequence[Masker],
    sets: Sequence[ImageSet],
    writer: RunWriter,
    say: Reporter,
    masks_of: MasksOf = masks_here,
) -> list[Variant]:
    """One variant a masker, its masks written to the run.

    A masker that leaves a condition without pictures takes no part; the run's notes say why.

    Args:
        maskers: what gives masks.
        sets: the image sets of the study.
        writer: of the run.
        say: told.
        masks_of: where masks are made that are not given.
    """
    variants = []
    for masker in maskers:
        try:
            variant = _variant(masker, sets, say, masks_here if masker.given else masks_of)
        except (MaskError, PictureSourceError) as error:
            note_in_run(why_left_out(masker.name, error), writer, say)
            continue
        assert variant.masks is not None
        if note := _inverted(variant.masks):
            note_in_run(note, writer, say)
        writer.bytes(mask_file(variant.name), variant.masks.to_bytes())
        if quality := None if masker.given else _quality(variant):
            writer.json(mask_file(variant.name, ".json"), quality)
        names = (*writer.manifest.variants, variant.name)
        failures = (*writer.manifest.failures, *variant.failures)
        writer.update(variants=names, failures=failures)
        variants.append(variant)
    return variants


def unmasked(sets: Sequence[ImageSet]) -> Variant:
    """The pictures as they are."""
    return Variant(UNMASKED, tuple(sets))


def _variant(masker: Masker, sets: Sequence[ImageSet], say: Reporter, masks_of: MasksOf) -> Variant:
    records = [record for images in sets for record in images.records]
    progress = say.progress(Message("progress-masking", {"masker": masker.name}), "pictures")
    start = time.perf_counter()
    masks = make_masks(masker, records, progress, masks_of)
    spent = 1000 * (time.perf_counter() - start) / (len(masks.packed) + len(masks.failures))
    if masks.failures:
        first = masks.failures[0]
        reason = stored_message(first.reason)
        values: dict[str, Value] = {
            "mask": masks.variant,
            "count": len(masks.failures),
            "picture": first.source,
            "reason": reason,
        }
        say.step(Message("progress-refused", values))
    masked = tuple(masked_set(images, masks) for images in sets)
    return Variant(masks.variant, masked, masks, 0.0 if masker.given else spent)


def _inverted(masks: MaskSet) -> Message | None:
    """A note where most masks cover the border and not the middle; else None."""
    inverted = sum(looks_inverted(masks.mask(image)) for image in masks.packed)
    if inverted <= len(masks.packed) / 2:
        return None
    counts: dict[str, Value] = {"count": inverted, "masks": len(masks.packed)}
    return Message("note-masks-inverted", {"name": masks.variant, **counts})


def _quality(variant: Variant) -> dict[str, float | int] | None:
    """How well a masker agrees with the exact masks of rendered people; None for photographs."""
    masks = variant.masks
    assert masks is not None
    rendered = [r for images in variant.sets if images.source == "scene" for r in images.records]
    chosen = rendered[:: max(1, len(rendered) // JUDGED)]
    if not chosen:
        return None
    overlaps = [
        agreement_with(masks.mask(r.image_id), as_shown(r, scene_of(r).mask_with_objects)).iou
        for r in chosen
    ]
    return {
        "pictures": len(overlaps),
        "iou_mean": float(np.mean(overlaps)),
        "iou_low": float(np.quantile(overlaps, 0.05)),
    }
