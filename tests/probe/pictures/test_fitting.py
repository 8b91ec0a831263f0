"""Pictures are brought to the input size of a backbone."""

import numpy as np
import pytest

from probe.pictures.fitting import Fitting, fit_picture, inner_size


def pattern(height=20, width=12):
    rng = np.random.default_rng(3)
    return rng.integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_letterbox_at_the_papers_size_is_the_papers_picture():
    tall = np.full((200, 40, 3), 7, np.uint8)
    fitted = fit_picture(tall, Fitting((384, 128)))
    assert fitted.shape == (384, 128, 3)
    width = round(40 * 384 / 200)
    left = (128 - width) // 2
    assert (fitted[:, left : left + width] == 7).all()
    assert (fitted[:, :left] == 128).all()
    assert (fitted[:, left + width :] == 128).all()


def test_stretch_fills_the_frame():
    assert (fit_picture(np.full((9, 90, 3), 7, np.uint8), Fitting((64, 32), "stretch")) == 7).all()


def test_shrinking_is_antialiased():
    """Every pixel of a reduced picture is a weighted mean of all it covers (triangle filter)."""
    fine = np.zeros((80, 40, 3), np.uint8)
    fine[::2] = 255
    fitted = fit_picture(fine, Fitting((10, 5), "stretch"))
    assert np.abs(fitted.astype(int) - 127).max() <= 6


def test_shrinking_equals_the_triangle_filter_in_float64():
    picture = pattern(60, 20)
    fitted = fit_picture(picture, Fitting((15, 5), "stretch")).astype(float)
    expected = picture.astype(float)
    for axis, (old, new) in enumerate(((60, 15), (20, 5))):
        scale = old / new
        centres = (np.arange(new) + 0.5) * scale
        distance = np.abs(np.arange(old) + 0.5 - centres[:, None]) / scale
        weights = np.clip(1 - distance, 0, None)
        weights /= weights.sum(axis=1, keepdims=True)
        expected = np.moveaxis(np.tensordot(weights, expected, (1, axis)), 0, axis)
    assert np.abs(fitted - expected).max() <= 1.01


@pytest.mark.parametrize("size", [(1, 1), (1, 1000), (1000, 1), (384, 128), (3, 7)])
def test_inner_size_fits_and_touches_the_frame(size):
    height, width = inner_size(size, (256, 128))
    assert 1 <= height <= 256
    assert 1 <= width <= 128
    assert height == 256 or width == 128
