import numpy as np
import pytest

from probe.scenes.identity import identity
from probe.scenes.lighting import harmonics, light, sphere
from probe.scenes.pose import Pose
from probe.scenes.randomness import stream, word
from probe.scenes.skeleton import skeleton
from probe.scenes.solids import Block, Cone, Ellipsoid, Loft, volume_of


def closed_volume(vertices, triangles):
    a, b, c = (vertices[triangles[:, k]].astype(float) for k in range(3))
    return np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6


@pytest.mark.parametrize(
    ("solid", "expected"),
    [
        (Ellipsoid(np.zeros(3), np.array([0.1, 0.15, 0.2])), 4 / 3 * np.pi * 0.1 * 0.15 * 0.2),
        (Cone(np.zeros(3), np.array([0, 0, 0.3]), 0.05), np.pi * 0.05**2 * (0.3 + 4 / 3 * 0.05)),
        (Block(np.zeros(3), np.array([0.1, 0.1, 0.1]), 0.001), 0.2**3),
        (
            Loft(
                np.zeros(3), np.array([0, 0, 0.4]), np.array([1.0, 0, 0]),
                np.array([(0, 0.1, 0.05, 0), (1, 0.1, 0.05, 0)]), 2.0, 0.001,
            ),
            np.pi * 0.1 * 0.05 * 0.4,
        ),
    ],
)  # fmt: skip
def test_surfaces_are_closed_and_hold_the_right_volume(solid, expected):
    vertices, triangles = volume_of([(solid, 0.01)], 0.006).surface()
    assert closed_volume(vertices, triangles) == pytest.approx(expected, rel=0.05)
    edges = np.sort(triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    _, counts = np.unique(edges, axis=0, return_counts=True)
    assert (counts == 2).all()


def test_carving_takes_away():
    volume = volume_of([(Block(np.zeros(3), np.full(3, 0.1), 0.01), 0.01)], 0.008)
    whole = closed_volume(*volume.surface())
    volume.carve(Ellipsoid(np.array([0, 0, 0.1]), np.full(3, 0.05)), 0.002)
    assert whole - closed_volume(*volume.surface()) == pytest.approx(
        2 / 3 * np.pi * 0.05**3, rel=0.1
    )


def test_harmonics_are_orthonormal():
    directions, _ = sphere(4000)
    values = harmonics(directions)
    assert np.allclose(values.T @ values * (4 * np.pi / 4000), np.eye(9), atol=5e-3)


def test_light_turns_with_the_body():
    place = light("A", 5)
    assert np.allclose(place.coefficients(0.0)[0], place.coefficients(1.0)[0], rtol=1e-3)


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


def test_streams_do_not_depend_on_pythons_hash():
    assert word("pose", 7) == 4118118240
    assert stream("pose", 7).integers(1000) == stream("pose", 7).integers(1000)
