"""Noise averaged away among similar patches (non-local means; Buades, Coll and Morel 2011)."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np

from probe.remedies.case import RemedyCase
from probe.remedies.shipped._pictures import Picture, PictureRemedy
from probe.wording import Message

STRENGTH = 10.0
"""Standard deviation of the noise that is taken away, of 255 (OpenCV's proposal for pictures)."""

PATCH, WINDOW = 7, 21
"""Pixels of a patch, and of the neighbourhood it is looked for in (OpenCV's proposal)."""


class Denoise(PictureRemedy):
    """OpenCV's non-local means for colour pictures."""

    label = Message("remedy-denoise")
    rank = 22
    mends = frozenset({"low_light", "jpeg", "rain", "snow"})

    def why_not(self, case: RemedyCase) -> Message | None:
        """Needs OpenCV."""
        return None if find_spec("cv2") else Message("remedy-without-opencv")

    def change(self, picture: Picture) -> Picture:
        """The picture with less noise."""
        import cv2

        bgr = np.ascontiguousarray(picture[..., ::-1])
        mended = cv2.fastNlMeansDenoisingColored(bgr, None, STRENGTH, STRENGTH, PATCH, WINDOW)
        return np.ascontiguousarray(np.asarray(mended, np.uint8)[..., ::-1])


spec = Denoise()
