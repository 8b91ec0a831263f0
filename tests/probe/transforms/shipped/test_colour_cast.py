"""Gains of channels."""

import numpy as np

from probe.transforms.light import light_of


def test_a_channel_is_changed_and_the_others_stay(picture, changed):
    cast = changed("colour_cast", blue=-1.0)
    np.testing.assert_array_equal(cast[..., :2], picture[..., :2])
    np.testing.assert_allclose(light_of(cast)[..., 2], light_of(picture)[..., 2] / 2, atol=0.004)
