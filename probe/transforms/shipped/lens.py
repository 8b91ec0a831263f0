"""A wide lens that bends straight lines."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

import numpy as np
from pydantic import Field

from probe.transforms.bent import Places, bent, bent_mask
from probe.transforms.transform import Chance, Mask, Picture, Transform, TransformSpec


class Lens(Transform):
    """Radial distortion around the middle of the crop, as of a person who fills the frame.

    What is seen at r half heights from the middle would be at r (1 - distortion r^2 / 100) without
    the lens (Brown 1971, first term, in the direction in which pictures are corrected).

    Attributes:
        distortion: in percent at half the person's height: below 0 a barrel (wide and fisheye
            lenses: -10 to -30), above 0 a pincushion (tele lenses: 1 to 3); 0 changes nothing.
    """

    distortion: Annotated[float, Field(ge=-40, le=25)]

    @property
    def is_neutral(self) -> bool:
        """At 0 %."""
        return self.distortion == 0

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture through the lens; what lies outside the crop repeats its border."""
        return bent(picture, *_places(*picture.shape[:2], self.distortion))

    def change_mask(self, mask: Mask, chance: Chance) -> Mask:
        """The mask through the lens."""
        return bent_mask(mask, *_places(*mask.shape, self.distortion))


@lru_cache(maxsize=8)
def _places(height: int, width: int, distortion: float) -> tuple[Places, Places]:
    """Where the pixels of the distorted picture come from."""
    down = (np.arange(height) - (height - 1) / 2)[:, None]
    across = (np.arange(width) - (width - 1) / 2)[None, :]
    square = (down**2 + across**2) / (height / 2) ** 2
    scale = 1.0 - distortion / 100.0 * square
    rows, columns = down * scale + (height - 1) / 2, across * scale + (width - 1) / 2
    return rows.astype(np.float32), columns.astype(np.float32)


spec = TransformSpec(Lens, main="distortion")
