"""Blur taken back."""

import numpy as np

from probe.remedies.shipped.deblur import spec
from probe.transforms import chain_of


def test_a_blurred_edge_becomes_steeper():
    edge = np.full((96, 48, 3), 60, np.uint8)
    edge[:, 24:] = 180
    blurred = chain_of({"defocus": {"disc": 8.0}}).change(edge, "one")
    steepest = [np.diff(one[48, :, 0].astype(int)).max() for one in (blurred, spec.change(blurred))]
    assert steepest[1] > 1.2 * steepest[0]
