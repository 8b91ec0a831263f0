"""The eraser as meant, and with the official code's two slips."""

import numpy as np
import pytest
from PIL import Image

from probe.backbones.fdgan.erasing import EraseWithNoise


def erased(official, count=400):
    """Bounding box (left, top, right, bottom) of what changed, or None, picture by picture."""
    step = EraseWithNoise(
        step="erase_with_noise", probability=0.5, area=(0.02, 0.2), aspect=(0.3, 3.33),
        official=official,
    )  # fmt: skip
    given = Image.fromarray(np.zeros((64, 32, 3), np.uint8))
    drawn = np.random.default_rng(1)
    return [step.picture(given, drawn).convert("L").getbbox() for _ in range(count)]


@pytest.mark.parametrize(("official", "share"), [(False, 0.5), (True, 0.75)])
def test_how_often(official, share):
    boxes = erased(official)
    assert abs(sum(box is not None for box in boxes) / len(boxes) - share) < 0.07


def test_the_official_place_is_the_size_of_the_rectangle():
    for box in filter(None, erased(official=True)):
        left, top, right, bottom = box
        assert right - left <= left + 1
        assert bottom - top <= top + 1


def test_as_meant_it_lies_anywhere():
    boxes = np.array([box for box in erased(official=False) if box])
    assert boxes[:, 0].min() == 0
    assert boxes[:, 1].min() == 0
    assert boxes[:, 2].max() == 32
    assert boxes[:, 3].max() == 64
