"""Something before the person."""

import numpy as np
import pytest

from probe.transforms import chain_of


@pytest.mark.parametrize("side", ["bottom", "top", "left", "right"])
def test_an_object_hides_its_share_from_its_side(side, picture):
    chain = chain_of({"occlusion": {"share": 25, "side": side}})
    mask = np.ones((96, 40), bool)
    left = chain.change_mask(mask, "k")
    assert left.mean() == pytest.approx(0.75, abs=0.01)
    edges = {"bottom": left[-1], "top": left[0], "left": left[:, 0], "right": left[:, -1]}
    assert not edges[side].any()
    shown = chain.change(picture, "k")
    np.testing.assert_array_equal(shown[left], picture[left])
    assert (shown[~left] != picture[~left]).any(axis=1).mean() > 0.9


def test_another_person_comes_from_the_side(picture):
    chain = chain_of({"occlusion": {"share": 50, "by": "person", "side": "left"}})
    left = chain.change_mask(np.ones((96, 40), bool), "k")
    assert not left[40, 5:15].any()
    assert left[:, 25:].all()
    shown = chain.change(picture, "k")
    np.testing.assert_array_equal(shown[left], picture[left])


def test_every_picture_has_its_own_object(picture):
    chain = chain_of({"occlusion": {"share": 50}})
    colours = {tuple(chain.change(picture, f"{k}")[-5:].mean((0, 1)).round(-1)) for k in range(6)}
    assert len(colours) > 3
