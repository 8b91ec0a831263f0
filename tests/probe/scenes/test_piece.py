"""Materials as rows, smooth steps, and normals of a sphere."""

import numpy as np
import pytest

from probe.scenes.piece import CARRIED, MATERIAL_SIZE, MATERIALS, PARTS, material, normals_of, step
from probe.scenes.solids import Ellipsoid, volume_of


def test_a_material_row_says_its_kind_colours_and_details():
    row = material("denim", (0.1, 0.2, 0.3), gloss=0.4, details=(7.0, 8.0))
    assert len(row) == MATERIAL_SIZE
    assert MATERIALS[int(row[0])] == "denim"
    np.testing.assert_allclose(row[1:10], [0.1, 0.2, 0.3, 0.5, 0.5, 0.5, 0.4, 7, 8])
    assert set(CARRIED) < set(PARTS)


def test_a_step_is_flat_at_its_ends_and_a_half_in_the_middle():
    assert step(2.0, 4.0, np.array([1.0, 2.0, 3.0, 4.0, 9.0])).tolist() == [0, 0, 0.5, 1, 1]
    assert step(2.0, 4.0, np.array([2.5]))[0] == pytest.approx(
        1 - step(2.0, 4.0, np.array([3.5]))[0]
    )


def test_normals_of_a_sphere_point_away_from_its_centre():
    volume = volume_of([(Ellipsoid(np.zeros(3), np.full(3, 0.1)), 0.01)], 0.008)
    vertices, triangles = volume.surface()
    radial = vertices / np.linalg.norm(vertices, axis=1, keepdims=True)
    assert (np.einsum("ij,ij->i", normals_of(vertices, triangles), radial) > 0.97).all()
