"""A lens that is focused elsewhere."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from probe.transforms.light import light_of, values_of
from probe.transforms.person import pixels
from probe.transforms.spreading import disc, spread
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec

_NO_BLUR = 0.1
"""Pixels of a disc below which no value changes (ours)."""


class Defocus(Transform):
    """Every point of the person becomes a disc of even light (thin lens, open diaphragm).

    Attributes:
        disc: diameter of the disc at the person, in cm; 0 changes nothing. A lens of focal length
            f mm and f-number N, focused at s m, makes of a point at d m a disc of about
            f / N * |d - s| / s / 10 cm: 12 mm at f/2, focused at 4 m, 1.2 cm at 12 m.
    """

    disc: Annotated[float, Field(ge=0, le=100)]

    @property
    def is_neutral(self) -> bool:
        """At 0 cm."""
        return self.disc == 0

    def leaves(self, height: int, width: int) -> bool:
        """Where a disc is next to nothing in pixels."""
        return pixels(self.disc, height) < _NO_BLUR

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture out of focus."""
        if self.leaves(*picture.shape[:2]):
            return picture
        diameter = pixels(self.disc, picture.shape[0])
        return values_of(spread(light_of(picture), disc(round(diameter, 3))))


spec = TransformSpec(Defocus, main="disc")
