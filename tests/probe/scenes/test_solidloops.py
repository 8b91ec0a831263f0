"""Loops of solids: joining, sampling between grid points, surfaces of any field."""

import numpy as np
import pytest

from probe.scenes import solidloops


def test_joining_is_the_nearer_one_with_a_smooth_seam():
    assert solidloops.join(0.3, 0.1, 0.02) == pytest.approx(0.1)
    assert solidloops.join(0.1, 0.1, 0.02) < 0.1
    assert solidloops.join(0.2, 0.1, 0.05) == solidloops.join(0.1, 0.2, 0.05)


def test_samples_between_grid_points_are_linear():
    axes = np.meshgrid(*[np.arange(6) * 0.1] * 3, indexing="ij")
    field = (2 * axes[0] - axes[1] + 0.5 * axes[2]).astype(np.float32)
    points = np.random.default_rng(0).uniform(0.05, 0.4, (50, 3)).astype(np.float32)
    out = np.empty(50, np.float32)
    solidloops.sample(field, np.array([0, 0, 0, 0.1]), points, out)
    np.testing.assert_allclose(out, points @ np.float32([2, -1, 0.5]), atol=1e-5)


def test_the_surface_of_a_sphere_lies_on_it_and_faces_outwards():
    axes = np.meshgrid(*[np.arange(20) * 0.1 - 0.95] * 3, indexing="ij")
    field = np.sqrt(sum(axis**2 for axis in axes)) - 0.6
    vertices, triangles = solidloops.surface(
        field.astype(np.float32), np.array([-0.95, -0.95, -0.95, 0.1])
    )
    np.testing.assert_allclose(np.linalg.norm(vertices, axis=1), 0.6, atol=0.02)
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    assert (np.einsum("ij,ij->i", np.cross(b - a, c - a), a) > 0).all()
