"""Steps that change colours and sharpness."""

from __future__ import annotations

from typing import Literal

from PIL import Image, ImageFilter

from probe.backbones._training.augmentations.step import Generator, Step
from probe.backbones._training.recipe_part import Positive, Share


class Greyscale(Step):
    """Colours taken away."""

    step: Literal["greyscale"]
    probability: Share

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Grey or leave."""
        return given.convert("L").convert("RGB") if drawn.random() < self.probability else given


class Blur(Step):
    """Gaussian blur with a standard deviation drawn from `sigma`, in pixels."""

    step: Literal["blur"]
    probability: Share
    sigma: tuple[Positive, Positive]

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Blur or leave."""
        if drawn.random() >= self.probability:
            return given
        return given.filter(ImageFilter.GaussianBlur(float(drawn.uniform(*self.sigma))))
