"""The mask variants of a study: the pictures as they are, and with the background filled."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from probe.contracts import Reporter, Runtime
from probe.embedding.fitted import Prepare
from probe.errors import CheckpointError, MaskError, PictureSourceError, ProbeError, UsageError
from probe.masking import (
    MaskSet,
    MaskSource,
    agreement_with,
    find_masker,
    make_masks,
    masked_set,
    scene_of,
)
from probe.pictures.image_set import ImageSet
from probe.runs.manifest import Failure
from probe.runs.store import UNMASKED, RunWriter, mask_file

JUDGED = 64
"""About so many masks are held against the exact ones."""

GIVEN = ("scene", "files")
"""Masks that are there already: making them costs nothing."""


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
        found = (failure for images in self.sets for failure in images.failures)
        return tuple(failure for failure in found if failure.variant == self.name)


def open_maskers(
    given: Sequence[str], runtime: Runtime, say: Reporter
) -> tuple[list[MaskSource], list[str]]:
    """What `--mask` named, opened; and why some of them take no part.

    A checkpoint that cannot be read costs its own variant only: the rest of the run goes on.

    Raises:
        MaskError: an unknown masker, or a folder of masks that is not there.
        UsageError: two masks of one name.
    """
    sources: list[MaskSource] = []
    notes = []
    for each in given:
        try:
            sources.append(find_masker(each, runtime))
        except CheckpointError as error:
            notes.append(_left_out(each.partition("=")[0], error))
            say.step(notes[-1])
    names = [source.name for source in sources]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"two masks are named {name!r}", hint="run the study once for each")
    return sources, notes


def masked_variants(
    sources: Sequence[MaskSource], sets: Sequence[ImageSet], writer: RunWriter, say: Reporter
) -> list[Variant]:
    """One variant a masker, its masks written to the run.

    A masker that leaves a condition without pictures takes no part; the run's notes say why.
    """
    found = []
    for source in sources:
        try:
            variant = _variant(source, sets, say)
        except (MaskError, PictureSourceError) as error:
            note = _left_out(source.name, error)
            say.step(note)
            writer.update(notes=(*writer.manifest.notes, note))
            continue
        assert variant.masks is not None
        writer.bytes(mask_file(variant.name), variant.masks.to_bytes())
        if quality := _quality(variant):
            writer.json(mask_file(variant.name, ".json"), quality)
        names = (*writer.manifest.variants, variant.name)
        failures = (*writer.manifest.failures, *variant.failures)
        writer.update(variants=names, failures=failures)
        found.append(variant)
    return found


def unmasked(sets: Sequence[ImageSet]) -> Variant:
    """The pictures as they are."""
    return Variant(UNMASKED, tuple(sets))


def _variant(source: MaskSource, sets: Sequence[ImageSet], say: Reporter) -> Variant:
    records = [record for images in sets for record in images.records]
    progress = say.progress(f"masking with {source.name}", "pictures")
    start = time.perf_counter()
    masks = make_masks(source, records, progress)
    spent = 1000 * (time.perf_counter() - start) / (len(masks.packed) + len(masks.failures))
    if masks.failures:
        first = masks.failures[0]
        say.step(
            f"mask {masks.variant}: {len(masks.failures)} pictures refused, the first: "
            f"{first.source}: {first.reason}"
        )
    own = tuple(masked_set(images, masks) for images in sets)
    return Variant(masks.variant, own, masks, 0.0 if source.name in GIVEN else spent)


def _quality(variant: Variant) -> dict[str, float | int] | None:
    """How well a masker agrees with the exact masks of rendered people; None for exact ones."""
    masks = variant.masks
    if masks is None or variant.name in GIVEN:
        return None
    rendered = [r for images in variant.sets if images.source == "scene" for r in images.records]
    chosen = rendered[:: max(1, len(rendered) // JUDGED)]
    if not chosen:
        return None
    found = [
        agreement_with(masks.mask(r.image_id), scene_of(r).mask_with_objects).iou for r in chosen
    ]
    return {
        "pictures": len(found),
        "iou_mean": float(np.mean(found)),
        "iou_low": float(np.quantile(found, 0.05)),
    }


def _left_out(name: str, error: ProbeError) -> str:
    place = f" ({error.place})" if error.place and isinstance(error, PictureSourceError) else ""
    hint = f" {error.hint}" if error.hint else ""
    told = error.message.rstrip(".")
    file = (
        f"{Path(error.place).name}: " if error.place and isinstance(error, CheckpointError) else ""
    )
    return f"the mask {name} takes no part: {file}{told}{place}.{hint}"
