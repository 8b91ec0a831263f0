"""Which bones hold a point: all of it, the near ones, smoothly."""

import numpy as np
import pytest

from probe.scenes.skeleton import BONES
from probe.scenes.skinning import KEPT, strongest, weights


@pytest.mark.parametrize("hold", ["top", "bottom", "skirt", "neck", "torso", "hand_r"])
def test_every_point_is_held_whole(bones, hold):
    points = bones.joint("pelvis") + np.random.default_rng(0).uniform(-0.4, 0.6, (300, 3))
    held = weights(bones, points, hold)
    assert held.shape == (300, len(BONES))
    assert held.min() >= 0
    np.testing.assert_allclose(held.sum(1), 1)


def test_a_sleeve_moves_with_its_arm_and_a_leg_with_its_calf(bones):
    wrist = bones.joint("hand_r")[None] - [[0, 0, -0.03]]
    assert BONES[int(weights(bones, wrist, "top").argmax())] == "forearm_r"
    ankle = bones.joint("foot_l")[None]
    assert BONES[int(weights(bones, ankle, "bottom").argmax())] == "calf_l"


def test_the_strongest_bones_are_kept_and_sum_to_one():
    full = np.random.default_rng(1).random((9, 17))
    full /= full.sum(1, keepdims=True)
    bones, share = strongest(full)
    assert bones.shape == (9, KEPT)
    np.testing.assert_allclose(share.sum(1), 1, rtol=1e-6)
    for row, kept in zip(full, bones, strict=True):
        assert set(kept) == set(np.argsort(-row)[:KEPT])
