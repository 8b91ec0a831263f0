"""Crops of noise, and masks of a person and of what is less and more than one."""

import numpy as np
import pytest

SIZE = (120, 48)


@pytest.fixture
def crop():
    """`crop(seed)`: noise of 120x48."""
    return lambda seed=0: np.random.default_rng(seed).integers(0, 256, (*SIZE, 3), dtype=np.uint8)


def block(top, bottom):
    mask = np.zeros(SIZE, bool)
    mask[top:bottom, 14:34] = True
    return mask


@pytest.fixture
def person():
    """The mask of someone who fills the crop."""
    return block(6, 116)


@pytest.fixture
def shirt():
    """The mask of a garment."""
    return block(30, 60)


@pytest.fixture
def everything():
    """The mask of the whole crop."""
    return np.ones(SIZE, bool)
