"""A frame at the size of a detector's network, and its boxes back in pixels of the frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from probe.backbones._detectors.onnx.card import DetectorCard

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Placement:
    """Where a frame lies in the network's picture.

    Attributes:
        scale: across and down; pixels of the network for each of the frame.
        offset: left and top of the frame in it.
    """

    scale: tuple[float, float]
    offset: tuple[int, int]

    def in_frame(self, corners: Floats) -> Floats:
        """Boxes `(n, 4)` left, top, right, bottom of the network's picture, in the frame's."""
        moved: Floats = (corners - np.tile(self.offset, 2)) / np.tile(self.scale, 2)
        return moved


def fitted(frame: NDArray[np.uint8], card: DetectorCard) -> tuple[NDArray[np.uint8], Placement]:
    """The network's picture `uint8 (*input_size, 3)` of a frame, bilinear, and where it lies."""
    height, width = frame.shape[:2]
    down, across = card.input_size
    if card.fit == "stretch":
        inner = (across, down)
    else:
        scale = min(across / width, down / height)
        inner = max(1, round(width * scale)), max(1, round(height * scale))
    middle = card.fit == "letterbox"
    left, top = ((across - inner[0]) // 2, (down - inner[1]) // 2) if middle else (0, 0)
    picture = np.full((down, across, 3), card.fill, np.uint8)
    resized = Image.fromarray(frame).resize(inner, Image.Resampling.BILINEAR)
    picture[top : top + inner[1], left : left + inner[0]] = np.asarray(resized)
    return picture, Placement((inner[0] / width, inner[1] / height), (left, top))


def as_input(picture: NDArray[np.uint8], card: DetectorCard) -> NDArray[np.float32]:
    """Normalised `float32 (1, 3, h, w)` of the network's picture."""
    shown = picture[..., ::-1] if card.channels == "BGR" else picture
    values = shown.astype(np.float32) * np.float32(card.pixels / 255)
    normalised = (values - np.asarray(card.mean, np.float32)) / np.asarray(card.std, np.float32)
    return np.ascontiguousarray(normalised.transpose(2, 0, 1)[None], np.float32)
