"""A grey mean."""

import numpy as np

from probe.remedies.shipped.grey_world import spec
from probe.transforms.light import light_of


def test_the_means_of_the_channels_become_equal():
    draw = np.random.default_rng(0).integers(20, 120, (32, 16, 3)) * np.array([1.0, 0.7, 0.4])
    means = light_of(spec.change(draw.astype(np.uint8))).mean((0, 1))
    np.testing.assert_allclose(means / means.mean(), 1, atol=0.05)


def test_what_is_grey_stays():
    grey = np.full((4, 4, 3), 90, np.uint8)
    np.testing.assert_array_equal(spec.change(grey), grey)
