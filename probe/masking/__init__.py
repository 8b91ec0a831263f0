"""Person masks: where they come from, whether they can be trusted, and what is done with them."""

from probe.masking.composites import CutOut, Layers, composite, pasted
from probe.masking.fill import fill_background
from probe.masking.inpainting import filled_hole
from probe.masking.making import make_masks, masked_set
from probe.masking.mask_file import read_mask
from probe.masking.mask_set import MaskFailure, MaskSet
from probe.masking.opening import MASKERS, open_masker, open_maskers
from probe.masking.quality import Agreement, agreement_with, checked_mask, coverage
from probe.masking.regions import mask_regions, person_of, scene_parts, scene_regions
from probe.masking.rendered_scene import as_shown, scene_of

__all__ = [
    "MASKERS",
    "Agreement",
    "CutOut",
    "Layers",
    "MaskFailure",
    "MaskSet",
    "agreement_with",
    "as_shown",
    "checked_mask",
    "composite",
    "coverage",
    "fill_background",
    "filled_hole",
    "make_masks",
    "mask_regions",
    "masked_set",
    "open_masker",
    "open_maskers",
    "pasted",
    "person_of",
    "read_mask",
    "scene_of",
    "scene_parts",
    "scene_regions",
]
