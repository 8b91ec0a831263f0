"""Masks are made once a picture, checked and counted; an image set loses what has no mask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from probe.cluster import Here
from probe.cluster.place import is_on_a_node
from probe.contracts import Masker
from probe.embedding.key import masker_key
from probe.errors import MaskError, PictureError, PictureSourceError, ProbeError, UsageError
from probe.masking.mask_set import MaskFailure, MaskSet
from probe.masking.quality import checked_mask
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.pictures.transformed import TransformedPicture
from probe.runs.manifest import Failure
from probe.wording import Message, Value, as_stored, reason_of, refusal, stored_message

UNREAD = (PictureError, PictureSourceError, UsageError)
"""What is said of a picture that cannot be read, or fetched from its store."""


@dataclass(frozen=True, eq=False)
class PackedMask:
    """A mask as it is kept.

    Attributes:
        bits: row by row (`numpy.packbits`).
        shape: (height, width).
    """

    bits: NDArray[np.uint8]
    shape: tuple[int, int]


@dataclass(frozen=True)
class MaskWork:
    """Pictures to masks.

    Attributes:
        masker: what gives them.
    """

    masker: Masker

    def __call__(self, record: ImageRecord) -> PackedMask | MaskFailure:
        """The mask of a picture, or why it has none.

        Raises:
            ProbeError: a node cannot read the picture, which another may.
        """
        try:
            picture = record.origin.load()
            mask = checked_mask(self._mask_of(record, picture), picture)
        except ProbeError as error:
            if isinstance(error, UNREAD) and is_on_a_node():
                raise
            return MaskFailure(record.image_id, record.source, as_stored(reason_of(error)))
        return PackedMask(np.packbits(mask), (mask.shape[0], mask.shape[1]))

    def _mask_of(self, record: ImageRecord, picture: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """The mask; a given one is of the picture before its transforms, and goes through them."""
        origin = record.origin
        if not (self.masker.given and isinstance(origin, TransformedPicture)):
            return self.masker.mask_of(record, picture)
        before = replace(record, origin=origin.before)
        return origin.mask(self.masker.mask_of(before, origin.before.load()))


MasksOf = Callable[[Masker, Sequence[ImageRecord]], Iterator[PackedMask | MaskFailure]]
"""Masks pictures, in their order, as `MaskWork` does."""


def masks_here(
    masker: Masker, records: Sequence[ImageRecord]
) -> Iterator[PackedMask | MaskFailure]:
    """The masks of pictures, made by this process."""
    return Here().ordered(MaskWork(masker), records)


def make_masks(
    masker: Masker,
    records: Iterable[ImageRecord],
    progress: Callable[[int, int], None] | None = None,
    masks_of: MasksOf = masks_here,
) -> MaskSet:
    """The masks of all pictures of `records`, each picture once.

    A mask that is missing, of another size, empty, tiny or the whole picture is counted as a
    failure with its reason; the others go on.

    Args:
        masker: what gives the masks.
        records: pictures; those with the same image id are masked once.
        progress: told (pictures done, all).
        masks_of: where masks are made.

    Raises:
        MaskError: not one picture could be masked.
    """
    unique = {record.image_id: record for record in records}
    packed: dict[str, NDArray[np.uint8]] = {}
    shapes: dict[str, tuple[int, int]] = {}
    failures = []
    made = masks_of(masker, list(unique.values()))
    for done, (image, mask) in enumerate(zip(unique, made, strict=True), start=1):
        if isinstance(mask, MaskFailure):
            failures.append(mask)
        else:
            packed[image], shapes[image] = mask.bits, mask.shape
        if progress:
            progress(done, len(unique))
    if not packed:
        _refuse(masker, failures)
    return MaskSet(masker.name, masker_key(masker), packed, shapes, tuple(failures))


def masked_set(images: ImageSet, masks: MaskSet) -> ImageSet:
    """The image set of a mask variant: pictures without a mask become failures to acquire.

    Raises:
        PictureSourceError: a condition is left without pictures.
    """
    lost = [record for record in images.records if record.image_id not in masks]
    reasons: dict[str, Message | str] = {r.image_id: Message("reason-not-masked") for r in lost}
    reasons |= {failure.image_id: stored_message(failure.reason) for failure in masks.failures}
    failures = [
        Failure(
            protocol=images.protocol.name,
            picture=record.source,
            condition=images.protocol.conditions[record.condition].key,
            subject=record.subject,
            reason=Message(
                "reason-mask", {"variant": masks.variant, "reason": reasons[record.image_id]}
            ).json(),
            variant=masks.variant,
        )
        for record in lost
    ]
    kept = tuple(record for record in images.records if record.image_id in masks)
    return replace(images, records=kept, failures=(*images.failures, *failures))


def _refuse(masker: Masker, failures: Sequence[MaskFailure]) -> None:
    first: dict[str, Value] = {"first": None, "reason": None}
    if failures:
        said = stored_message(failures[0].reason)
        first = {"first": failures[0].source, "reason": said}
    raise refusal(
        MaskError,
        Message("masking-none", {"masker": masker.name, "refused": len(failures), **first}),
        hint=Message("masking-none-step"),
    )
