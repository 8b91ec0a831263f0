"""YOLACT on a person crop: the crop in a square, the instance that is most like its person."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.backbones._maskers.sam.choice import best_mask
from probe.backbones._maskers.sam.prompts import prompts_of
from probe.contracts import Detector, Masker
from probe.errors import MaskError
from probe.wording import Message, refusal

FILL = (124, 117, 104)
"""Around the crop: the mean that the network subtracts, so that it sees nothing there."""


class YolactMasker(Masker):
    """Implements `probe.contracts.Masker`.

    The network stretches what it sees to a square. A person's crop, three times as high as wide,
    would become a person three times as wide; so it is put into the middle of a square (ours).

    Args:
        people: finds people with masks.
    """

    name = "yolact"

    def __init__(self, people: Detector) -> None:
        self._people = people

    @property
    def digest(self) -> str:
        """Of the network and this way of using it."""
        return f"masker 1, {self._people.digest}"

    def mask(self, image: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Person mask `bool (h, w)` of a crop `uint8 (h, w, 3)`.

        Raises:
            MaskError: it finds nobody, or nobody in the middle.
        """
        height, width = image.shape[:2]
        side = max(height, width)
        top, left = (side - height) // 2, (side - width) // 2
        square = np.empty((side, side, 3), np.uint8)
        square[:] = FILL
        square[top : top + height, left : left + width] = image
        people = self._people.detect(square)
        if not len(people) or people.masks is None:
            raise refusal(MaskError, Message("reason-mask-nobody", {"masker": "YOLACT"}))
        masks = people.masks[:, top : top + height, left : left + width]
        return best_mask(masks, people.scores, prompts_of(image), "YOLACT")
