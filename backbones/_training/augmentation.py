"""Augmentation as data: the steps of a recipe, in its order, with the official fill values.

Every step draws from the generator it is given and from nothing else, so that a picture's
augmentation depends on the recipe's seed, the epoch and its place in it, not on threads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps
from pydantic import Field, model_validator

from probe.backbones._training.recipe_part import Count, Positive, RecipePart, Share, Triple
from probe.errors import UsageError
from probe.pictures.fitting import Fitting, fit_picture

Floats = NDArray[np.float32]
Generator = np.random.Generator

ATTEMPTS = {"crop": 10, "erase": 100}
"""How often a rectangle is drawn before the step gives up (torchvision; reid-strong-baseline)."""

_FILTERS = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}


class Resize(RecipePart):
    """Bring the picture to `size` (height, width)."""

    step: Literal["resize"]
    size: tuple[Count, Count]
    fit: Literal["letterbox", "stretch"]
    interpolation: Literal["bilinear", "bicubic"]

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Resize; nothing is drawn."""
        fitting = Fitting(self.size, self.fit, self.interpolation)
        return Image.fromarray(fit_picture(np.asarray(given), fitting))


class ResizedCrop(RecipePart):
    """A random part of the picture brought to `size`, as torchvision's RandomResizedCrop draws it.

    `area` is the part's share of the picture, `aspect` its width / height; both lowest, highest.
    """

    step: Literal["resized_crop"]
    size: tuple[Count, Count]
    area: tuple[Share, Share]
    aspect: tuple[Positive, Positive]
    interpolation: Literal["bilinear", "bicubic"]

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Crop and resize."""
        left, top, width, height = self._part(given.width, given.height, drawn)
        box = (left, top, left + width, top + height)
        return given.resize(self.size[::-1], _FILTERS[self.interpolation], box)

    def _part(self, across: int, down: int, drawn: Generator) -> tuple[int, int, int, int]:
        low, high = (math.log(value) for value in self.aspect)
        for _ in range(ATTEMPTS["crop"]):
            area = across * down * drawn.uniform(*self.area)
            aspect = math.exp(drawn.uniform(low, high))
            width, height = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
            if 0 < width <= across and 0 < height <= down:
                left = int(drawn.integers(across - width + 1))
                return left, int(drawn.integers(down - height + 1)), width, height
        whole = across / down
        width = across if whole <= self.aspect[1] else round(down * self.aspect[1])
        height = down if whole >= self.aspect[0] else round(across / self.aspect[0])
        return (across - width) // 2, (down - height) // 2, width, height


class Flip(RecipePart):
    """Left and right exchanged."""

    step: Literal["flip"]
    probability: Share

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Mirror or leave."""
        return ImageOps.mirror(given) if drawn.random() < self.probability else given


class PaddedCrop(RecipePart):
    """A border of `fill` (0..255; official: black), then a part of the old size."""

    step: Literal["padded_crop"]
    border: Count
    fill: tuple[int, int, int]

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Shift by up to the border."""
        left, top = (int(drawn.integers(2 * self.border + 1)) for _ in range(2))
        wide = ImageOps.expand(given, self.border, self.fill)
        return wide.crop((left, top, left + given.width, top + given.height))


class Greyscale(RecipePart):
    """Colours taken away."""

    step: Literal["greyscale"]
    probability: Share

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Grey or leave."""
        return given.convert("L").convert("RGB") if drawn.random() < self.probability else given


class Blur(RecipePart):
    """Gaussian blur with a standard deviation drawn from `sigma`, in pixels."""

    step: Literal["blur"]
    probability: Share
    sigma: tuple[Positive, Positive]

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Blur or leave."""
        if drawn.random() >= self.probability:
            return given
        return given.filter(ImageFilter.GaussianBlur(float(drawn.uniform(*self.sigma))))


class Normalise(RecipePart):
    """(x / 255 - mean) / std, red first; from here on pictures are floats."""

    step: Literal["normalise"]
    mean: Triple
    std: tuple[Positive, Positive, Positive]

    def numbers(self, given: Floats, drawn: Generator) -> Floats:
        """`(h, w, 3)` in 0..255 to normalised floats."""
        scale = 1 / (255 * np.asarray(self.std, np.float64))
        shift = -np.asarray(self.mean, np.float64) / np.asarray(self.std, np.float64)
        done: Floats = given * scale.astype(np.float32) + shift.astype(np.float32)
        return done


class Erase(RecipePart):
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

    def numbers(self, given: Floats, drawn: Generator) -> Floats:
        """Fill one rectangle, or leave."""
        if drawn.random() >= self.probability:
            return given
        down, across = given.shape[:2]
        for _ in range(ATTEMPTS["erase"]):
            area = down * across * drawn.uniform(*self.area)
            aspect = drawn.uniform(self.aspect, 1 / self.aspect)
            height, width = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
            if height < down and width < across:
                top, left = drawn.integers(down - height + 1), drawn.integers(across - width + 1)
                given[top : top + height, left : left + width] = self.fill
                break
        return given


PictureStep = Resize | ResizedCrop | Flip | PaddedCrop | Greyscale | Blur
Step = Annotated[PictureStep | Normalise | Erase, Field(discriminator="step")]


class Augmentation(RecipePart):
    """Steps in order: pictures, then `normalise` once, then what works on normalised numbers."""

    steps: tuple[Step, ...]

    @model_validator(mode="after")
    def _in_order(self) -> Augmentation:
        kinds = [each.step for each in self.steps]
        if kinds.count("normalise") != 1:
            raise ValueError(
                f"needs the step 'normalise' once, not {kinds.count('normalise')} times"
            )
        before = kinds[: kinds.index("normalise")]
        if "erase" in before:
            raise ValueError("'erase' comes after 'normalise': its fill is in normalised units")
        if any(kind != "erase" for kind in kinds[len(before) + 1 :]):
            raise ValueError("only 'erase' can come after 'normalise'")
        if sum(kind in {"resize", "resized_crop"} for kind in before) != 1:
            raise ValueError("needs one step that sets the size: 'resize' or 'resized_crop'")
        return self

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of what comes out."""
        sized = (each for each in self.steps if isinstance(each, Resize | ResizedCrop))
        return next(sized).size

    @property
    def normalisation(self) -> Normalise:
        """The step that normalises."""
        return next(each for each in self.steps if isinstance(each, Normalise))

    def apply(self, picture: NDArray[np.uint8], drawn: Generator) -> Floats:
        """A picture `uint8 (h, w, 3)` to normalised floats `(3, *size)`."""
        image = Image.fromarray(picture)
        numbers: Floats | None = None
        for each in self.steps:
            if isinstance(each, Normalise | Erase):
                start = np.asarray(image, np.float32) if numbers is None else numbers
                numbers = each.numbers(start, drawn)
            else:
                image = each.picture(image, drawn)
        if numbers is None:
            raise UsageError("the augmentation has no step 'normalise'")
        return np.ascontiguousarray(numbers.transpose(2, 0, 1))


def drawn_for(seed: int, epoch: int, place: Sequence[int]) -> Generator:
    """The generator of one view of one picture: of the seed, the epoch and the place alone."""
    return np.random.default_rng([seed, epoch, *place])
