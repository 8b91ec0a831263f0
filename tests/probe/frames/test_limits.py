"""Crops that are too small or too blurred have no picture, and the reason is stated."""

import numpy as np
import pytest

from probe.frames.limits import Limits, sharpness

NOISE = np.random.default_rng(1).integers(0, 256, (60, 30, 3), dtype=np.uint8)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(0, 60, 30, 0), ""),
        (Limits(0, 61, 30, 0), "small"),
        (Limits(0, 60, 31, 0), "small"),
        (Limits(0, 1, 1, 100), ""),
        (Limits(0, 1, 1, 1e6), "blurred"),
    ],
)
def test_reasons(limits, reason):
    assert limits.reason(NOISE) == reason


def test_a_covered_lens_shows_nobody():
    flat = np.full((60, 30, 3), (20, 90, 3), np.uint8)
    assert Limits(0, 1, 1, 0).reason(flat) == "one-colour"
    assert Limits(0, 61, 1, 0).reason(flat) == "small"


def test_sharpness_falls_with_blur():
    blurred = (NOISE[:-1].astype(int) + NOISE[1:]) // 2
    assert sharpness(NOISE) > 2 * sharpness(blurred.astype(np.uint8)) > 0
    assert sharpness(np.full((9, 9, 3), 80, np.uint8)) == pytest.approx(0, abs=1e-12)
    assert sharpness(NOISE[:2]) == 0
    spot = np.zeros((3, 4, 3), np.uint8)
    spot[1, 1] = 10  # the two inner pixels give -4 and 1 times its grey
    assert sharpness(spot) == pytest.approx(25.0**2)
