"""L1 and SSIM against independent values."""

import numpy as np
import pytest

from probe.backbones.fdgan.picture_figures import l1, ssim, ssim_map


@pytest.fixture
def two():
    drawn = np.random.default_rng(0)
    first = drawn.integers(0, 256, (2, 40, 24, 3), dtype=np.uint8)
    second = np.clip(first + drawn.normal(0, 30, first.shape), 0, 255).astype(np.uint8)
    return first, second


def test_equal_pictures(two):
    first, _ = two
    assert l1(first, first).tolist() == [0, 0]
    np.testing.assert_allclose(ssim(first, first), 1)


def test_l1_is_a_share_of_the_range():
    black, white = np.zeros((1, 8, 8, 3), np.uint8), np.full((1, 8, 8, 3), 255, np.uint8)
    assert l1(black, white) == 1
    assert l1(white, black) == 1


def test_ssim_of_one_window_is_its_formula(two):
    """In the middle of a picture, away from borders, by the plain definition."""
    first, second = (side.astype(float)[0, :, :, 0] for side in two)
    offsets = np.arange(-5, 6)
    line = np.exp(-(offsets**2) / (2 * 1.5**2))
    window = np.outer(line, line) / line.sum() ** 2
    rows, columns = slice(15, 26), slice(6, 17)
    x, y = first[rows, columns], second[rows, columns]
    mean_x, mean_y = (window * x).sum(), (window * y).sum()
    var_x, var_y = (window * (x - mean_x) ** 2).sum(), (window * (y - mean_y) ** 2).sum()
    both = (window * (x - mean_x) * (y - mean_y)).sum()
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    value = (2 * mean_x * mean_y + c1) * (2 * both + c2)
    value /= (mean_x**2 + mean_y**2 + c1) * (var_x + var_y + c2)
    assert 0 < value < 1
    np.testing.assert_allclose(ssim_map(*two)[0, 20, 11, 0], value)
    assert ssim(*two)[0] > ssim(two[0], two[1][::-1])[0]
