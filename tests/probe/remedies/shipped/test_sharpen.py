"""Edges raised."""

import numpy as np

from probe.remedies.shipped.sharpen import spec


def test_an_edge_gets_a_darker_and_a_brighter_side():
    edge = np.full((96, 48, 3), 80, np.uint8)
    edge[:, 24:] = 160
    row = spec.change(edge)[48, :, 0]
    assert (row[0], row[-1]) == (80, 160)
    assert row[23] < 80
    assert row[24] > 160
