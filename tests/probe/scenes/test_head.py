"""The head: ears at their keypoints, and details that differ from person to person."""

import numpy as np

from probe.scenes.head import face_material, head, head_frame
from probe.scenes.identity import identity
from probe.scenes.skeleton import KEYPOINTS


def test_the_face_is_where_the_keypoints_are(person, bones):
    piece = head(person, bones)
    for name in ("nose", "ear_r", "ear_l", "eye_r", "eye_l"):
        keypoint = bones.keypoints[KEYPOINTS.index(name)]
        assert np.linalg.norm(piece.vertices - keypoint, axis=1).min() < 0.025
    assert piece.part == "face"
    np.testing.assert_allclose(piece.texture, head_frame(bones).local(piece.vertices), atol=1e-5)


def test_faces_differ():
    looks = [face_material(identity(seed)) for seed in range(6)]
    assert len({tuple(look) for look in looks}) == 6


def test_places_of_a_head_go_there_and_back(bones):
    frame = head_frame(bones)
    place = frame.at(0.01, 0.02, 0.03)
    np.testing.assert_allclose(frame.local(place[None])[0], [0.01, 0.02, 0.03], atol=1e-6)
