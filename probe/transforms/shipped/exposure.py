"""A picture taken with more or less light than it needs."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from pydantic import Field

from probe.transforms.light import by_table, light_of_values, values_of
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec


class Exposure(Transform):
    """Light times 2 to the power of `stops`, cut off where the sensor is full.

    Attributes:
        stops: steps of exposure (EV): +1 is twice the light, -1 half of it; 0 changes nothing.
            Source: ISO 12232.
    """

    stops: Annotated[float, Field(ge=-8, le=8)]

    @property
    def is_neutral(self) -> bool:
        """At 0 stops."""
        return self.stops == 0

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture exposed anew; noise that more gain would show is not in it."""
        factor = np.float32(2.0**self.stops)
        return by_table(picture, values_of(light_of_values() * factor))


spec = TransformSpec(Exposure, main="stops")
