"""Steps that bring a picture to the size of the network."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np
from PIL import Image

from probe.backbones._training.augmentations.frame_moves import placed_instances
from probe.backbones._training.augmentations.joints import moved_into, with_places
from probe.backbones._training.augmentations.step import Box, Generator, Sample, SizingStep
from probe.backbones._training.recipe_part import Positive, Share
from probe.pictures.fitting import Fitting, fit_picture, inner_size

ATTEMPTS = 10
"""How often a part is drawn before the middle is taken (torchvision's number)."""

FILTERS = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}


class Resize(SizingStep):
    """Bring the picture to `size`; nothing is drawn."""

    step: Literal["resize"]
    fit: Literal["letterbox", "stretch"]

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Resize the picture, its mask (no new values) and its joints."""
        old, instances = sample.picture.size, sample.instances
        box = self._inside(*old)
        return Sample(
            self.picture(sample.picture, drawn),
            sample.mask and placed(sample.mask, self.size, box),
            None if sample.joints is None else moved_into(sample.joints, old, box),
            None if instances is None else placed_instances(instances, old, self.size, box),
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
    moves_instances: ClassVar[bool] = False

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Crop and resize the picture, its mask (no new values) and its joints."""
        across, down = sample.picture.size
        left, top, width, height = self._part(across, down, drawn)
        box, size = (left, top, left + width, top + height), self.size[::-1]
        joints = sample.joints
        if joints is not None:
            scale = np.array([size[0] / width, size[1] / height], np.float32)
            joints = with_places(joints, (joints[:, :2] - (left, top)) * scale, size)
        return Sample(
            sample.picture.resize(size, FILTERS[self.interpolation], box),
            sample.mask and sample.mask.resize(size, Image.Resampling.NEAREST, box),
            joints,
        )

    def _part(self, across: int, down: int, drawn: Generator) -> tuple[int, int, int, int]:
        low, high = (math.log(value) for value in self.aspect)
        for _ in range(ATTEMPTS):
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


def placed(mask: Image.Image, size: tuple[int, int], box: Box) -> Image.Image:
    """A mask scaled into a box of an empty frame of `size` (height, width)."""
    frame = Image.new(mask.mode, size[::-1])
    inner = (box[2] - box[0], box[3] - box[1])
    frame.paste(mask.resize(inner, Image.Resampling.NEAREST), box[:2])
    return frame
