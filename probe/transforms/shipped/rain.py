"""Streaks of rain before a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from probe.transforms.person import pixels
from probe.transforms.precipitation import Cover, covered, streak, veiled
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec

WIDTH = 0.8
"""Of a streak, in cm at the person (ours: near drops are out of focus and look wider)."""


class Rain(Transform):
    """Bright half-transparent streaks: the look of rain lit from near the camera.

    It is stated as what is seen, not in mm/h: between a person and a camera some metres away
    even heavy rain hides next to nothing at the usual exposure times (Garg and Nayar 2007); what is
    seen are near drops in lamp light, and drops on glass.

    Attributes:
        coverage: of the picture that lies behind streaks, in percent; 0 changes nothing.
        length: of a streak at the person, in cm: a drop falls 4 to 9 m a second, 20 cm in 1/30 s.
        slant: of the streaks from upright, in degrees.
        opacity: how much of the light behind a streak is lost, in percent.
    """

    coverage: Annotated[float, Field(ge=0, le=90)]
    length: Annotated[float, Field(ge=1, le=100)] = 20.0
    slant: Annotated[float, Field(ge=-80, le=80)] = 10.0
    opacity: Annotated[float, Field(ge=1, le=100)] = 50.0

    @property
    def is_neutral(self) -> bool:
        """At 0 %."""
        return self.coverage == 0

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture in rain."""
        stamps = self._streaks(picture.shape[0], chance)
        cover = covered(picture.shape, stamps, self.coverage / 100.0, chance)
        return veiled(picture, cover, self.opacity / 100.0, light=0.8)

    def _streaks(self, height: int, chance: Chance) -> Iterator[Cover]:
        width = round(max(0.5, pixels(WIDTH, height)), 2)
        while True:
            length = pixels(self.length, height) * (0.5 + int(chance.integers(0, 5)) / 4)
            yield streak(round(length, 2), width, self.slant + int(chance.integers(-2, 3)))


spec = TransformSpec(Rain, main="coverage")
