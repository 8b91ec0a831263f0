"""A part of the enlarged picture, with its mask and its joints."""

import numpy as np
import pytest
from PIL import Image
from pydantic import ValidationError

from probe.backbones._training.augmentation import drawn_for
from probe.backbones._training.augmentations.enlarged_crop import EnlargedCrop
from probe.backbones._training.augmentations.step import Sample


def step(size=(8, 4), enlarged=(12, 6)):
    return EnlargedCrop(
        step="enlarged_crop", size=size, enlarged=enlarged, interpolation="bilinear"
    )


def test_all_places_are_drawn_and_the_whole_moves_together():
    """Every pixel of an unscaled picture tells its place; mask and joint move with it."""
    rows, columns = np.mgrid[:12, :6].astype(np.uint8)
    picture = Image.fromarray(np.stack([rows, columns, rows * 0], axis=2))
    mask = Image.fromarray((255 * ((rows == 5) & (columns == 3))).astype(np.uint8))
    joints = np.array([[3, 5, 1], [0, 0, 1]], np.float32)
    seen = set()
    for number in range(200):
        moved = step().apply(Sample(picture, mask, joints), drawn_for(0, 0, (number,)))
        part = np.asarray(moved.picture)
        assert part.shape == (8, 4, 3)
        top, left = (int(value) for value in part[0, 0, :2])
        cut = np.asarray(picture)[top : top + 8, left : left + 4]
        np.testing.assert_array_equal(part, cut)
        seen.add((top, left))
        np.testing.assert_array_equal(moved.joints[0], [3 - left, 5 - top, 1])
        assert moved.joints[1, 2] == ((top, left) == (0, 0))
        assert np.asarray(moved.mask)[5 - top, 3 - left] == 255
    assert seen == {(top, left) for top in range(5) for left in range(3)}


def test_the_picture_is_enlarged_before():
    picture = Image.new("RGB", (3, 6), (9, 8, 7))
    moved = step().apply(Sample(picture), drawn_for(0, 0, ()))
    assert moved.picture.size == (4, 8)
    assert moved.picture.getextrema() == ((9, 9), (8, 8), (7, 7))


def test_a_part_larger_than_the_whole_is_refused():
    with pytest.raises(ValidationError, match="does not hold"):
        step(size=(16, 4))
