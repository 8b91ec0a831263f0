"""A picture brought to a network's input size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.contracts import BackboneCard, Fit, Interpolation

FILL = 128
"""Grey that fills what a picture does not cover (the paper: RGB 128, 128, 128)."""


@dataclass(frozen=True)
class Fitting:
    """How pictures become a network's input: size (height, width), policy and resampling.

    At 384 x 128 `letterbox` makes exactly the paper's picture: whole person, aspect ratio kept,
    centred, grey 128 around it.
    """

    size: tuple[int, int]
    policy: Fit = "letterbox"
    interpolation: Interpolation = "bilinear"

    @classmethod
    def for_card(cls, policy: Fit, card: BackboneCard) -> Fitting:
        """The fitting of a protocol's policy for a card; `card` means as the model was trained."""
        if policy == "card":
            return cls(card.input_size, card.fit, card.interpolation)
        return cls(card.input_size, policy)

    def digest(self) -> str:
        """Text that changes whenever a fitted picture would."""
        height, width = self.size
        return f"{self.policy}:{height}x{width}:{self.interpolation}:{FILL}"


def fit_picture(picture: NDArray[np.uint8], fitting: Fitting) -> NDArray[np.uint8]:
    """Bring a picture `uint8 (h, w, 3)` to `uint8 (*fitting.size, 3)` with one resampling.

    The resampling is antialiased when it shrinks (support scaled with the factor).
    """
    from PIL import Image

    height, width = fitting.size
    filters = {
        "bilinear": Image.Resampling.BILINEAR,
        "bicubic": Image.Resampling.BICUBIC,
        "nearest": Image.Resampling.NEAREST,
    }
    target = (width, height)
    if fitting.policy == "letterbox":
        target = inner_size(picture.shape[:2], fitting.size)[::-1]
    resized = Image.fromarray(picture)
    if resized.size != target:
        resized = resized.resize(target, filters[fitting.interpolation])
    if target == (width, height):
        return np.asarray(resized)
    canvas = np.full((height, width, 3), FILL, np.uint8)
    top, left = (height - target[1]) // 2, (width - target[0]) // 2
    canvas[top : top + target[1], left : left + target[0]] = np.asarray(resized)
    return canvas


def inner_size(picture: tuple[int, ...], frame: tuple[int, int]) -> tuple[int, int]:
    """(height, width) of a picture scaled to fit inside a frame, aspect ratio kept."""
    scale = min(frame[0] / picture[0], frame[1] / picture[1])
    # Rounding must not leave the frame, nor make a line of a very long picture vanish.
    return (
        max(1, min(frame[0], round(picture[0] * scale))),
        max(1, min(frame[1], round(picture[1] * scale))),
    )
