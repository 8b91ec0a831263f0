"""A person who is far away: fewer pixels."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from pydantic import Field

from probe.transforms.light import light_of, values_of
from probe.transforms.transform import Chance, Picture, Transform, TransformSpec


class Resolution(Transform):
    """The picture as a camera takes it from so far that the person is that many pixels high.

    Light is brought down by the triangle filter of two pixels: the area of a pixel, and a lens
    that spreads a point over one more. The small picture is enlarged again (bicubic), so that
    size and aspect ratio stay.

    Attributes:
        person_height: pixels that the person is high. A picture that is no higher stays as it is.
            Source of levels: IEC 62676-4 asks 25 pixels a metre to detect, 62 to observe, 125 to
            recognise, 250 to identify: 44, 109, 219 and 438 pixels for a person of 1.75 m.
    """

    person_height: Annotated[float, Field(ge=4, le=10_000)]

    def leaves(self, height: int, width: int) -> bool:
        """Where a picture is no higher."""
        return round(self.person_height) >= height

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture brought down and up again."""
        from PIL import Image

        height, width = picture.shape[:2]
        if self.leaves(height, width):
            return picture
        low = round(self.person_height)
        size = (max(1, round(width * low / height)), low)
        channels = np.moveaxis(light_of(picture), 2, 0)
        small = np.stack(
            [np.asarray(Image.fromarray(c).resize(size, Image.Resampling.BILINEAR))
             for c in channels], axis=2,
        )  # fmt: skip
        seen = Image.fromarray(values_of(small))
        return np.asarray(seen.resize((width, height), Image.Resampling.BICUBIC))


spec = TransformSpec(Resolution, main="person_height")
