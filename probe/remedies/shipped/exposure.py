"""Every picture brought to the same mean brightness."""

from __future__ import annotations

import numpy as np

from probe.remedies.shipped._pictures import Picture, PictureRemedy
from probe.transforms.light import by_table, light_of, light_of_values, values_of
from probe.wording import Message

MEAN_LIGHT = 0.18
"""Mean light of a picture that is exposed well, of white (ISO 2720: the grey that meters go by)."""

MOST_GAIN = 32.0
"""Times that light is raised or lowered at most (ours): five stops."""

LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""Of red, green and blue (ITU-R BT.709)."""


class Exposure(PictureRemedy):
    """Light times one number, so that its mean is `MEAN_LIGHT`; what was clipped stays lost."""

    label = Message("remedy-exposure")
    rank = 24
    family = "light"
    mends = frozenset({"exposure", "gamma", "fog", "low_light"})

    def change(self, picture: Picture) -> Picture:
        """The picture at the mean brightness."""
        mean = float((light_of(picture) @ LUMINANCE).mean())
        gain = float(np.clip(MEAN_LIGHT / max(mean, 1e-6), 1 / MOST_GAIN, MOST_GAIN))
        return by_table(picture, values_of(light_of_values() * np.float32(gain)))


spec = Exposure()
