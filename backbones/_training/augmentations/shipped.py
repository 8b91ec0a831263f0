"""The steps that ship, by the names that recipes use."""

from __future__ import annotations

from probe.backbones._training.augmentations.colours import Blur, Greyscale
from probe.backbones._training.augmentations.enlarged_crop import EnlargedCrop
from probe.backbones._training.augmentations.frame_steps import Distort, Expand, OverlapCrop
from probe.backbones._training.augmentations.moving import Flip, PaddedCrop, Translate
from probe.backbones._training.augmentations.numbers import Erase, Normalise
from probe.backbones._training.augmentations.sizing import Resize, ResizedCrop
from probe.backbones._training.augmentations.step import Step
from probe.backbones._training.augmentations.stretched_crop import StretchedCrop

STEPS: dict[str, type[Step]] = {
    "resize": Resize,
    "resized_crop": ResizedCrop,
    "stretched_crop": StretchedCrop,
    "enlarged_crop": EnlargedCrop,
    "flip": Flip,
    "padded_crop": PaddedCrop,
    "translate": Translate,
    "greyscale": Greyscale,
    "blur": Blur,
    "distort": Distort,
    "expand": Expand,
    "overlap_crop": OverlapCrop,
    "normalise": Normalise,
    "erase": Erase,
}
"""The steps that ship, by name."""
