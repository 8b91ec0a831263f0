"""Edges raised: an unsharp mask."""

from __future__ import annotations

import numpy as np

from probe.remedies.shipped._pictures import Picture, PictureRemedy
from probe.transforms.person import pixels
from probe.wording import Message

RADIUS_CM = 1.0
"""Standard deviation at the person of what is subtracted (ours)."""

PERCENT = 150
"""Strength (the default of Pillow)."""


class Sharpen(PictureRemedy):
    """The picture plus what a blur takes from it; cheaper than `deblur`."""

    label = Message("remedy-sharpen")
    rank = 27
    family = "edges"
    mends = frozenset({"motion_blur", "defocus", "resolution", "fog", "jpeg"})

    def change(self, picture: Picture) -> Picture:
        """The picture with steeper edges."""
        from PIL import Image, ImageFilter

        radius = max(0.5, pixels(RADIUS_CM, picture.shape[0]))
        mask = ImageFilter.UnsharpMask(radius=radius, percent=PERCENT, threshold=0)
        return np.asarray(Image.fromarray(picture).filter(mask))


spec = Sharpen()
