"""Joints that move with their picture."""

import numpy as np
import pytest

from probe.backbones._training.augmentations.joints import moved_into, with_places


@pytest.fixture
def joints():
    return np.array([[2, 3, 1], [4, 8, 1], [0, 0, 0]], np.float32)


def test_joints_move_into_a_box_with_their_picture(joints):
    """A picture of 4 x 8 comes to lie in a box of 8 x 8, 10 from the left and 20 from above."""
    moved = moved_into(joints, (4, 8), (10, 20, 18, 28))
    assert moved.tolist() == [[14, 23, 1], [18, 28, 1], [10, 20, 0]]
    assert joints[0].tolist() == [2, 3, 1], "the joints before are as they were"


def test_the_same_box_leaves_them_where_they_are(joints):
    assert np.array_equal(moved_into(joints, (4, 8), (0, 0, 4, 8)), joints)


def test_joints_outside_are_not_seen_any_more(joints):
    places = np.array([[0, 0], [4, 2], [1, 1]], np.float64)
    moved = with_places(joints, places, (4, 8))
    assert moved.dtype == np.float32
    assert moved[:, :2].tolist() == places.tolist()
    assert moved[:, 2].tolist() == [1, 0, 0], "column 4 is outside; the third was not seen before"


@pytest.mark.parametrize("place", [(-0.5, 1), (1, -0.5), (1, 8)])
def test_every_side_is_a_border(joints, place):
    assert with_places(joints[:1], np.array([place]), (4, 8))[0, 2] == 0
