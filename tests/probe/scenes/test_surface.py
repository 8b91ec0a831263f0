"""Patterns close up: stripes alternate, denim fades, soles differ from uppers."""

import numpy as np

from probe.scenes import surface
from probe.scenes.compiled import compiled
from probe.scenes.piece import MATERIALS, material

RED, BLUE = (0.5, 0.05, 0.05), (0.05, 0.05, 0.5)


@compiled
def _cloth(kind: int, z: np.ndarray, row: np.ndarray, out: np.ndarray) -> None:
    for n in range(z.shape[0]):
        out[n, 0], out[n, 1], out[n, 2] = row[1], row[2], row[3]
        surface.cloth(kind, 0.1, 0.1, z[n], row, out[n])


@compiled
def _shoe(z: np.ndarray, row: np.ndarray, out: np.ndarray) -> None:
    for n in range(z.shape[0]):
        out[n, 0], out[n, 1], out[n, 2] = row[1], row[2], row[3]
        surface.shoe(0.03, 0.0, z[n], row, out[n])


def test_stripes_alternate_between_two_colours_and_plain_cloth_does_not():
    heights = np.linspace(0.1, 0.5, 200)
    out = np.empty((200, 3), np.float32)
    bare = (0.075, 3.0, 0.0, -9.0, 0.0, -9.0)
    for kind, expected in (("stripes", True), ("plain", False)):
        _cloth(MATERIALS.index(kind), heights, material(kind, RED, BLUE, details=bare), out)
        assert (out[:, 2] > out[:, 0]).any() == expected
        assert (out[:, 0] > out[:, 2]).any()


def test_the_sole_of_a_shoe_has_its_own_colour():
    out = np.empty((2, 3), np.float32)
    _shoe(np.array([0.006, 0.04]), material("shoe", RED, BLUE), out)
    assert out[0, 2] > out[0, 0]
    assert out[1, 0] > out[1, 2]
