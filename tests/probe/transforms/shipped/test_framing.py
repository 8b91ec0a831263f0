"""Boxes that do not fit."""

import numpy as np
import pytest

from probe.transforms import TransformError, chain_of


def framed(picture, **parameters):
    return chain_of({"framing": parameters}).change(picture, "k")


def test_cuts_are_shares_of_the_height(picture):
    np.testing.assert_array_equal(framed(picture, cut_feet=25), picture[:72])
    np.testing.assert_array_equal(framed(picture, cut_head=25), picture[24:])
    np.testing.assert_array_equal(framed(picture, cut_left=10), picture[:, 10:])
    np.testing.assert_array_equal(framed(picture, cut_right=10), picture[:, :30])


def test_a_moved_box_repeats_the_border(picture):
    moved = framed(picture, shift_down=25, shift_right=-10)
    assert moved.shape == picture.shape
    np.testing.assert_array_equal(moved[:72, 10:], picture[24:, :30])
    assert (moved[72:, 20] == picture[-1, 10]).all()


def test_a_larger_box_has_the_person_in_its_middle(picture):
    grown = framed(picture, scale=150)
    assert grown.shape == (144, 60, 3)
    np.testing.assert_array_equal(grown[24:120, 10:50], picture)
    shrunk = framed(picture, scale=50)
    np.testing.assert_array_equal(shrunk, picture[24:72, 10:30])


def test_at_least_a_pixel_is_left(picture):
    assert framed(picture[:2], cut_feet=50, cut_head=49).shape[0] == 1
    assert framed(picture, cut_left=60, cut_right=60).shape[1] == 1


def test_cuts_that_leave_nothing_are_refused():
    with pytest.raises(TransformError, match="cut_head and cut_feet leave nothing"):
        chain_of({"framing": {"cut_feet": 50, "cut_head": 50}})


def test_nobody_is_beyond_the_border():
    mask = chain_of({"framing": {"scale": 200}}).change_mask(np.ones((40, 20), bool), "k")
    assert mask.shape == (80, 40)
    assert mask.mean() == pytest.approx(0.25)
