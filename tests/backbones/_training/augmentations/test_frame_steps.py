"""SSD's augmentation: colours alone, room around, parts that show somebody; boxes with masks."""

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.augmentations.frame_steps import Distort, Expand, OverlapCrop
from probe.backbones._training.augmentations.step import Sample
from probe.backbones._training.instances import FrameInstances

DISTORT = Distort(step="distort", brightness=32, contrast=(0.5, 1.5), saturation=(0.5, 1.5), hue=18)
EXPAND = Expand(step="expand", probability=1, most=3, fill=(1, 2, 3))


def crop(*overlaps, attempts=50):
    return OverlapCrop(
        step="overlap_crop", overlaps=overlaps, attempts=attempts, least=0.3, aspect=(0.5, 2)
    )


def sample(boxes=((10, 5, 30, 45), (50, 20, 60, 50)), crowds=(False, False), size=(60, 80)):
    """Two instances of one colour each on black, with masks that are their pixels."""
    pixels = np.zeros((*size, 3), np.uint8)
    masks = np.zeros((len(boxes), *size), np.uint8)
    for number, (left, top, right, bottom) in enumerate(boxes):
        pixels[top:bottom, left:right, number] = 255
        masks[number, top:bottom, left:right] = 255
    instances = FrameInstances(
        np.array(boxes, np.float32), np.arange(len(boxes)), np.array(crowds), masks
    )
    return Sample(Image.fromarray(pixels), instances=instances)


def check_together(given):
    """Masks are the pixels of their colour, boxes go around them."""
    pixels, instances = np.asarray(given.picture), given.instances
    assert instances.masks.shape[1:] == pixels.shape[:2]
    for box, mask, number in zip(instances.boxes, instances.masks, instances.classes, strict=True):
        np.testing.assert_array_equal(pixels[..., number] == 255, mask == 255)
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        around = [columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]
        np.testing.assert_array_equal(around, box)


def test_colours_change_and_nothing_moves():
    drawn, given = np.random.default_rng(0), sample()
    pictures = [DISTORT.apply(given, drawn) for _ in range(20)]
    assert all(made.instances is given.instances for made in pictures)
    assert len({np.asarray(made.picture).tobytes() for made in pictures}) > 10
    assert {made.picture.size for made in pictures} == {given.picture.size}


def test_distortion_of_nothing_leaves_the_picture():
    still = Distort(step="distort", brightness=0, contrast=(1, 1), saturation=(1, 1), hue=0)
    given = sample()
    for seed in range(4):
        made = still.picture(given.picture, np.random.default_rng(seed))
        np.testing.assert_array_equal(np.asarray(made), np.asarray(given.picture))


def test_hue_turns_around_the_circle():
    turned = Distort(step="distort", brightness=0, contrast=(1, 1), saturation=(1, 1), hue=180)
    red = Image.new("RGB", (2, 2), (255, 0, 0))
    seen = {turned.picture(red, np.random.default_rng(seed)).getpixel((0, 0)) for seed in range(30)}
    assert len(seen) > 5
    assert all(max(colour) >= 250 and min(colour) <= 6 for colour in seen)


def test_room_around_the_picture():
    for seed in range(6):
        given = sample()
        made = EXPAND.apply(given, np.random.default_rng(seed))
        width, height = made.picture.size
        assert 80 <= width <= 240
        assert 60 <= height <= 180
        sides = made.instances.boxes[:, 2:] - made.instances.boxes[:, :2]
        np.testing.assert_array_equal(
            sides, given.instances.boxes[:, 2:] - given.instances.boxes[:, :2]
        )
        check_together(made)
        colours = {colour for _, colour in made.picture.getcolors()}
        assert ((1, 2, 3) in colours) == ((width, height) != (80, 60))
    never = EXPAND.model_copy(update={"probability": 0.0})
    assert never.apply(given, np.random.default_rng(0)) is given


def test_parts_show_somebody():
    kept = set()
    for seed in range(40):
        made = crop(0).apply(sample(), np.random.default_rng(seed))
        assert len(made.instances)
        width, height = made.picture.size
        assert 0.45 <= width / height <= 2.2
        assert width >= 0.29 * 80
        check_together(made)
        kept.add(tuple(made.instances.classes))
    # Parts with one of them, with the other, and with both.
    assert kept == {(0,), (1,), (0, 1)}


def test_a_part_has_the_overlap_that_is_asked_for():
    for seed in range(10):
        given = sample()
        made = crop(0.3).apply(given, np.random.default_rng(seed))
        shared = (made.instances.boxes[:, 2:] - made.instances.boxes[:, :2]).prod(1)
        whole = given.instances.boxes[made.instances.classes]
        areas = (whole[:, 2:] - whole[:, :2]).prod(1)
        part = made.picture.width * made.picture.height
        assert (shared / (areas + part - shared)).max() >= 0.3 - 0.02


def test_whole_where_asked_or_where_no_part_will_do():
    given = sample()
    assert crop(None).apply(given, np.random.default_rng(0)) is given
    assert crop(1.0, attempts=2).apply(given, np.random.default_rng(0)) is given
    crowd = sample(crowds=(True, True))
    assert crop(0, attempts=2).apply(crowd, np.random.default_rng(0)) is crowd


def test_equal_draws_make_equal_parts():
    first, second = (crop(0, 0.1, None).apply(sample(), np.random.default_rng(3)) for _ in "ab")
    np.testing.assert_array_equal(np.asarray(first.picture), np.asarray(second.picture))


@pytest.mark.parametrize("overlap", [1.5, -0.1])
def test_an_overlap_is_a_share(overlap):
    with pytest.raises(ValueError, match="overlaps"):
        crop(overlap)
