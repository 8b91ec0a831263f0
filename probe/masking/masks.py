"""The masks of a study's pictures: made once, counted, applied before embedding, stored."""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError, ProbeError
from probe.masking.quality import checked_mask, coverage
from probe.masking.sources import MaskSource
from probe.pictures.fitting import FILL
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.runs.manifest import Failure

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class MaskFailure:
    """A picture that could not be masked: which, and why, in words."""

    image_id: str
    source: str
    reason: str


@dataclass(frozen=True, eq=False)
class MaskSet:
    """Masks by picture, and the pictures that have none.

    Attributes:
        variant: name of the mask variant, such as `scene` or `grabcut`.
        digest: text that changes whenever a mask would.
        packed: image id -> bits of its mask, row by row (`numpy.packbits`).
        shapes: image id -> (height, width).
        failures: pictures refused.
    """

    variant: str
    digest: str
    packed: Mapping[str, NDArray[np.uint8]]
    shapes: Mapping[str, tuple[int, int]]
    failures: tuple[MaskFailure, ...] = ()
    fill: int = field(default=FILL)

    def __contains__(self, image_id: object) -> bool:
        return image_id in self.packed

    def mask(self, image_id: str) -> Mask:
        """The mask `bool (h, w)` of a picture.

        Raises:
            MaskError: it has none.
        """
        if image_id not in self.packed:
            raise MaskError(f"picture {image_id[:12]} has no mask of {self.variant}")
        height, width = self.shapes[image_id]
        bits = np.unpackbits(self.packed[image_id], count=height * width)
        return np.asarray(bits.reshape(height, width).astype(bool))

    def prepare(self, record: ImageRecord, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The picture with everything but the person filled (`EmbeddingTask.prepare`)."""
        return fill_background(picture, self.mask(record.image_id), self.fill)

    @property
    def prepare_digest(self) -> str:
        """For `EmbeddingTask.prepare_digest`."""
        told = f"{self.variant}\n{self.digest}\n{self.fill}"
        return hashlib.sha256(told.encode()).hexdigest()

    def coverages(self) -> NDArray[np.float64]:
        """Share of each masked picture that is person, 0..1."""
        return np.array([coverage(self.mask(image)) for image in self.packed])

    def summary(self) -> dict[str, float | int]:
        """Counts, and quantiles of the coverage, for the report."""
        found = self.coverages()
        quantiles = np.quantile(found, [0.05, 0.5, 0.95]) if found.size else [float("nan")] * 3
        low, middle, high = (float(q) for q in quantiles)
        return {
            "pictures": len(self.packed) + len(self.failures),
            "masked": len(self.packed),
            "refused": len(self.failures),
            "coverage_low": low,
            "coverage_median": middle,
            "coverage_high": high,
        }

    def to_bytes(self) -> bytes:
        """As the bytes of an .npz file for the run directory."""
        ids = list(self.packed)
        told = {
            "variant": self.variant,
            "digest": self.digest,
            "fill": self.fill,
            "ids": ids,
            "shapes": [self.shapes[image] for image in ids],
            "failures": [[f.image_id, f.source, f.reason] for f in self.failures],
        }
        bits = [self.packed[image] for image in ids]
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer,
            told=np.frombuffer(json.dumps(told).encode(), np.uint8),
            ends=np.cumsum([len(each) for each in bits], dtype=np.int64),
            bits=np.concatenate(bits) if bits else np.zeros(0, np.uint8),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> MaskSet:
        """The masks of `to_bytes`.

        Raises:
            MaskError: the bytes are damaged.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as stored:
                told = json.loads(stored["told"].tobytes())
                parts = np.split(stored["bits"], stored["ends"][:-1]) if told["ids"] else []
            return cls(
                told["variant"],
                told["digest"],
                dict(zip(told["ids"], parts, strict=True)),
                {i: (s[0], s[1]) for i, s in zip(told["ids"], told["shapes"], strict=True)},
                tuple(MaskFailure(*each) for each in told["failures"]),
                told["fill"],
            )
        except (ValueError, KeyError, OSError, EOFError, BadZipFile, zlib.error) as error:
            raise MaskError(f"the stored masks are damaged ({error})") from None


def make_masks(
    source: MaskSource,
    records: Iterable[ImageRecord],
    progress: Callable[[int, int], None] | None = None,
) -> MaskSet:
    """The masks of all pictures of `records`, each picture once.

    A mask that is missing, of another size, empty, tiny or the whole picture is counted as a
    failure with its reason; the others go on.

    Args:
        source: where masks come from.
        records: pictures; those with the same image id are masked once.
        progress: told (pictures done, all).

    Raises:
        MaskError: not one picture could be masked.
    """
    unique = {record.image_id: record for record in records}
    packed: dict[str, NDArray[np.uint8]] = {}
    shapes: dict[str, tuple[int, int]] = {}
    failures = []
    for done, (image, record) in enumerate(unique.items(), start=1):
        try:
            picture = record.origin.load()
            mask = checked_mask(source.mask_of(record, picture), picture)
            packed[image], shapes[image] = np.packbits(mask), (mask.shape[0], mask.shape[1])
        except ProbeError as error:
            failures.append(MaskFailure(image, record.source, error.message))
        if progress:
            progress(done, len(unique))
    if not packed:
        _refuse(source, failures)
    return MaskSet(source.name, source.digest, packed, shapes, tuple(failures))


def masked_set(images: ImageSet, masks: MaskSet) -> ImageSet:
    """The image set of a mask variant: pictures without a mask become failures to acquire.

    Raises:
        PictureSourceError: a condition is left without pictures.
    """
    reasons = {f.image_id: f.reason for f in masks.failures}
    lost = [record for record in images.records if record.image_id not in masks]
    failures = [
        Failure(
            protocol=images.protocol.name,
            picture=record.source,
            condition=images.protocol.conditions[record.condition].key,
            subject=record.subject,
            reason=f"mask {masks.variant}: {reasons.get(record.image_id, 'not masked')}",
            variant=masks.variant,
        )
        for record in lost
    ]
    kept = tuple(record for record in images.records if record.image_id in masks)
    return replace(images, records=kept, failures=(*images.failures, *failures))


def fill_background(picture: NDArray[np.uint8], mask: Mask, fill: int = FILL) -> NDArray[np.uint8]:
    """The picture `uint8 (h, w, 3)` with everything outside the mask filled with grey."""
    return np.asarray(np.where(mask[..., None], picture, np.uint8(fill)))


def _refuse(source: MaskSource, failures: Sequence[MaskFailure]) -> None:
    told = f"{source.name}: not one picture could be masked"
    if failures:
        told += f" ({len(failures)} refused; the first, {failures[0].source}: {failures[0].reason})"
    raise MaskError(told, hint="Look at the pictures and masks, or run without --mask.")
