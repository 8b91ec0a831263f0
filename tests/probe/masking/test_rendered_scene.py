"""The scene behind a rendered picture, out of the cache or rendered again."""

import numpy as np
import pytest

from probe.errors import MaskError
from probe.masking.rendered_scene import scene_of
from probe.scenes import SceneRecipe
from probe.wording import Message


def test_the_scene_of_a_picture_is_the_one_that_was_rendered(rendered):
    record, scene = rendered(SceneRecipe(identity=2, distance=8.0))
    again = scene_of(record)
    np.testing.assert_array_equal(again.image, scene.image)
    np.testing.assert_array_equal(again.mask_with_objects, scene.mask_with_objects)
    np.testing.assert_array_equal(again.keypoints, scene.keypoints)


def test_a_photograph_has_no_scene_and_the_hint_names_what_it_can_have(record, photo):
    with pytest.raises(MaskError, match="only for rendered") as caught:
        scene_of(record("ann", photo))
    assert caught.value.place == "ann.jpg"
    assert caught.value.reason == Message("reason-mask-not-rendered")
    assert "grabcut" in caught.value.hint
