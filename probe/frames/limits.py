"""Which people of a frame are worth a crop: sure, large and sharp enough, and shown at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.pictures.decoding import is_one_colour

Reason = Literal["", "small", "one-colour", "blurred"]
"""Why a box has no crop; empty for one that has."""


@dataclass(frozen=True)
class Limits:
    """What a person in a frame has to be.

    Attributes:
        score: of the box; what is below is not looked at further.
        height, width: of the crop inside the frame, in pixels.
        sharpness: see `sharpness`; 0 for no limit.
    """

    score: float
    height: int
    width: int
    sharpness: float

    def reason(self, crop: NDArray[np.uint8]) -> Reason:
        """Why a crop `uint8 (h, w, 3)` is not worth keeping."""
        height, width = crop.shape[:2]
        if height < self.height or width < self.width:
            return "small"
        if is_one_colour(crop):
            return "one-colour"
        if self.sharpness and sharpness(crop) < self.sharpness:
            return "blurred"
        return ""


def sharpness(crop: NDArray[np.uint8]) -> float:
    """Variance of the Laplacian of the grey values, 0..255: the usual measure of focus.

    It depends on size and clothes as well: compare crops of one camera.
    """
    grey = crop.astype(np.float64) @ (0.299, 0.587, 0.114)  # luma of ITU-R BT.601
    if min(grey.shape) < 3:
        return 0.0
    inner = grey[1:-1, 1:-1]
    around = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    return float((around - 4 * inner).var())
