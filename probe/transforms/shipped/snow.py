"""Flakes of snow before a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from probe.transforms.person import pixels
from probe.transforms.precipitation import Cover, covered, flake, veiled
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec


class Snow(Transform):
    """White flakes of several sizes, the nearer the larger; the ground stays as it is.

    Attributes:
        coverage: of the picture that lies behind flakes, in percent; 0 changes nothing.
        flake: diameter of a flake at the person, in cm: 0.5 to 1 of a single one, 3 of clumps;
            nearer ones look up to four times as large.
        opacity: how much of the light behind a flake is lost, in percent.
    """

    coverage: Annotated[float, Field(ge=0, le=90)]
    flake: Annotated[float, Field(ge=0.2, le=20)] = 1.5
    opacity: Annotated[float, Field(ge=1, le=100)] = 85.0

    @property
    def is_neutral(self) -> bool:
        """At 0 %."""
        return self.coverage == 0

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture in snow."""
        stamps = self._flakes(picture.shape[0], chance)
        cover = covered(picture.shape, stamps, self.coverage / 100.0, chance)
        return veiled(picture, cover, self.opacity / 100.0, light=0.9)

    def _flakes(self, height: int, chance: Chance) -> Iterator[Cover]:
        base = pixels(self.flake, height)
        while True:
            nearer = (1.0, 1.0, 1.0, 1.5, 1.5, 2.0, 3.0, 4.0)[int(chance.integers(0, 8))]
            yield flake(round(max(0.5, base * nearer), 2))


spec = TransformSpec(Snow, main="coverage")
