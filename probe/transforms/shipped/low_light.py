"""The noise of a sensor with little light, brought up to full brightness by gain."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from pydantic import Field

from probe.transforms.light import light_of, values_of
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec

ELECTRONS_PER_LUX = 25.0
"""Electrons of a white pixel for one lux on the scene (ours): a lens of f/2 lets 0.9 / 16 of the
light through, 1 lux is 4,090 photons of 555 nm a square micrometre and second, a pixel of 3
micrometres takes them for 1/25 s, and three of ten count behind a colour filter."""


class LowLight(Transform):
    """Photon noise and read noise of a night, after automatic gain; brightness stays.

    The variance of a pixel is its electrons plus the square of the read noise (EMVA 1288). What a
    camera's noise reduction would take away is not taken away.

    Attributes:
        lux: light on the scene: an office 500, a lit corridor 100, a street lamp 10, a dim street
            1, full moon 0.3. Of the camera that `ELECTRONS_PER_LUX` describes (f/2, 1/25 s, pixels
            of 3 micrometres).
        read_noise: of a pixel, in electrons.
    """

    lux: Annotated[float, Field(ge=0.01, le=100_000)]
    read_noise: Annotated[float, Field(ge=0, le=100)] = 3.0

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture with noise."""
        white = np.float32(self.lux * ELECTRONS_PER_LUX)
        electrons = light_of(picture) * white
        deviation = np.sqrt(electrons + np.float32(self.read_noise**2))
        noise = chance.standard_normal(picture.shape, dtype=np.float32)
        return values_of((electrons + deviation * noise) / white)


spec = TransformSpec(LowLight, main="lux")
