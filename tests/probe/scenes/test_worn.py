"""Worn and carried things lie on the head, the back and the clothes."""

from dataclasses import replace

import numpy as np
import pytest

from probe.scenes.tops import Fabric, tops
from probe.scenes.worn import backpack, bag, glasses, helmet, scarf

GREY = (0.2, 0.2, 0.2)


@pytest.fixture(scope="module")
def clothes(person, bones):
    return tops(person, bones, "sweatshirt", Fabric("plain", GREY, GREY, 1))[1]


def test_a_helmet_sits_on_the_head(bones):
    vertices = helmet(bones).vertices
    assert np.abs(vertices[:, 0].mean() - bones.head_centre[0]) < 0.01
    assert vertices[:, 2].min() > bones.head_centre[2]
    assert np.ptp(vertices[:, 1]) > np.ptp(vertices[:, 0])  # the brim is longer in front


def test_a_backpack_hangs_behind_and_outside_the_clothes(person, bones, clothes):
    piece = backpack(person, bones, clothes)
    assert piece.vertices[:, 1].mean() < bones.joint("chest")[1] - 0.08
    assert np.mean(clothes.at(piece.vertices) < -0.02) < 0.05


@pytest.mark.parametrize("kind", ["shoulder", "crossbody"])
def test_a_bag_hangs_on_one_side(person, bones, clothes, kind):
    (piece,) = bag(replace(person, bag=kind, seed=3), bones, clothes)
    (other,) = bag(replace(person, bag=kind, seed=4), bones, clothes)
    assert piece.vertices[:, 0].mean() * other.vertices[:, 0].mean() < 0
    assert bag(replace(person, bag="none"), bones, clothes) == []


def test_glasses_and_scarf(person, bones, clothes):
    assert glasses(bones).vertices[:, 1].max() > bones.head_centre[1] + 0.08
    assert scarf(replace(person, seed=4), bones, clothes) == []
    (piece,) = scarf(replace(person, seed=6), bones, clothes)
    assert piece.part == "outerwear"
