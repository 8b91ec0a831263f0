"""A random part of an enlarged picture: StarGAN's and CycleGAN's augmentation."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from PIL import Image
from pydantic import model_validator

from probe.backbones._training.augmentations.joints import with_places
from probe.backbones._training.augmentations.sizing import placed
from probe.backbones._training.augmentations.step import Generator, Sample, SizingStep
from probe.backbones._training.recipe_part import Count
from probe.pictures.fitting import Fitting, fit_picture
from probe.wording import wording_of


class EnlargedCrop(SizingStep):
    """The picture brought to `enlarged`, then a part of `size` from a place that is drawn.

    Attributes:
        enlarged: (height, width); officially 288x144 for parts of 256x128.
    """

    step: Literal["enlarged_crop"]
    fit: Literal["stretch"] = "stretch"
    enlarged: tuple[Count, Count]
    moves_instances: ClassVar[bool] = False

    @model_validator(mode="after")
    def _holds_the_part(self) -> EnlargedCrop:
        if any(whole < part for whole, part in zip(self.enlarged, self.size, strict=True)):
            raise ValueError(
                wording_of().text(
                    "train-enlarged-crop", enlarged=str(self.enlarged), size=str(self.size)
                )
            )
        return self

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Enlarge and cut the picture, its mask (no new values) and its joints."""
        (height, width), (down, across) = self.size, self.enlarged
        left, top = int(drawn.integers(across - width + 1)), int(drawn.integers(down - height + 1))
        box = (left, top, left + width, top + height)
        fitting = Fitting(self.enlarged, "stretch", self.interpolation)
        whole = Image.fromarray(fit_picture(np.asarray(sample.picture), fitting))
        mask = sample.mask and placed(sample.mask, self.enlarged, (0, 0, across, down)).crop(box)
        joints = sample.joints
        if joints is not None:
            wide, high = sample.picture.size
            scale = np.array([across / wide, down / high], np.float32)
            places = joints[:, :2] * scale - np.array([left, top], np.float32)
            joints = with_places(joints, places, (width, height))
        return Sample(whole.crop(box), mask, joints)
