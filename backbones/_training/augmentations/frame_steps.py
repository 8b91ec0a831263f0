"""SSD's augmentation of frames (Liu et al., 2.2 and 3.6), which YOLACT has too.

Colours are changed, room is made around, parts are cut out; boxes and masks go along.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from probe.backbones._training.augmentations.frame_moves import framed
from probe.backbones._training.augmentations.step import Box, Generator, Sample, Step
from probe.backbones._training.instances import FrameInstances
from probe.backbones._training.recipe_part import Count, NotNegative, Positive, Share

CIRCLE = 256
"""Values of a hue in Pillow's HSV, for 360 degrees."""

ROUNDS = 50
"""Parts with another overlap that are asked for before the picture stays whole (ours)."""


class Distort(Step):
    """Brightness, contrast, saturation and hue changed, each with a probability of one half.

    Contrast is changed before or after saturation and hue, as the fall of a coin says.

    Attributes:
        brightness: largest shift, of 255.
        contrast: factor, lowest and highest.
        saturation: likewise.
        hue: largest turn in degrees.
    """

    step: Literal["distort"]
    brightness: NotNegative
    contrast: tuple[Positive, Positive]
    saturation: tuple[Positive, Positive]
    hue: NotNegative

    def picture(self, given: Image.Image, drawn: Generator) -> Image.Image:
        """Change colours, or leave them."""
        numbers = np.asarray(given, np.float32)
        if _heads(drawn):
            numbers = numbers + drawn.uniform(-self.brightness, self.brightness)
        first = _heads(drawn)
        if first and _heads(drawn):
            numbers = numbers * drawn.uniform(*self.contrast)
        numbers = np.asarray(self._hue_and_saturation(_picture(numbers), drawn), np.float32)
        if not first and _heads(drawn):
            numbers = numbers * drawn.uniform(*self.contrast)
        return _picture(numbers)

    def _hue_and_saturation(self, given: Image.Image, drawn: Generator) -> Image.Image:
        strength = drawn.uniform(*self.saturation) if _heads(drawn) else 1.0
        turn = drawn.uniform(-self.hue, self.hue) if _heads(drawn) else 0.0
        if strength == 1 and not turn:
            return given
        hue, saturation, value = given.convert("HSV").split()
        turned = (np.asarray(hue, np.int64) + round(turn / 360 * CIRCLE)) % CIRCLE
        strong = np.clip(np.asarray(saturation, np.float32) * strength, 0, 255)
        channels = [
            Image.fromarray(turned.astype(np.uint8)), Image.fromarray(strong.astype(np.uint8)),
            value,
        ]  # fmt: skip
        return Image.merge("HSV", channels).convert("RGB")


class Expand(Step):
    """The picture somewhere in a larger one of a single colour, so that people are smaller.

    Attributes:
        probability: of that.
        most: largest factor of height and width (4).
        fill: 0..255, red first.
    """

    step: Literal["expand"]
    probability: Share
    most: Positive
    fill: tuple[int, int, int]

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Put it into a larger one, or leave."""
        if drawn.random() >= self.probability:
            return sample
        width, height = sample.picture.size
        factor = drawn.uniform(1, self.most)
        across, down = int(width * factor), int(height * factor)
        left = int(drawn.uniform(0, across - width)) if across > width else 0
        top = int(drawn.uniform(0, down - height)) if down > height else 0
        larger = Image.new("RGB", (across, down), self.fill)
        larger.paste(sample.picture, (left, top))
        box, instances = (-left, -top, across - left, down - top), sample.instances
        return replace(
            sample,
            picture=larger,
            mask=sample.mask and sample.mask.crop(box),
            instances=None if instances is None else framed(instances, box),
        )


class OverlapCrop(Step):
    """A part of the picture that shows an instance by some share of them both.

    One of `overlaps` is drawn; then parts are drawn until the middle of an instance that is no
    crowd lies in one, and an instance whose middle lies in it has that IoU with it; after
    `attempts` parts the overlap is drawn anew. Instances whose middle lies outside are left out,
    the others cut.

    Attributes:
        overlaps: IoU that is asked for; null leaves the picture whole. YOLACT's code does not look
            at the overlap (its condition can never hold), which is 0 here.
        attempts: 40 in torchvision, 50 in YOLACT.
        least: of height and width that a part has at least (0.3).
        aspect: width over height, lowest and highest (0.5, 2).
    """

    step: Literal["overlap_crop"]
    overlaps: tuple[Share | None, ...]
    attempts: Count
    least: Share
    aspect: tuple[Positive, Positive]
    needs_instances: ClassVar[bool] = True

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Cut a part out, or leave the picture whole."""
        instances = sample.instances
        assert instances is not None  # the stage refuses this step without them
        for _ in range(ROUNDS):
            overlap = self.overlaps[int(drawn.integers(len(self.overlaps)))]
            if overlap is None:
                return sample
            for _ in range(self.attempts):
                box = self._box(sample.picture.size, drawn)
                if box is None:
                    continue
                kept = _with_middles_in(instances, box)
                if self._shows(instances.only(kept), box, overlap):
                    part = framed(instances.only(kept), box)
                    mask = sample.mask and sample.mask.crop(box)
                    return replace(
                        sample, picture=sample.picture.crop(box), mask=mask, instances=part
                    )
        return sample

    def _box(self, size: tuple[int, int], drawn: Generator) -> Box | None:
        across, down = (side * drawn.uniform(self.least, 1) for side in size)
        if not self.aspect[0] <= across / down <= self.aspect[1]:
            return None
        left, top = drawn.uniform(0, size[0] - across), drawn.uniform(0, size[1] - down)
        box = int(left), int(top), int(left + across), int(top + down)
        return box if box[2] > box[0] and box[3] > box[1] else None

    def _shows(self, instances: FrameInstances, box: Box, overlap: float) -> bool:
        if not len(instances) or bool(instances.crowds.all()):
            return False
        return overlap <= 0 or float(_overlaps(instances.boxes, box).max()) >= overlap


def _heads(drawn: Generator) -> bool:
    return bool(drawn.random() < 0.5)


def _picture(numbers: NDArray[np.float32]) -> Image.Image:
    return Image.fromarray(np.clip(np.rint(numbers), 0, 255).astype(np.uint8))


def _with_middles_in(instances: FrameInstances, box: Box) -> NDArray[np.bool_]:
    middles = (instances.boxes[:, :2] + instances.boxes[:, 2:]) / 2
    low, high = np.array(box[:2]), np.array(box[2:])
    inside: NDArray[np.bool_] = np.all((middles > low) & (middles < high), axis=1)
    return inside


def _overlaps(boxes: NDArray[np.float32], box: Box) -> NDArray[np.float32]:
    """IoU `(n,)` of boxes with one."""
    whole = np.array(box, np.float32)
    low, high = np.maximum(boxes[:, :2], whole[:2]), np.minimum(boxes[:, 2:], whole[2:])
    shared = np.clip(high - low, 0, None).prod(1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(1) + (whole[2:] - whole[:2]).prod()
    overlaps: NDArray[np.float32] = shared / (areas - shared)
    return overlaps
