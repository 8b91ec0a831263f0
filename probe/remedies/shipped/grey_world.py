"""Colours corrected so that their mean is grey (Buchsbaum 1980)."""

from __future__ import annotations

import numpy as np

from probe.remedies.shipped._pictures import Picture, PictureRemedy
from probe.transforms.light import by_table, light_of, light_of_values, values_of
from probe.wording import Message

MOST_GAIN = 8.0
"""Times that a channel is raised or lowered at most (ours): three stops."""


class GreyWorld(PictureRemedy):
    """A gain of each channel's light that makes their means equal; also takes colour of clothes."""

    label = Message("remedy-grey-world")
    rank = 23
    mends = frozenset({"colour_cast", "colour_temperature"})

    def change(self, picture: Picture) -> Picture:
        """The picture with a grey mean."""
        means = light_of(picture).mean((0, 1))
        gains = np.clip(means.mean() / np.maximum(means, 1e-6), 1 / MOST_GAIN, MOST_GAIN)
        return by_table(picture, values_of(light_of_values()[:, None] * gains.astype(np.float32)))


spec = GreyWorld()
