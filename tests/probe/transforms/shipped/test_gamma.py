"""Another tone curve."""

import numpy as np

from probe.transforms.shipped.gamma import Gamma

CHANCE = np.random.default_rng(0)


def test_black_and_white_stay_and_the_middle_follows_the_power():
    picture = np.array([[[0, 128, 255]]], np.uint8)
    assert Gamma(exponent=2.0).change(picture, CHANCE).tolist() == [[[0, 64, 255]]]
    assert Gamma(exponent=0.5).change(picture, CHANCE).tolist() == [[[0, 181, 255]]]
