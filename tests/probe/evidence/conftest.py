"""What planted backbones see, and the figures they are shown."""

import numpy as np
import pytest

from probe.pictures.fitting import Fitting

SIZE = (32, 16)


@pytest.fixture
def fitting():
    return Fitting(SIZE, "stretch")


def histogram(channel):
    """Values of one channel, as a histogram without its place, zero not counted."""

    def of(picture):
        values = picture[..., channel]
        found, _ = np.histogram(values[values > 0.02], bins=16, range=(0.0, 1.0))
        return found / max(1, found.sum()) + 1e-6

    return of


@pytest.fixture
def sees_person(planted):
    """People are red, backgrounds blue: sees red alone."""
    return planted(histogram(0))


@pytest.fixture
def sees_background(planted):
    return planted(histogram(2))


@pytest.fixture
def figures():
    """`figures(n)`: pictures of red people before blue backgrounds, and their masks."""

    def make(count, size=(64, 32), seed=0):
        rng = np.random.default_rng(seed)
        pictures, masks = [], []
        for _ in range(count):
            mask = np.zeros(size, bool)
            left = int(rng.integers(6, 10))
            mask[4:60, left : left + 14] = True
            picture = np.zeros((*size, 3), np.uint8)
            red = rng.integers(60, 256, 2).repeat(28)[:, None]
            picture[4:60, left : left + 14, 0] = red
            blue = rng.integers(60, 256, 2).repeat(32)[:, None] * np.ones(size, np.int64)
            picture[..., 2] = np.where(mask, 0, blue)
            pictures.append(picture)
            masks.append(mask)
        return pictures, masks

    return make
