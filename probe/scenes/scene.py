"""A rendered picture with everything that is known about it, and its form on disk."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.files.json_text import parse_json


@dataclass(frozen=True, eq=False)
class Scene:
    """A rendered crop around one person, h x w pixels.

    Attributes:
        image: uint8 (h, w, 3) RGB.
        mask: bool (h, w), the person without objects carried.
        mask_with_objects: bool (h, w), the person with backpack and bag.
        parts: uint8 (h, w), index into `probe.scenes.PARTS`; 0 is the background.
        keypoints: float32 (18, 2), x and y in pixels of the crop, in the order of
            `probe.scenes.KEYPOINTS`; pixel centres are at .5.
        visible: bool (18,), whether the joint's own flesh is what the camera sees there.
        parameters: the recipe's fields and what followed from them (crop, camera, person).
    """

    image: NDArray[np.uint8]
    mask: NDArray[np.bool_]
    mask_with_objects: NDArray[np.bool_]
    parts: NDArray[np.uint8]
    keypoints: NDArray[np.float32]
    visible: NDArray[np.bool_]
    parameters: dict[str, Any]

    def __post_init__(self) -> None:
        for array in (self.image, self.mask, self.mask_with_objects, self.parts):
            array.setflags(write=False)
        self.keypoints.setflags(write=False)
        self.visible.setflags(write=False)

    def truth_bytes(self, *, compress: bool = True) -> bytes:
        """Everything but the picture, as the bytes of an .npz file."""
        buffer = io.BytesIO()
        save = np.savez_compressed if compress else np.savez
        save(
            buffer,
            mask=np.packbits(self.mask),
            mask_with_objects=np.packbits(self.mask_with_objects),
            parts=self.parts,
            keypoints=self.keypoints,
            visible=self.visible,
            parameters=np.frombuffer(json.dumps(self.parameters).encode(), np.uint8),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, image: NDArray[np.uint8], truth: bytes) -> Scene:
        """A scene of its picture and `truth_bytes`.

        Raises:
            ValueError, KeyError, OSError: the bytes are damaged or do not fit the picture.
        """
        shape = image.shape[:2]
        with np.load(io.BytesIO(truth), allow_pickle=False) as truth_file:
            if truth_file["parts"].shape != shape:
                raise ValueError("picture and part map differ in size")
            parameters = parse_json(truth_file["parameters"].tobytes())
            return cls(
                image,
                _unpacked(truth_file["mask"], shape),
                _unpacked(truth_file["mask_with_objects"], shape),
                truth_file["parts"],
                truth_file["keypoints"],
                truth_file["visible"],
                parameters,
            )


def _unpacked(bits: NDArray[np.uint8], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    height, width = shape
    return np.unpackbits(bits, count=height * width).reshape(height, width).astype(bool)
