"""YOLACT on a person crop: the crop in a frame, the instance that is most like its person."""

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

    The network stretches what it sees to its own size. A person's crop, three times as high as
    wide, would become a person three times as wide; so it is put into the middle of a frame of that
    shape, officially a square (ours).

    Args:
        people: finds people with masks.
        size: (height, width) that it sees; only their ratio counts.
    """

    name = "yolact"

    def __init__(self, people: Detector, size: tuple[int, int] = (1, 1)) -> None:
        self._people = people
        self._size = size

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
        scale = max(height / self._size[0], width / self._size[1])
        down, across = (round(side * scale) for side in self._size)
        down, across = max(down, height), max(across, width)
        top, left = (down - height) // 2, (across - width) // 2
        frame = np.empty((down, across, 3), np.uint8)
        frame[:] = FILL
        frame[top : top + height, left : left + width] = image
        people = self._people.detect(frame)
        if not len(people) or people.masks is None:
            raise refusal(MaskError, Message("reason-mask-nobody", {"masker": "YOLACT"}))
        masks = people.masks[:, top : top + height, left : left + width]
        return best_mask(masks, people.scores, prompts_of(image), "YOLACT")
