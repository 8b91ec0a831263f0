"""Bones keep their lengths and their places."""

import numpy as np
import pytest

from probe.scenes.identity import identity
from probe.scenes.pose import Pose
from probe.scenes.skeleton import BONES, KEYPOINTS, PARENTS, skeleton, turn


def test_the_rest_pose_moves_nothing():
    bones = skeleton(identity(3))
    rest = Pose(abduction=(12.0, 12.0), toe_out=(0.0, 0.0), knee=(0.0, 0.0))
    rotation, shift = bones.placed(rest)
    assert np.allclose(rotation, np.eye(3))
    assert np.allclose(shift, 0)


def test_bending_the_elbow_keeps_the_length_of_the_forearm():
    bones = skeleton(identity(3))
    for angle in (14.0, 60.0, 90.0):
        rotation, shift = bones.placed(Pose(elbow=(angle, angle)))
        points = bones.posed_keypoints(rotation, shift)
        length = np.linalg.norm(points[4] - points[3])
        assert length == pytest.approx(np.linalg.norm(bones.keypoints[4] - bones.keypoints[3]))


def test_people_are_as_tall_as_they_are_said_to_be():
    for seed in (1, 2, 8):
        person = identity(seed)
        bones = skeleton(person)
        eyes = bones.keypoints[KEYPOINTS.index("eye_r"), 2]
        assert 0.87 < eyes / person.height < 0.97
        assert bones.joint("pelvis")[2] == pytest.approx(0.513 * person.height * person.legs)
    assert len(BONES) == len(PARENTS) == 17


@pytest.mark.parametrize("axis", ["x", "y", "z"])
def test_turns_are_rotations(axis):
    made = turn(axis, 37.0)
    np.testing.assert_allclose(made @ made.T, np.eye(3), atol=1e-12)
    assert np.trace(made) == pytest.approx(1 + 2 * np.cos(np.radians(37)))
