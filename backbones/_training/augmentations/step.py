"""What every step of augmentation is, and what it works on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from probe.backbones._training.instances import FrameInstances
from probe.backbones._training.keypoints import Joints
from probe.backbones._training.recipe_part import RecipePart, Side

Floats = NDArray[np.float32]

Generator = np.random.Generator

Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""


@dataclass(frozen=True, eq=False)
class Sample:
    """A picture on its way to a network, with what lies over it.

    Attributes:
        picture: RGB; what steps before `normalise` work on.
        mask: of the person, white on black, the same size.
        joints: in pixels of the picture.
        instances: that are marked in a frame.
        numbers: `(h, w, 3)` floats, from `normalise` on.
    """

    picture: Image.Image
    mask: Image.Image | None = None
    joints: Joints | None = None
    instances: FrameInstances | None = None
    numbers: Floats | None = None


class Step(RecipePart):
    """Base of the steps.

    Attributes:
        step: which.
        after_normalise: whether it works on normalised numbers.
        moves_instances: whether the instances of a frame go through it with their picture.
        needs_instances: whether it looks at them.
    """

    step: str
    after_normalise: ClassVar[bool] = False
    moves_instances: ClassVar[bool] = True
    needs_instances: ClassVar[bool] = False

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """The sample after the step; steps on pictures alone say what `picture` becomes."""
        return replace(sample, picture=self.picture(sample.picture, drawn))

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """The picture after the step."""
        raise NotImplementedError


class SizingStep(Step):
    """Base of the steps that bring a picture to `size` (height, width)."""

    size: tuple[Side, Side]
    interpolation: Literal["bilinear", "bicubic"]
    fit: Literal["letterbox", "stretch"] = "stretch"
