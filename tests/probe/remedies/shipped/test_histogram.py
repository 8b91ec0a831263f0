"""Brightness spread evenly."""

import numpy as np

from probe.remedies.shipped.histogram import spec


def test_a_dull_picture_fills_the_range_and_keeps_its_order():
    ramp = np.linspace(100, 130, 32).astype(np.uint8)[:, None, None].repeat(64, 1).repeat(3, 2)
    mended = spec.change(ramp)[:, 0, 0].astype(int)
    assert mended.min() < 10
    assert mended.max() > 245
    assert (np.diff(mended) >= 0).all()
