"""A random part of the picture as it looks at the network's size (open-reid, HHL)."""

from __future__ import annotations

from typing import Literal

import numpy as np
from PIL import Image

from probe.backbones._training.augmentations.joints import with_places
from probe.backbones._training.augmentations.sizing import FILTERS, ResizedCrop
from probe.backbones._training.augmentations.step import Generator, Sample
from probe.backbones._training.recipe_part import Positive, Share


class StretchedCrop(ResizedCrop):
    """As `resized_crop`, the part being drawn after the picture was stretched to `size`.

    `area` and `aspect` (width / height) are those of the part at that size: 2 to 3 times as high as
    wide is `aspect: [0.3333, 0.5]` for a picture of any shape. The picture is resampled once.
    """

    step: Literal["stretched_crop"]  # type: ignore[assignment]
    fit: Literal["stretch"] = "stretch"
    area: tuple[Share, Share]
    aspect: tuple[Positive, Positive]

    def apply(self, sample: Sample, drawn: Generator) -> Sample:
        """Crop and resize the picture, its mask (no new values) and its joints."""
        height, width = self.size
        across, down = sample.picture.size
        left, top, part_width, part_height = self._part(width, height, drawn)
        scale = np.array([across / width, down / height])
        corner, extent = scale * (left, top), scale * (part_width, part_height)
        box = (*corner.tolist(), *(corner + extent).tolist())
        joints = sample.joints
        if joints is not None:
            stretch = np.array([width, height]) / extent
            places = ((joints[:, :2] - corner) * stretch).astype(np.float32)
            joints = with_places(joints, places, (width, height))
        return Sample(
            sample.picture.resize((width, height), FILTERS[self.interpolation], box),
            sample.mask and sample.mask.resize((width, height), Image.Resampling.NEAREST, box),
            joints,
        )
