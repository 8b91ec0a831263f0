"""Movement while the shutter is open."""

import numpy as np
import pytest

from probe.transforms.light import light_of
from probe.transforms.shipped.motion_blur import MotionBlur

CHANCE = np.random.default_rng(0)


def point(height=175, width=61):
    """A white point before black, a pixel a centimetre."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[87, 30] = 255
    return picture


@pytest.mark.parametrize(("angle", "axis"), [(0.0, 0), (90.0, 1)])
def test_a_point_becomes_a_line_of_speed_times_time(angle, axis):
    blurred = light_of(MotionBlur(exposure=100, speed=1.5, angle=angle).change(point(), CHANCE))
    along = blurred[..., 0].sum(axis=axis)
    assert (along > 0.02).sum() == pytest.approx(15, abs=1)
    assert blurred[..., 0].sum() == pytest.approx(1, abs=0.05)


def test_less_than_a_part_of_a_pixel_changes_nothing(picture):
    same = MotionBlur(exposure=0.01).change(picture, CHANCE)
    np.testing.assert_array_equal(same, picture)
