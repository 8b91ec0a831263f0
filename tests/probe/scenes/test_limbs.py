"""Hands at the wrists, shoes on the floor, either side for itself."""

import numpy as np

from probe.scenes.limbs import hands, shoes, sleeveless_arms


def test_hands_hang_from_their_wrists(person, bones):
    right, left = hands(person, bones)
    assert (right.hold, left.hold) == ("hand_r", "hand_l")
    for piece, bone in ((right, "hand_r"), (left, "hand_l")):
        away = np.linalg.norm(piece.vertices - bones.joint(bone), axis=1)
        assert away.min() < 0.03
        assert 0.15 < away.max() < 0.25


def test_shoes_stand_on_the_floor_and_point_forward(bones):
    grey = (0.2, 0.2, 0.2)
    for piece, bone in zip(shoes(bones, grey, grey), ("foot_r", "foot_l"), strict=True):
        ankle = bones.joint(bone)
        assert abs(piece.vertices[:, 2].min() - (ankle[2] - 0.085 * bones.scale)) < 0.01
        toes, heel = piece.vertices[:, 1].max() - ankle[1], ankle[1] - piece.vertices[:, 1].min()
        assert toes > 1.5 * heel


def test_bare_arms_reach_from_shoulder_to_wrist(person, bones):
    arms = sleeveless_arms(person, bones)
    for bone in ("upper_arm_r", "forearm_l", "hand_r"):
        assert np.linalg.norm(arms.vertices - bones.joint(bone), axis=1).min() < 0.08
