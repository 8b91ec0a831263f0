"""Haze."""

import numpy as np
import pytest

from probe.transforms.light import light_of


def test_after_the_visibility_one_part_in_twenty_is_left(picture, changed):
    light = light_of(picture)
    fogged = light_of(changed("fog", visibility=40, distance=40, air=0.5))
    passed = float(np.exp(-3.0))
    assert passed == pytest.approx(0.05, abs=0.001)
    np.testing.assert_allclose(fogged, light * passed + 0.5 * (1 - passed), atol=0.005)


def test_far_sight_changes_nothing(picture, changed):
    clear = changed("fog", visibility=1_000_000, distance=1).astype(int)
    assert np.abs(clear - picture).max() <= 1
