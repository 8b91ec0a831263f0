"""Person masks: where they come from, whether they can be trusted, and what is done with them."""

from probe.masking.composites import CutOut, Layers, composite, filled_hole, pasted
from probe.masking.masks import MaskFailure, MaskSet, fill_background, make_masks, masked_set
from probe.masking.quality import Agreement, agreement_with, checked_mask, coverage
from probe.masking.regions import mask_regions, person_of, scene_parts, scene_regions
from probe.masking.registry import find_masker, masker_names
from probe.masking.sources import FileMasks, MaskSource, SceneMasks, SeenMasks, read_mask, scene_of

__all__ = [
    "Agreement",
    "CutOut",
    "FileMasks",
    "Layers",
    "MaskFailure",
    "MaskSet",
    "MaskSource",
    "SceneMasks",
    "SeenMasks",
    "agreement_with",
    "checked_mask",
    "composite",
    "coverage",
    "fill_background",
    "filled_hole",
    "find_masker",
    "make_masks",
    "mask_regions",
    "masked_set",
    "masker_names",
    "pasted",
    "person_of",
    "read_mask",
    "scene_of",
    "scene_parts",
    "scene_regions",
]
