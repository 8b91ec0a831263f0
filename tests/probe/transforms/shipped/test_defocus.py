"""A point out of focus."""

import numpy as np
import pytest

from probe.transforms.light import light_of
from probe.transforms.shipped.defocus import Defocus

CHANCE = np.random.default_rng(0)


def test_a_point_becomes_a_disc_of_so_many_centimetres():
    picture = np.zeros((175, 61, 3), np.uint8)
    picture[80:83, 28:31] = 255
    light = light_of(Defocus(disc=10).change(picture, CHANCE))[..., 0]
    assert (light > light.max() / 2).sum() == pytest.approx(np.pi * 25, rel=0.15)


def test_a_disc_of_a_part_of_a_pixel_changes_nothing(picture):
    np.testing.assert_array_equal(Defocus(disc=0.1).change(picture, CHANCE), picture)
