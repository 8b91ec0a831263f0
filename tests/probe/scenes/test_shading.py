"""The shading loop on single triangles: light adds up, gloss shines, nothing is drawn beside."""

import numpy as np
import pytest

from probe.scenes.piece import material
from probe.scenes.shading import shade


def shaded(light, look, eye=(0.0, 0.0, 5.0), lamp=(0.0, 0.0, 1.0)):
    places = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], np.float32)
    normals = np.tile(np.float32([0, 0, 1]), (3, 1))
    out, parts = np.zeros((1, 2, 3), np.float32), np.zeros((1, 2), np.uint8)
    shade(
        np.array([[0, -1]], np.int32),
        np.full((1, 2, 2), 0.25, np.float32),
        np.array([[0, 1, 2]], np.int32),
        (places, normals, np.zeros((3, 3), np.float32), np.asarray(light, np.float32)),
        (np.zeros(3, np.uint8), np.full(3, 5, np.uint8)),
        look[None],
        (np.float32([lamp]), np.ones((1, 3), np.float32), np.float32([eye])),
        out,
        parts,
    )
    return out, parts


def test_colour_is_albedo_times_the_light_of_the_corners():
    light = np.array([[1.0, 1, 1], [2, 2, 2], [3, 3, 3]])
    dull = material("hard", (0.2, 0.4, 0.6))
    out, parts = shaded(light, dull)
    mixed = 0.5 * 1 + 0.25 * 2 + 0.25 * 3
    np.testing.assert_allclose(out[0, 0] / mixed, [0.2, 0.4, 0.6], rtol=0.02)
    assert parts.tolist() == [[5, 0]]
    assert (out[0, 1] == 0).all()


def test_a_glossy_surface_shines_towards_the_lamp_only():
    light = np.ones((3, 3))
    glossy, dull = material("hard", (0.2, 0.2, 0.2), gloss=0.8), material("hard", (0.2, 0.2, 0.2))
    towards, beside = shaded(light, glossy)[0], shaded(light, glossy, lamp=(1.0, 0.0, 0.05))[0]
    assert towards[0, 0, 0] > beside[0, 0, 0] + 0.01
    assert beside[0, 0, 0] == pytest.approx(shaded(light, dull)[0][0, 0, 0], abs=0.01)
