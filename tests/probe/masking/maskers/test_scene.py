"""Exact masks of rendered pictures."""

import numpy as np
import pytest

from probe.errors import MaskError
from probe.masking import make_masks
from probe.masking.maskers.scene import SceneMasks
from probe.scenes import SceneRecipe


def test_scene_masks_are_exact(rendered):
    recipe = SceneRecipe(identity=3, distance=8.0, backpack=True, orientation=90.0)
    record, scene = rendered(recipe)
    masks = make_masks(SceneMasks(), [record])
    np.testing.assert_array_equal(masks.mask("p-id"), scene.mask_with_objects)


def test_photographs_have_no_exact_masks(record, photo):
    with pytest.raises(MaskError, match="only for rendered"):
        SceneMasks().mask_of(record("ann", photo), photo)
