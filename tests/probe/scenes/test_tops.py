"""Top garments: what is open shows what is below, what is short ends above the elbow."""

import numpy as np
import pytest

from probe.scenes.tops import CUTS, OPEN, Fabric, tops

RED, BLUE = (0.5, 0.05, 0.05), (0.05, 0.05, 0.5)


def made(person, bones, kind):
    return tops(person, bones, kind, Fabric("plain", RED, BLUE, 7))


@pytest.mark.parametrize("kind", ["sweatshirt", "open-jacket"])
def test_pieces_are_surfaces_of_their_colours(person, bones, kind):
    pieces, volume = made(person, bones, kind)
    for piece in pieces:
        assert piece.triangles.max() == len(piece.vertices) - 1
    shown = {max(range(3), key=piece.material[1:4].__getitem__) for piece in pieces}
    assert shown == ({0, 2} if kind in OPEN else {0})
    middle = bones.joint("chest")[None]
    assert volume.at(middle)[0] < 0


def test_long_sleeves_reach_the_wrist_and_short_ones_do_not(person, bones):
    near = {}
    for kind in ("t-shirt", "sweatshirt"):
        (piece, *_), _ = made(person, bones, kind)
        away = np.linalg.norm(piece.vertices - bones.joint("hand_r"), axis=1)
        near[kind] = np.count_nonzero(away < 0.06)
    assert near["sweatshirt"] > 2 * near["t-shirt"]
    assert CUTS["t-shirt"].short
