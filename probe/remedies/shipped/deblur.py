"""Blur taken back (Richardson 1972, Lucy 1974)."""

from __future__ import annotations

import numpy as np

from probe.remedies.shipped._pictures import Picture, PictureRemedy
from probe.transforms.light import light_of, values_of
from probe.transforms.person import pixels
from probe.wording import Message

SPREAD_CM = 2.0
"""Standard deviation at the person of the blur that is taken back (ours: that of 4 cm, 30 ms at a
walk, is 1.2, and that of a disc of 8 cm is 2): the true one is not known."""

ROUNDS = 10
"""Iterations (ours): more of them bring out noise."""


class Deblur(PictureRemedy):
    """Richardson-Lucy in light, with an even round blur of one size for all pictures."""

    label = Message("remedy-deblur")
    rank = 26
    family = "edges"
    mends = frozenset({"motion_blur", "defocus", "resolution"})

    def change(self, picture: Picture) -> Picture:
        """The picture as it would be without that blur."""
        from scipy.ndimage import gaussian_filter

        spread = pixels(SPREAD_CM, picture.shape[0])
        seen = np.maximum(light_of(picture), np.float32(1e-4))
        sharp = seen.copy()
        for _ in range(ROUNDS):
            blurred = gaussian_filter(sharp, (spread, spread, 0), mode="nearest")
            ratio = seen / np.maximum(blurred, np.float32(1e-4))
            sharp *= gaussian_filter(ratio, (spread, spread, 0), mode="nearest")
        return values_of(sharp)


spec = Deblur()
