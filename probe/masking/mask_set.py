"""The masks of a study's pictures, as they are applied before embedding and stored in a run."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError
from probe.files.json_text import parse_json
from probe.masking.fill import fill_background
from probe.masking.quality import coverage
from probe.pictures.fitting import FILL
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, refusal

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class MaskFailure:
    """A picture that could not be masked: which, and why (a message as JSON, or a text)."""

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
        settings = f"{self.variant}\n{self.digest}\n{self.fill}"
        return hashlib.sha256(settings.encode()).hexdigest()

    def coverages(self) -> NDArray[np.float64]:
        """Share of each masked picture that is person, 0..1."""
        return np.array([coverage(self.mask(image)) for image in self.packed])

    def summary(self) -> dict[str, float | int]:
        """Counts, and quantiles of the coverage, for the report."""
        shares = self.coverages()
        quantiles = np.quantile(shares, [0.05, 0.5, 0.95]) if shares.size else [float("nan")] * 3
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
        described = {
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
            told=np.frombuffer(json.dumps(described).encode(), np.uint8),  # the stored name
            ends=np.cumsum([len(packed) for packed in bits], dtype=np.int64),
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
                described = parse_json(stored["told"].tobytes())
                parts = np.split(stored["bits"], stored["ends"][:-1]) if described["ids"] else []
            return cls(
                described["variant"],
                described["digest"],
                dict(zip(described["ids"], parts, strict=True)),
                {
                    i: (s[0], s[1])
                    for i, s in zip(described["ids"], described["shapes"], strict=True)
                },
                tuple(MaskFailure(*failure) for failure in described["failures"]),
                described["fill"],
            )
        except Exception as error:
            # NumPy, zipfile and what stands in the arrays: any bytes are met here.
            raise refusal(
                MaskError,
                Message("masking-stored-damaged", {"detail": str(error)}),
                hint=Message("masking-stored-damaged-step"),
            ) from None
