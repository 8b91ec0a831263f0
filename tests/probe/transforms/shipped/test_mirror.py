"""Left and right exchanged."""

import numpy as np

from probe.transforms import chain_of


def test_twice_mirrored_is_as_taken(picture):
    mirror = chain_of({"mirror": {}})
    once = mirror.change(picture, "k")
    np.testing.assert_array_equal(once[:, 0], picture[:, -1])
    np.testing.assert_array_equal(mirror.change(once, "k"), picture)
