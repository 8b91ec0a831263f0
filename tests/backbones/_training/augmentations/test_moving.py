"""Pictures shifted by up to a border."""

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.augmentation import drawn_for
from probe.backbones._training.augmentations.moving import Flip, PaddedCrop, Translate
from probe.backbones._training.augmentations.step import Sample
from probe.backbones._training.instances import FrameInstances


def grey(height=64, width=32, value=100):
    return np.full((height, width, 3), value, np.uint8)


def test_padding_moves_by_the_border_at_most():
    picture = Image.fromarray(grey(16, 8, 255))
    step = PaddedCrop(step="padded_crop", border=3, fill=(0, 0, 0))
    shares = [
        (np.asarray(step.apply(Sample(picture), drawn_for(0, 0, (n,))).picture) == 255).mean()
        for n in range(200)
    ]
    assert max(shares) == 1
    assert min(shares) == pytest.approx(13 * 5 / (16 * 8))


def test_translation_moves_picture_mask_and_joints_by_one_draw():
    """A bright pixel, its mask and its joint stay together, up to 5 % away on either side."""
    shown = np.zeros((40, 20, 3), np.uint8)
    shown[20, 10] = 255
    mask = Image.fromarray(shown[..., 0])
    joints = np.array([[10, 20, 1]], np.float32)
    step, places = Translate(step="translate", share=0.05), set()
    for n in range(100):
        moved = step.apply(Sample(Image.fromarray(shown), mask, joints), drawn_for(0, 0, (n,)))
        ((row,), (column,)) = np.nonzero(np.asarray(moved.picture)[..., 0])
        assert np.asarray(moved.mask)[row, column] == 255
        assert moved.joints.tolist() == [[column, row, 1]]
        assert moved.mask.size == moved.picture.size == (20, 40)
        places.add((int(row) - 20, int(column) - 10))
    assert places == {(down, right) for down in range(-2, 3) for right in range(-1, 2)}


def test_translation_repeats_the_edge():
    shown = np.arange(40, dtype=np.uint8)[:, None, None].repeat(20, 1).repeat(3, 2)
    step = Translate(step="translate", share=0.05)
    firsts = {
        int(
            np.asarray(step.apply(Sample(Image.fromarray(shown)), drawn_for(0, 0, (n,))).picture)[
                0, 0, 0
            ]
        )
        for n in range(50)
    }
    assert firsts == {0, 1, 2}


def test_a_mirrored_picture_mirrors_its_instances():
    picture = np.zeros((4, 10, 3), np.uint8)
    picture[1:3, 2:5] = 255
    boxes = np.array([[2, 1, 5, 3]], np.float32)
    instances = FrameInstances(
        boxes, np.zeros(1, np.int64), np.zeros(1, np.bool_), picture[None, ..., 0].copy()
    )
    step = Flip(step="flip", probability=1)
    made = step.apply(Sample(Image.fromarray(picture), instances=instances), drawn_for(0, 0, ()))
    assert made.instances.boxes.tolist() == [[5, 1, 8, 3]]
    np.testing.assert_array_equal(made.instances.masks[0], np.asarray(made.picture)[..., 0])
    nobody = instances.only(np.zeros(1, np.bool_))
    made = step.apply(Sample(Image.fromarray(picture), instances=nobody), drawn_for(0, 0, ()))
    assert len(made.instances) == 0
