"""Augmentation as data: the steps of a recipe, in its order, with the official fill values.

Every step draws from the generator it is given and from nothing else, so that a picture's
augmentation depends on the recipe's seed, the epoch and its place in it, not on threads.
A step that moves the picture moves its mask and its joints by the same draw.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps
from pydantic import Field

from probe.backbones._training.keypoints import Joints
from probe.backbones._training.recipe_part import Count, Positive, RecipePart, Share, Triple
from probe.pictures.fitting import Fitting, fit_picture, inner_size

Floats = NDArray[np.float32]
Generator = np.random.Generator
Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""

ATTEMPTS = {"crop": 10, "erase": 100}
"""How often a rectangle is drawn before the step gives up (torchvision; reid-strong-baseline)."""


@dataclass(frozen=True, eq=False)
class Sample:
    """A picture on its way to a network, with what lies over it.

    Attributes:
        picture: RGB; what steps before `normalise` work on.
        mask: of the person, white on black, the same size.
        joints: in pixels of the picture.
        numbers: `(h, w, 3)` floats, from `normalise` on.
    """

    picture: Image.Image
    mask: Image.Image | None = None
    joints: Joints | None = None
    numbers: Floats | None = None


class Step(RecipePart):
    """Base of the steps.

    Attributes:
        step: which.
        after_normalise: whether it works on normalised numbers.
    """

    step: str
    after_normalise: ClassVar[bool] = False

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """The sample after the step; steps on pictures alone say what `picture` becomes."""
        return replace(sample, picture=self.picture(sample.picture, drawn))

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """The picture after the step."""
        raise NotImplementedError


class SizingStep(Step):
    """Base of the steps that bring a picture to `size` (height, width)."""

    size: tuple[Count, Count]
    interpolation: Literal["bilinear", "bicubic"]
    fit: Literal["letterbox", "stretch"] = "stretch"


_FILTERS = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}


class Resize(SizingStep):
    """Bring the picture to `size`; nothing is drawn."""

    step: Literal["resize"]
    fit: Literal["letterbox", "stretch"]

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Resize the picture, its mask (no new values) and its joints."""
        box = self._inside(sample.picture.width, sample.picture.height)
        return Sample(
            self.picture(sample.picture, drawn),
            sample.mask and _placed(sample.mask, self.size, box),
            None if sample.joints is None else _moved(sample.joints, sample.picture.size, box),
        )

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Resize; nothing is drawn."""
        fitting = Fitting(self.size, self.fit, self.interpolation)
        return Image.fromarray(fit_picture(np.asarray(given), fitting))

    def _inside(self, across: int, down: int) -> Box:
        """Where the picture comes to lie in its new frame."""
        height, width = self.size
        if self.fit == "stretch":
            return 0, 0, width, height
        inner_height, inner_width = inner_size((down, across), self.size)
        left, top = (width - inner_width) // 2, (height - inner_height) // 2
        return left, top, left + inner_width, top + inner_height


class ResizedCrop(SizingStep):
    """A random part of the picture brought to `size`, as torchvision's RandomResizedCrop draws it.

    `area` is the part's share of the picture, `aspect` its width / height; both lowest, highest.
    """

    step: Literal["resized_crop"]
    fit: Literal["stretch"] = "stretch"
    area: tuple[Share, Share]
    aspect: tuple[Positive, Positive]

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Crop and resize the picture, its mask (no new values) and its joints."""
        across, down = sample.picture.size
        left, top, width, height = self._part(across, down, drawn)
        box, size = (left, top, left + width, top + height), self.size[::-1]
        joints = sample.joints
        if joints is not None:
            scale = np.array([size[0] / width, size[1] / height], np.float32)
            joints = _with_places(joints, (joints[:, :2] - (left, top)) * scale, size)
        return Sample(
            sample.picture.resize(size, _FILTERS[self.interpolation], box),
            sample.mask and sample.mask.resize(size, Image.Resampling.NEAREST, box),
            joints,
        )

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


class Flip(Step):
    """Left and right exchanged.

    Attributes:
        probability: of being mirrored.
        swap_joints: pairs of joints that change places in a mirrored picture, such as the left and
            the right wrist; none, as FD-GAN has it.
    """

    step: Literal["flip"]
    probability: Share
    swap_joints: tuple[tuple[int, int], ...] = ()

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Mirror or leave."""
        if drawn.random() >= self.probability:
            return sample
        joints = sample.joints
        if joints is not None:
            joints = joints.copy()
            joints[:, 0] = sample.picture.width - 1 - joints[:, 0]
            for left, right in self.swap_joints:
                joints[[left, right]] = joints[[right, left]]
        mask = sample.mask and ImageOps.mirror(sample.mask)
        return Sample(ImageOps.mirror(sample.picture), mask, joints)


class PaddedCrop(Step):
    """A border of `fill` (0..255; official: black), then a part of the old size."""

    step: Literal["padded_crop"]
    border: Count
    fill: tuple[int, int, int]

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Shift by up to the border."""
        left, top = (int(drawn.integers(2 * self.border + 1)) for _ in range(2))
        across, down = sample.picture.size
        box = (left, top, left + across, top + down)
        joints = sample.joints
        if joints is not None:
            places = joints[:, :2] + np.array([self.border - left, self.border - top], np.float32)
            joints = _with_places(joints, places, (across, down))
        return Sample(
            ImageOps.expand(sample.picture, self.border, self.fill).crop(box),
            sample.mask and ImageOps.expand(sample.mask, self.border, 0).crop(box),
            joints,
        )


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
        for _ in range(ATTEMPTS["erase"]):
            area = down * across * drawn.uniform(*self.area)
            aspect = drawn.uniform(self.aspect, 1 / self.aspect)
            height, width = round(math.sqrt(area * aspect)), round(math.sqrt(area / aspect))
            if height < down and width < across:
                top, left = drawn.integers(down - height + 1), drawn.integers(across - width + 1)
                given[top : top + height, left : left + width] = self.fill
                break
        return given


