"""The noise of a night."""

import numpy as np
import pytest

from probe.transforms.light import light_of
from probe.transforms.shipped.low_light import ELECTRONS_PER_LUX, LowLight


@pytest.mark.parametrize("lux", [10, 100])
def test_noise_is_that_of_counted_electrons(lux):
    grey = np.full((200, 200, 3), 188, np.uint8)  # half of white's light
    light = light_of(LowLight(lux=lux).change(grey, np.random.default_rng(1)))
    white = lux * ELECTRONS_PER_LUX
    assert light.mean() == pytest.approx(light_of(grey).mean(), rel=0.02)
    expected = np.sqrt(0.5029 * white + 9) / white
    assert light.std() == pytest.approx(expected, rel=0.05)


def test_read_noise_is_what_is_left_in_the_dark():
    black = np.zeros((50, 50, 3), np.uint8)
    quiet = LowLight(lux=1, read_noise=0).change(black, np.random.default_rng(1))
    assert not quiet.any()
    assert LowLight(lux=1).change(black, np.random.default_rng(1)).any()
