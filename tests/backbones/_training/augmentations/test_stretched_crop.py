"""Crops whose shape is that of the network's picture, whatever shape the file has."""

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.augmentation import drawn_for
from probe.backbones._training.augmentations.sizing import ResizedCrop
from probe.backbones._training.augmentations.step import Sample
from probe.backbones._training.augmentations.stretched_crop import StretchedCrop

SETTINGS = {"size": (256, 128), "area": (0.64, 1.0), "interpolation": "bilinear"}


@pytest.fixture
def step():
    return StretchedCrop(step="stretched_crop", aspect=(1 / 3, 0.5), **SETTINGS)


def ramp(across, down):
    """A picture whose red is its column and whose green its row, as shares of 255."""
    columns, rows = np.meshgrid(np.linspace(0, 255, across), np.linspace(0, 255, down))
    return Image.fromarray(np.stack([columns, rows, rows * 0], 2).astype(np.uint8))


@pytest.mark.parametrize("shape", [(64, 128), (100, 316), (128, 128)])
def test_the_part_is_the_same_share_of_a_picture_of_any_shape(step, shape):
    of_this = np.asarray(step.apply(Sample(ramp(*shape)), drawn_for(0, 0, (3,))).picture, int)
    of_double = np.asarray(step.apply(Sample(ramp(128, 256)), drawn_for(0, 0, (3,))).picture, int)
    assert of_this.shape == (256, 128, 3)
    assert np.abs(of_this - of_double).max() <= 5


def test_a_picture_of_the_networks_size_is_cropped_as_by_resized_crop(step):
    other = ResizedCrop(step="resized_crop", aspect=(1 / 3, 0.5), **SETTINGS)
    for number in range(5):
        sides = [s.apply(Sample(ramp(128, 256)), drawn_for(0, 0, (number,))) for s in (step, other)]
        assert np.array_equal(*(np.asarray(side.picture) for side in sides))


def test_mask_and_joints_move_with_the_picture(step):
    picture = ramp(100, 316)
    mask = Image.fromarray((np.asarray(picture)[:, :, 1] > 127).astype(np.uint8) * 255)
    joints = np.array([[50, 158, 1.0]], np.float32)
    moved = step.apply(Sample(picture, mask, joints), drawn_for(0, 0, (1,)))
    across, down = moved.joints[0, :2]
    red, green, _ = np.asarray(moved.picture)[int(down), int(across)]
    assert abs(int(red) - 127) <= 3
    assert abs(int(green) - 127) <= 3
    agree = (np.asarray(moved.mask) > 127) == (np.asarray(moved.picture)[:, :, 1] > 127)
    assert agree.mean() > 0.99
