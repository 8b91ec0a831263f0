"""Steps that mirror or shift a picture of the network's size."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from PIL import Image, ImageOps

from probe.backbones._training.augmentations.frame_moves import mirrored
from probe.backbones._training.augmentations.joints import with_places
from probe.backbones._training.augmentations.step import Generator, Sample, Step
from probe.backbones._training.recipe_part import Count, Share


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
        instances = sample.instances
        if instances is not None:
            instances = mirrored(instances, sample.picture.width)
        return Sample(ImageOps.mirror(sample.picture), mask, joints, instances)


class Translate(Step):
    """The picture shifted, what lies outside of it filled with its nearest row or column.

    `share` of height and width is the furthest (Ahmed et al.: 0.05); the fill is ours.
    """

    step: Literal["translate"]
    share: Share
    moves_instances: ClassVar[bool] = False

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Shift by whole pixels, all shifts being equally likely."""
        height, width = sample.picture.height, sample.picture.width
        reach = round(self.share * height), round(self.share * width)
        down, right = (int(drawn.integers(-most, most + 1)) for most in reach)
        rows = np.clip(np.arange(height) - down, 0, height - 1)
        columns = np.clip(np.arange(width) - right, 0, width - 1)
        joints = sample.joints
        if joints is not None:
            places = joints[:, :2] + np.array([right, down], np.float32)
            joints = with_places(joints, places, (width, height))
        mask = sample.mask
        if mask is not None:
            box = (-right, -down, width - right, height - down)
            mask = mask.crop(box)
        moved = np.asarray(sample.picture)[rows[:, None], columns]
        return Sample(Image.fromarray(moved), mask, joints)


class PaddedCrop(Step):
    """A border of `fill` (0..255; official: black), then a part of the old size."""

    step: Literal["padded_crop"]
    border: Count
    fill: tuple[int, int, int]
    moves_instances: ClassVar[bool] = False

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Shift by up to the border."""
        left, top = (int(drawn.integers(2 * self.border + 1)) for _ in range(2))
        across, down = sample.picture.size
        box = (left, top, left + across, top + down)
        joints = sample.joints
        if joints is not None:
            places = joints[:, :2] + np.array([self.border - left, self.border - top], np.float32)
            joints = with_places(joints, places, (across, down))
        return Sample(
            ImageOps.expand(sample.picture, self.border, self.fill).crop(box),
            sample.mask and ImageOps.expand(sample.mask, self.border, 0).crop(box),
            joints,
        )
