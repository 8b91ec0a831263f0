"""The options of cutting people out: what they make."""

from probe.frames.limits import Limits
from probe.frames.request import CroppingOptions


def test_limits_of_the_options():
    assert CroppingOptions().limits == Limits(0.3, 48, 16, 0.0)
    changed = CroppingOptions(least_score=0.5, least_height=9, least_width=8, least_sharpness=7.0)
    assert changed.limits == Limits(0.5, 9, 8, 7.0)
