"""Loops over a mesh: posing, light from around, shadows."""

import numpy as np
import pytest

from probe.scenes import mesh
from probe.scenes.lighting import bases


def test_vertices_move_with_the_bones_that_hold_them():
    vertices = np.array([[1, 0, 0], [1, 0, 0]], np.float32)
    normals = np.array([[1, 0, 0], [0, 0, 1]], np.float32)
    holders = np.array([[0, 1], [0, 1]], np.int8)
    share = np.array([[1, 0], [0.5, 0.5]], np.float32)
    moves = np.zeros((17, 3, 4), np.float32)
    moves[:, :, :3] = np.eye(3)
    moves[0] = [[0, -1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 2]]
    out, turned = np.empty_like(vertices), np.empty_like(normals)
    mesh.posed(vertices, normals, holders, share, moves, out, turned)
    np.testing.assert_allclose(out, [[0, 1, 2], [0.5, 0.5, 1]], atol=1e-6)
    np.testing.assert_allclose(turned, [[0, 1, 0], [0, 0, 1]], atol=1e-6)


def test_ambient_light_is_the_product_of_transfer_and_coefficients():
    rng = np.random.default_rng(0)
    light, coefficients = rng.random((5, 9)), rng.random((9, 3))
    out = np.full((5, 3), -1, np.float32)
    shown = np.array([0, 1, 3, 4], np.int32)
    mesh.ambient(light.astype(np.float32), coefficients.astype(np.float32), shown, out)
    np.testing.assert_allclose(out[shown], np.maximum(light @ coefficients, 0)[shown], rtol=1e-4)
    assert (out[2] == -1).all(), "what nothing shows is left alone"


def test_lamps_light_what_is_shown_and_everything_throws_shadows():
    above = np.array([[0, 0, 1.5], [0, 0, 0.2], [0.8, 0, 0.2]], np.float32)
    up = np.tile(np.array([0, 0, 1], np.float32), (3, 1))
    lamps = bases(np.array([[0.0, 0.0, 1.0]]))
    colours, maps = np.ones((1, 3), np.float32), np.empty((1, mesh.MAP, mesh.MAP), np.float32)
    everywhere, out = np.zeros((3, 3), np.float32), np.zeros((3, 3), np.float32)
    mesh.lamps(above, up, lamps, colours, np.arange(3, dtype=np.int32), maps, everywhere)
    assert everywhere[0, 0] == everywhere[2, 0] == 1
    assert everywhere[1, 0] < 1, "below the first vertex there is shadow"
    mesh.lamps(above, up, lamps, colours, np.array([1, 2], np.int32), maps, out)
    np.testing.assert_array_equal(out[1:], everywhere[1:])
    assert not out[0].any()


def test_a_map_sees_along_its_light():
    (basis,) = bases(np.array([[0.0, 0.0, 1.0]]))
    u, v, w = mesh.project(basis, 0.0, 0.0, 0.7)
    assert (u, v) == (mesh.MAP / 2, mesh.MAP / 2)
    assert w == pytest.approx(0.7)
    across = np.hypot(*np.subtract(mesh.project(basis, 0.3, 0.0, 0.7)[:2], mesh.MAP / 2))
    assert across == pytest.approx(0.3 / mesh.TEXEL, rel=1e-4)
