"""Noise averaged away."""

import numpy as np

from probe.remedies.shipped import denoise


def test_an_even_wall_with_noise_becomes_more_even():
    noise = np.random.default_rng(1).normal(0, 8, (48, 24, 3))
    wall = np.clip(np.array([160, 120, 80]) + noise, 0, 255).astype(np.uint8)
    mended = denoise.spec.change(wall)
    assert mended.std((0, 1)).max() < 0.5 * wall.std((0, 1)).min()
    np.testing.assert_allclose(mended.mean((0, 1)), [160, 120, 80], atol=4)


def test_without_opencv_it_says_what_to_install(remedy_case, monkeypatch):
    assert denoise.spec.why_not(remedy_case()) is None
    monkeypatch.setattr(denoise, "find_spec", lambda name: None)
    assert denoise.spec.why_not(remedy_case()).id == "remedy-without-opencv"
