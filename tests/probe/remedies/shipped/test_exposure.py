"""Every picture at the same mean brightness."""

import numpy as np
import pytest

from probe.remedies.shipped.exposure import LUMINANCE, MEAN_LIGHT, spec
from probe.transforms.light import light_of


@pytest.mark.parametrize("grey", [24, 60, 140])
def test_the_mean_light_is_that_of_a_well_exposed_picture(grey):
    draw = np.random.default_rng(0).integers(0.5 * grey, 1.5 * grey, (32, 16, 3))
    mended = spec.change(draw.astype(np.uint8))
    assert (light_of(mended) @ LUMINANCE).mean() == pytest.approx(MEAN_LIGHT, rel=0.1)


def test_a_black_picture_stays_black():
    assert not spec.change(np.zeros((4, 4, 3), np.uint8)).any()
