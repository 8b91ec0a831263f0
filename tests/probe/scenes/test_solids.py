import numpy as np
import pytest

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
