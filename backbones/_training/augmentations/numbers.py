"""From pixels to normalised numbers, and what is done to those."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from probe.backbones._training.augmentations.step import Floats, Generator, Sample, Step
from probe.backbones._training.recipe_part import Positive, Share, Triple


class Normalise(Step):
    """(x / 255 - mean) / std, red first; from here on pictures are floats."""

    step: Literal["normalise"]
    mean: Triple
    std: tuple[Positive, Positive, Positive]

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """From here on there are numbers."""
        return replace(sample, numbers=self.numbers(np.asarray(sample.picture, np.float32), drawn))

    def numbers(self, given: Floats, drawn: Generator) -> Floats:
        """`(h, w, 3)` in 0..255 to normalised floats."""
        scale = 1 / (255 * np.asarray(self.std, np.float64))
        shift = -np.asarray(self.mean, np.float64) / np.asarray(self.std, np.float64)
        done: Floats = given * scale.astype(np.float32) + shift.astype(np.float32)
        return done


ATTEMPTS = 100
"""How often a rectangle is drawn before nothing is erased (reid-strong-baseline's number)."""


class Erase(Step):
    """Random erasing (Zhong et al. 2017), after normalisation.

    reid-strong-baseline fills with (0.485, 0.456, 0.406) *after* normalisation, which is the pixel
    (152, 142, 127) and not the mean; LUPerson fills with 0, which is the mean. `fill` is therefore
    in normalised units.

    Attributes:
        area: share of the picture, lowest and highest.
        aspect: height / width is drawn between `aspect` and 1 / `aspect`, evenly.
    """

    step: Literal["erase"]
    probability: Share
    area: tuple[Share, Share]
    aspect: Annotated[float, Field(gt=0, le=1)]
    fill: Triple
    after_normalise: ClassVar[bool] = True

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Fill one rectangle of the numbers, or leave."""
        assert sample.numbers is not None
        return replace(sample, numbers=self.numbers(sample.numbers, drawn))

    def numbers(self, given: Floats, drawn: Generator) -> Floats:
        """Fill one rectangle, or leave."""
        if drawn.random() >= self.probability:
            return given
        down, across = given.shape[:2]
        for _ in range(ATTEMPTS):
            area = down * across * drawn.uniform(*self.area)
            aspect = drawn.uniform(self.aspect, 1 / self.aspect)
            height, width = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
            if height < down and width < across:
                top, left = drawn.integers(down - height + 1), drawn.integers(across - width + 1)
                given[top : top + height, left : left + width] = self.fill
                break
        return given
