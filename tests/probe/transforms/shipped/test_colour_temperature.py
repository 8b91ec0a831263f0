"""The colour of a light."""

import numpy as np
import pytest

from probe.transforms.light import light_of
from probe.transforms.shipped.colour_temperature import light_colour


def test_warm_light_is_red_and_cold_light_is_blue(changed, picture):
    grey = light_of(picture).mean(axis=(0, 1))
    warm, cold = (
        light_of(changed("colour_temperature", kelvin=k)).mean(axis=(0, 1)) / grey
        for k in (3000, 12000)
    )
    assert warm[0] > 1.1 > 0.6 > warm[2]
    assert cold[2] > 1.1 > 0.95 > cold[0]


def test_daylight_is_nearly_the_white_of_srgb():
    white = light_colour(6500.0)
    assert white / white.max() == pytest.approx([1, 1, 1], abs=0.06)


def test_the_parts_of_the_curve_meet():
    for kelvin in (2222.0, 4000.0):
        below, above = light_colour(kelvin - 0.5), light_colour(kelvin + 0.5)
        np.testing.assert_allclose(below, above, atol=0.01)
