"""Kernels, and what they do to light: against an independent convolution."""

import numpy as np
import pytest
from scipy import ndimage

from probe.transforms.spreading import disc, line, spread


@pytest.mark.parametrize(
    "kernel", [line(5.0, 0.0), line(7.3, 30.0), line(4.0, 90.0), disc(3.0), disc(11.7)]
)
def test_light_is_spread_as_scipy_does_and_none_is_lost(kernel):
    rng = np.random.default_rng(4)
    light = rng.random((40, 23, 3), dtype=np.float32)
    expected = np.stack(
        [ndimage.correlate(light[..., c], kernel[::1, ::1], mode="nearest") for c in range(3)], 2
    )
    np.testing.assert_allclose(kernel.sum(), 1, atol=1e-6)
    np.testing.assert_allclose(spread(light, kernel), expected, atol=2e-5)


def test_even_light_stays_even_also_under_a_kernel_larger_than_the_picture():
    light = np.full((6, 4, 3), 0.25, np.float32)
    np.testing.assert_allclose(spread(light, disc(30.0)), light, atol=1e-5)


def test_a_line_is_as_long_as_it_says():
    flat = line(9.0, 0.0)
    middle = flat.shape[0] // 2
    assert flat[middle].sum() == pytest.approx(1, abs=1e-6)
    assert flat[middle, middle - 3 : middle + 4] == pytest.approx(1 / 9, abs=2e-3)
    np.testing.assert_allclose(line(9.0, 90.0), flat.T, atol=1e-6)


def test_a_disc_has_the_area_of_its_diameter():
    kernel = disc(9.0)
    assert kernel[kernel.shape[0] // 2, kernel.shape[1] // 2] == pytest.approx(
        4 / (np.pi * 81), rel=0.03
    )
    np.testing.assert_allclose(kernel, kernel[::-1], atol=1e-6)
    np.testing.assert_allclose(kernel, kernel.T, atol=1e-6)
