"""Brightness spread evenly over all values."""

from __future__ import annotations

import numpy as np

from probe.remedies.shipped._pictures import Picture, PictureRemedy
from probe.wording import Message


class Histogram(PictureRemedy):
    """Histogram equalisation of the luma (ITU-R BT.601); colour differences stay."""

    label = Message("remedy-histogram")
    rank = 25
    family = "light"
    mends = frozenset({"exposure", "gamma", "fog", "low_light"})

    def change(self, picture: Picture) -> Picture:
        """The picture with every brightness about as frequent."""
        from PIL import Image, ImageOps

        luma, blue, red = Image.fromarray(picture).convert("YCbCr").split()
        even = Image.merge("YCbCr", (ImageOps.equalize(luma), blue, red))
        return np.asarray(even.convert("RGB"))


spec = Histogram()
