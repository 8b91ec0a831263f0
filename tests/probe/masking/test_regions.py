"""The regions that evidence is charged to."""

import numpy as np
import pytest

from probe.errors import MaskError
from probe.masking import make_masks, mask_regions, person_of, scene_parts, scene_regions
from probe.masking.maskers.scene import SceneMasks
from probe.scenes import KEYPOINTS, PARTS, SceneRecipe


def test_regions_of_a_scene_are_its_parts(rendered, record, photo):
    recipe = SceneRecipe(identity=2, distance=8.0, backpack=True, clothes="white-sweatshirt")
    picture, scene = rendered(recipe)
    regions, parts = scene_regions(picture), scene_parts(picture)
    np.testing.assert_array_equal(regions["person"], scene.mask)
    assert regions["carried"].any()
    assert not (regions["person"] & regions["carried"]).any()
    assert sum(mask.astype(int) for mask in parts.values()).max() == 1
    np.testing.assert_array_equal(np.any(list(parts.values()), axis=0), scene.parts > 0)
    assert list(parts) == ["head", "torso", "legs", "carried"]
    assert parts["head"].any()
    np.testing.assert_array_equal(person_of(parts), scene.mask)
    np.testing.assert_array_equal(parts["carried"], regions["carried"])
    waist = scene.keypoints[[KEYPOINTS.index("hip_r"), KEYPOINTS.index("hip_l")], 1].mean()
    hands = (scene.parts == PARTS.index("skin")) & (np.arange(len(scene.parts)) > waist)[:, None]
    assert hands.any()
    assert not (hands & ~parts["torso"]).any()
    assert np.flatnonzero(parts["head"].any(1)).mean() < np.flatnonzero(parts["legs"].any(1)).mean()
    photograph = record("ann", photo)
    assert scene_regions(photograph) is None
    assert scene_parts(photograph) is None
    masks = make_masks(SceneMasks(), [picture])
    np.testing.assert_array_equal(mask_regions(masks)(picture)["person"], scene.mask_with_objects)
    assert mask_regions(masks)(photograph) is None


def test_what_is_carried_is_not_the_person():
    with pytest.raises(MaskError, match="no region"):
        person_of({"carried": np.ones((2, 2), bool)})
