"""FD-GAN's eraser of source pictures, as meant and as its official code does it."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from PIL import Image

from probe.backbones._training.augmentations.step import Generator, Step
from probe.backbones._training.recipe_part import Positive, Share

ATTEMPTS = 100
"""How often a rectangle is drawn before the step gives up."""


class EraseWithNoise(Step):
    """A rectangle of the picture replaced by random colours, before normalisation.

    Attributes:
        probability: of erasing.
        area: share of the picture, lowest and highest.
        aspect: height / width, lowest and highest.
        official: the official code's two slips: it draws from -1..1 and compares with the
            probability, so that 0.5 erases three of four pictures; and it puts the rectangle at
            (its width, its height), not at the place it drew.
    """

    step: Literal["erase_with_noise"]
    probability: Share
    area: tuple[Share, Share]
    aspect: tuple[Positive, Positive]
    official: bool

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Erase or leave."""
        if drawn.uniform(-1.0 if self.official else 0.0, 1.0) >= self.probability:
            return given
        across, down = given.size
        for _ in range(ATTEMPTS):
            area = across * down * drawn.uniform(*self.area)
            aspect = drawn.uniform(*self.aspect)
            height, width = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
            if 0 < height < down and 0 < width < across:
                place = (
                    int(drawn.integers(across - width + 1)),
                    int(drawn.integers(down - height + 1)),
                )
                noise = drawn.integers(0, 256, (height, width, 3), dtype=np.uint8)
                erased = given.copy()
                erased.paste(Image.fromarray(noise), (width, height) if self.official else place)
                return erased
        return given
