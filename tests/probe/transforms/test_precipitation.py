"""Streaks and flakes cover what is asked for."""

import itertools

import numpy as np
import pytest

from probe.transforms.precipitation import covered, flake, streak, veiled


@pytest.mark.parametrize("share", [0.05, 0.3])
def test_so_much_is_covered(share):
    cover = covered((120, 50), itertools.repeat(flake(3.0)), share, np.random.default_rng(1))
    assert cover.mean() == pytest.approx(share, abs=0.01)
    assert cover.min() >= 0
    assert cover.max() <= 1


def test_more_adds_to_less():
    less, more = (
        covered((90, 40), itertools.repeat(streak(8.0, 1.0, 5.0)), share, np.random.default_rng(2))
        for share in (0.1, 0.3)
    )
    assert (more >= less - 1e-6).all()


def test_a_streak_stands_upright_and_slants_to_the_right_below():
    upright = streak(10.0, 1.0, 0.0)
    assert upright.sum() == pytest.approx(10, rel=0.25)
    assert upright.sum(axis=1).astype(bool).sum() >= 9
    slanted = streak(20.0, 1.0, 30.0)
    top, bottom = (np.flatnonzero(row).mean() for row in (slanted[4], slanted[-5]))
    assert bottom > top


def test_a_veil_shows_its_light_where_it_is_opaque():
    picture = np.zeros((2, 2, 3), np.uint8)
    cover = np.array([[0, 1], [0, 0.5]], np.float32)
    shown = veiled(picture, cover, 1.0, light=1.0)
    assert shown[:, :, 0].tolist() == [[0, 255], [0, 188]]
