"""Channels that are too strong or too weak."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from pydantic import Field

from probe.transforms.light import by_table, light_of_values, values_of
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec

Stops = Annotated[float, Field(ge=-4, le=4)]


class ColourCast(Transform):
    """A gain of each channel in linear light, as of tinted glass or a worn sensor.

    Attributes:
        red: gain of red in stops: +1 is twice the light, 0 changes nothing.
        green: gain of green in stops.
        blue: gain of blue in stops.
    """

    red: Stops = 0.0
    green: Stops = 0.0
    blue: Stops = 0.0

    @property
    def is_neutral(self) -> bool:
        """Where all are 0."""
        return self.red == self.green == self.blue == 0

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture with the cast."""
        gains = 2.0 ** np.array([self.red, self.green, self.blue])
        light = light_of_values()[:, None] * gains.astype(np.float32)
        return by_table(picture, values_of(light))


spec = TransformSpec(ColourCast, main="green")