STEPS: dict[str, type[Step]] = {
    "resize": Resize,
    "resized_crop": ResizedCrop,
    "flip": Flip,
    "padded_crop": PaddedCrop,
    "greyscale": Greyscale,
    "blur": Blur,
    "normalise": Normalise,
    "erase": Erase,
}
"""The steps that ship, by name."""


@dataclass(frozen=True)
class Prepared:
    """What a network is given of a picture.

    Attributes:
        picture: normalised `float32 (3, h, w)`.
        mask: `float32 (1, h, w)`, 0 to 1, where one was given.
        joints: `float32 (joints, 3)` in pixels of the new size, where they were given.
    """

    picture: Floats
    mask: Floats | None = None
    joints: Joints | None = None


@dataclass(frozen=True)
class Augmentation:
    """Steps in order: pictures, then `normalise` once, then what works on normalised numbers.

    Raises:
        ValueError: the steps are in another order.
    """

    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        names = [step.step for step in self.steps]
        if names.count("normalise") != 1:
            raise ValueError(
                f"needs the step 'normalise' once, not {names.count('normalise')} times"
            )
        at = names.index("normalise")
        for step in self.steps[:at]:
            if step.after_normalise:
                raise ValueError(
                    f"{step.step!r} comes after 'normalise': its fill is in normalised units"
                )
        if any(not step.after_normalise for step in self.steps[at + 1 :]):
            raise ValueError("only steps on normalised numbers can come after 'normalise'")
        if sum(isinstance(step, SizingStep) for step in self.steps) != 1:
            raise ValueError("needs one step that sets the size: 'resize' or 'resized_crop'")

    @property
    def sizing(self) -> SizingStep:
        """The step that sets the size."""
        return next(step for step in self.steps if isinstance(step, SizingStep))

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of what comes out."""
        return self.sizing.size

    @property
    def normalisation(self) -> Normalise:
        """The step that normalises."""
        return next(step for step in self.steps if isinstance(step, Normalise))

    def apply(self, picture: NDArray[np.uint8], drawn: Generator) -> Floats:
        """A picture `uint8 (h, w, 3)` to normalised floats `(3, *size)`."""
        return self.prepare(Sample(Image.fromarray(picture)), drawn).picture

    def prepare(self, sample: Sample, drawn: Generator) -> Prepared:
        """A picture with its mask and its joints, all moved by the same draws."""
        for step in self.steps:
            sample = step.apply(sample, drawn)
        assert sample.numbers is not None
        picture = np.ascontiguousarray(sample.numbers.transpose(2, 0, 1))
        if sample.mask is None:
            return Prepared(picture, None, sample.joints)
        mask = np.asarray(sample.mask.convert("L"), np.float32)[None] / np.float32(255)
        return Prepared(picture, mask, sample.joints)


def drawn_for(seed: int, epoch: int, place: Sequence[int]) -> Generator:
    """The generator of one view of one picture: of the seed, the epoch and the place alone."""
    return np.random.default_rng([seed, epoch, *place])


def _placed(mask: Image.Image, size: tuple[int, int], box: Box) -> Image.Image:
    """A mask scaled into a box of an empty frame of `size` (height, width)."""
    frame = Image.new(mask.mode, size[::-1])
    inner = (box[2] - box[0], box[3] - box[1])
    frame.paste(mask.resize(inner, Image.Resampling.NEAREST), box[:2])
    return frame


def _moved(joints: Joints, size: tuple[int, int], box: Box) -> Joints:
    """Joints of a picture of `size` (width, height) that comes to lie in a box."""
    scale = np.array([(box[2] - box[0]) / size[0], (box[3] - box[1]) / size[1]], np.float32)
    moved = joints.copy()
    moved[:, :2] = joints[:, :2] * scale + np.array(box[:2], np.float32)
    return moved


def _with_places(joints: Joints, places: NDArray[np.floating], size: tuple[int, int]) -> Joints:
    """Joints at new places; those outside of (width, height) are not seen any more."""
    inside = ((places >= 0) & (places < np.array(size))).all(1)
    moved = np.column_stack([places, joints[:, 2] * inside])
    return moved.astype(np.float32)
