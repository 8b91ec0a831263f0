"""A scene keeps everything that is known about it, and damage is noticed."""

import numpy as np
import pytest

from probe.scenes import KEYPOINTS, Scene


@pytest.fixture
def scene():
    rng = np.random.default_rng(0)
    mask = rng.random((7, 5)) < 0.5
    points = rng.normal(size=(len(KEYPOINTS), 2)).astype(np.float32)
    return Scene(
        image=rng.integers(0, 255, (7, 5, 3)).astype(np.uint8),
        mask=mask,
        mask_with_objects=mask | (rng.random((7, 5)) < 0.2),
        parts=rng.integers(0, 4, (7, 5)).astype(np.uint8),
        keypoints=points,
        visible=rng.random(len(KEYPOINTS)) < 0.5,
        parameters={"identity": 3, "crop": [1, 2, 3, 4]},
    )


@pytest.mark.parametrize("compress", [True, False])
def test_it_comes_back_from_its_picture_and_bytes(scene, compress):
    again = Scene.from_bytes(scene.image, scene.truth_bytes(compress=compress))
    for name in ("image", "mask", "mask_with_objects", "parts", "keypoints", "visible"):
        np.testing.assert_array_equal(getattr(again, name), getattr(scene, name))
    assert again.parameters == scene.parameters


def test_another_picture_and_damaged_bytes_are_noticed(scene):
    with pytest.raises(ValueError, match="differ in size"):
        Scene.from_bytes(scene.image[1:], scene.truth_bytes())
    with pytest.raises((ValueError, OSError)):
        Scene.from_bytes(scene.image, b"nothing of the kind")


def test_nobody_changes_a_scene(scene):
    with pytest.raises(ValueError, match="read-only"):
        scene.mask[0, 0] = True
