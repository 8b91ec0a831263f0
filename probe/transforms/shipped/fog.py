"""Haze between camera and person."""

from __future__ import annotations

import math
from typing import Annotated

import numpy as np
from pydantic import Field

from probe.transforms.light import by_table, light_of_values, values_of
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec


class Fog(Transform):
    """Light of the scene fades, light of the air joins it (Koschmieder 1924).

    What passes is exp(-3 distance / visibility): after the visibility 5 % is left, which is how
    the meteorological optical range is defined. The background is taken to be as far as the person.

    Attributes:
        visibility: meteorological optical range in m: haze 5,000, fog below 1,000, thick fog 100,
            dense fog 30.
        distance: of the person from the camera, in m.
        air: light of the air, 0 for black and 1 for white.
    """

    visibility: Annotated[float, Field(ge=1, le=1_000_000)]
    distance: Annotated[float, Field(ge=0, le=1000)] = 10.0
    air: Annotated[float, Field(ge=0, le=1)] = 0.7

    @property
    def is_neutral(self) -> bool:
        """At a distance of 0."""
        return self.distance == 0

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture in fog."""
        passes = math.exp(-3.0 * self.distance / self.visibility)
        light = light_of_values() * np.float32(passes) + np.float32(self.air * (1.0 - passes))
        return by_table(picture, values_of(light))


spec = TransformSpec(Fog, main="visibility")
