"""A small picture, and what a transform makes of it."""

import numpy as np
import pytest

from probe.transforms import chain_of


def draw_picture(height=96, width=40):
    """Smooth colours with a bright box in the middle: `uint8 (h, w, 3)`."""
    down = np.linspace(30, 200, height)[:, None, None]
    across = np.linspace(-20, 20, width)[None, :, None]
    picture = down + across + np.array([0.0, 20.0, -20.0])
    picture[height // 3 : 2 * height // 3, width // 3 : 2 * width // 3] = (230, 60, 40)
    return np.clip(picture, 0, 255).astype(np.uint8)


@pytest.fixture
def picture():
    """96 x 40 pixels."""
    return draw_picture()


@pytest.fixture
def changed(picture):
    """The function that gives the picture after a transform: `changed("jpeg", quality=5)`."""

    def change(name, key="a picture", **parameters):
        return chain_of({name: parameters}).change(picture, key)

    return change
