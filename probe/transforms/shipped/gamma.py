"""Another tone curve than the display expects."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from pydantic import Field

from probe.transforms.light import by_table
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec


class Gamma(Transform):
    """Values (0..1) raised to the power of `exponent`: black and white stay, the middle moves.

    Attributes:
        exponent: above 1 the middle becomes darker, below brighter; 1 changes nothing. Source:
            cameras that write with the curve of ITU-R BT.709 (about 1/2.0) for displays of 2.2 are
            off by 1.1.
    """

    exponent: Annotated[float, Field(ge=0.2, le=5)]

    @property
    def is_neutral(self) -> bool:
        """At 1."""
        return self.exponent == 1

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture with the other curve."""
        values = np.rint(255.0 * (np.arange(256) / 255.0) ** self.exponent).astype(np.uint8)
        return by_table(picture, values)


spec = TransformSpec(Gamma, main="exponent")
