"""The last digit of a product is the same in whatever block it is made."""

import numpy as np
import pytest

from probe.comparison.tiled_products import TILE, tiled_products

COSINES = (-1.0, 1.0)


@pytest.mark.parametrize("length", [512, 333, 2])
def test_a_product_has_the_same_last_digit_in_every_block(length):
    rng = np.random.default_rng(length)
    vectors = rng.normal(size=(400, length))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    left, right = vectors[:250], vectors[250:]
    whole = tiled_products(left, right, COSINES)
    assert whole.flags.c_contiguous
    np.testing.assert_allclose(whole, left @ right.T, rtol=0, atol=1e-15)
    np.testing.assert_array_equal(tiled_products(right, left, COSINES).T, whole)
    everything = tiled_products(vectors, vectors, COSINES)
    np.testing.assert_array_equal(everything[:250, 250:], whole)
    for rows, columns in ((TILE, TILE), (1, 150), (250, 1), (37, 13), (5, 3), (249, 149)):
        first, second = rng.integers(0, 251 - rows), rng.integers(0, 151 - columns)
        part = slice(first, first + rows), slice(second, second + columns)
        found = tiled_products(left[part[0]], right[part[1]], COSINES)
        np.testing.assert_array_equal(found, whole[part])


def test_products_stay_within_their_limits():
    vectors = np.full((3, 4), 0.6)
    assert (tiled_products(vectors, vectors, COSINES) == 1.0).all()
    assert (tiled_products(vectors, -vectors, COSINES) == -1.0).all()
    assert tiled_products(vectors[:0], vectors, COSINES).shape == (0, 3)
