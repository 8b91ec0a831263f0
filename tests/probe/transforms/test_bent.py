"""Pixels taken from other places."""

import numpy as np

from probe.transforms.bent import bent, bent_mask


def places(height, width, down=0.0, across=0.0):
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    return rows + np.float32(down), columns + np.float32(across)


def test_its_own_places_leave_a_picture_as_it_is(picture):
    np.testing.assert_array_equal(bent(picture, *places(96, 40)), picture)


def test_between_pixels_is_their_mean_and_outside_is_the_border():
    picture = np.array([[0, 100, 200]], np.uint8)[:, :, None].repeat(3, axis=2)
    assert bent(picture, *places(1, 3, across=0.5))[0, :, 0].tolist() == [50, 150, 200]
    assert bent(picture, *places(1, 3, across=-5))[0, :, 0].tolist() == [0, 0, 0]


def test_nobody_is_outside():
    mask = np.ones((3, 3), bool)
    assert bent_mask(mask, *places(3, 3, down=2)).sum() == 3
