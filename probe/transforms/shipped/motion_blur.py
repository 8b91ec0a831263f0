"""A person who walks while the shutter is open."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from probe.transforms.light import light_of, values_of
from probe.transforms.person import pixels
from probe.transforms.spreading import line, spread
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec

_NO_BLUR = 0.05
"""Pixels of movement below which no value changes (ours)."""


class MotionBlur(Transform):
    """Every point of the person drawn along a line. The background moves with it.

    The line is `speed` times `exposure` long: 1.4 m/s and 20 ms are 2.8 cm, which is 2 pixels of a
    person 128 pixels high.

    Attributes:
        exposure: time that the shutter is open, in ms; 0 changes nothing.
        speed: of the person across the view, in m/s. Walking is 1.4 (Bohannon 1997), running 3.
        angle: of the movement, in degrees: 0 lies along the rows, 90 stands upright.
    """

    exposure: Annotated[float, Field(ge=0, le=2000)]
    speed: Annotated[float, Field(ge=0, le=50)] = 1.4
    angle: Annotated[float, Field(ge=-360, le=360)] = 0.0

    @property
    def is_neutral(self) -> bool:
        """Where nothing moves."""
        return self.exposure * self.speed == 0

    def leaves(self, height: int, width: int) -> bool:
        """Where a line is next to nothing in pixels."""
        return self._length(height) < _NO_BLUR

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The blurred picture."""
        if self.leaves(*picture.shape[:2]):
            return picture
        length = self._length(picture.shape[0])
        return values_of(spread(light_of(picture), line(round(length, 3), self.angle % 180.0)))

    def _length(self, height: int) -> float:
        """Of the line in pixels."""
        return min(pixels(self.exposure * self.speed / 10.0, height), 2.0 * height)


spec = TransformSpec(MotionBlur, main="exposure")
