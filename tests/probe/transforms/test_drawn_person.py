"""The figure before a person."""

import numpy as np
import pytest

from probe.transforms.drawn_person import drawn_person


@pytest.mark.parametrize("side", ["left", "right"])
def test_it_reaches_as_far_as_it_says_from_its_side(side):
    cover, colours = drawn_person(200, 90, 50, side, np.random.default_rng(3))
    columns = np.flatnonzero(cover.any(0))
    reached = columns.max() + 1 if side == "left" else 90 - columns.min()
    assert reached == pytest.approx(45, abs=1)
    assert cover.any(1).all()
    assert colours.shape == (200, 90, 3)


def test_trunk_and_legs_have_colours_of_their_own():
    cover, colours = drawn_person(200, 90, 60, "left", np.random.default_rng(5))
    trunk, legs = (colours[row][cover[row]].mean(0) for row in (80, 160))
    assert np.abs(trunk - legs).max() > 20
