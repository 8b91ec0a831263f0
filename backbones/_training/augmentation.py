"""Augmentation as data: the steps of a recipe, in its order, with the official fill values.

Every step draws from the generator it is given and from nothing else, so that a picture's
augmentation depends on the recipe's seed, the epoch and its place in it, not on threads.
A step that moves the picture moves its mask and its joints by the same draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from probe.backbones._training.augmentations.frame_moves import visible
from probe.backbones._training.augmentations.numbers import Normalise
from probe.backbones._training.augmentations.step import Floats, Generator, Sample, SizingStep, Step
from probe.backbones._training.instances import FrameInstances
from probe.backbones._training.keypoints import Joints
from probe.wording import wording_of


@dataclass(frozen=True)
class Prepared:
    """What a network is given of a picture.

    Attributes:
        picture: normalised `float32 (3, h, w)`.
        mask: `float32 (1, h, w)`, 0 to 1, where one was given.
        joints: `float32 (joints, 3)` in pixels of the new size, where they were given.
        instances: of a frame, where they were given; those too small to be seen are left out.
    """

    picture: Floats
    mask: Floats | None = None
    joints: Joints | None = None
    instances: FrameInstances | None = None


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
            times = names.count("normalise")
            raise ValueError(wording_of().text("train-normalise-once", times=times))
        at = names.index("normalise")
        for step in self.steps[:at]:
            if step.after_normalise:
                raise ValueError(wording_of().text("train-after-normalise", step=repr(step.step)))
        if any(not step.after_normalise for step in self.steps[at + 1 :]):
            raise ValueError(wording_of().text("train-only-normalised"))
        if sum(isinstance(step, SizingStep) for step in self.steps) != 1:
            raise ValueError(wording_of().text("train-one-sizing"))

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
        instances = None if sample.instances is None else visible(sample.instances)
        if sample.mask is None:
            return Prepared(picture, None, sample.joints, instances)
        mask = np.asarray(sample.mask.convert("L"), np.float32)[None] / np.float32(255)
        return Prepared(picture, mask, sample.joints, instances)


def drawn_for(seed: int, epoch: int, place: Sequence[int]) -> Generator:
    """The generator of one view of one picture: of the seed, the epoch and the place alone."""
    return np.random.default_rng([seed, epoch, *place])
