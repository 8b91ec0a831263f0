"""Boxes and masks of instances stay together, whatever is done to their picture."""

import numpy as np

from probe.backbones._training.augmentations.frame_moves import (
    framed,
    mirrored,
    placed_instances,
    visible,
)
from probe.backbones._training.instances import FULL, FrameInstances


def rectangles(boxes, size, masks=True):
    drawn = np.zeros((len(boxes), *size), np.uint8)
    for mask, (left, top, right, bottom) in zip(drawn, boxes, strict=True):
        mask[top:bottom, left:right] = FULL
    count = len(boxes)
    return FrameInstances(
        np.array(boxes, np.float32).reshape(-1, 4), np.arange(count), np.zeros(count, np.bool_),
        drawn if masks else None,
    )  # fmt: skip


def around(mask):
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return [columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]


BOXES = [(2, 1, 6, 5), (8, 0, 12, 8)]
GIVEN = rectangles(BOXES, (8, 12))


def together(instances):
    """Whether every mask fills its box."""
    for box, mask in zip(instances.boxes, instances.masks, strict=True):
        np.testing.assert_allclose(around(mask >= 128), box, atol=0.51)


def test_mirrored():
    turned = mirrored(GIVEN, 12)
    assert turned.boxes.tolist() == [[6, 1, 10, 5], [0, 0, 4, 8]]
    together(turned)
    np.testing.assert_array_equal(mirrored(turned, 12).masks, GIVEN.masks)


def test_a_part_and_a_larger_frame():
    part = framed(GIVEN, (4, 0, 12, 6))
    assert part.boxes.tolist() == [[0, 1, 2, 5], [4, 0, 8, 6]]
    assert part.masks.shape == (2, 6, 8)
    together(part)
    larger = framed(GIVEN, (-3, -2, 20, 10))
    assert larger.boxes[0].tolist() == [5, 3, 9, 7]
    assert larger.masks.shape == (2, 12, 23)
    together(larger)


def test_resized_into_a_place():
    twice = placed_instances(GIVEN, (12, 8), (20, 30), (3, 2, 27, 18))
    assert twice.boxes[0].tolist() == [7, 4, 15, 12]
    assert twice.masks.shape == (2, 20, 30)
    together(twice)


def test_boxes_alone():
    alone = rectangles(BOXES, (8, 12), masks=False)
    for moved in (
        mirrored(alone, 12),
        framed(alone, (0, 0, 5, 5)),
        placed_instances(alone, (12, 8), (4, 6), (0, 0, 6, 4)),
    ):
        assert moved.masks is None


def test_nobody_stays_nobody():
    nobody = rectangles([], (8, 12))
    assert placed_instances(nobody, (12, 8), (4, 6), (0, 0, 6, 4)).masks.shape == (0, 4, 6)
    assert framed(mirrored(nobody, 12), (0, 0, 5, 4)).masks.shape == (0, 4, 5)


def test_what_cannot_be_seen_is_left_out():
    seen = visible(rectangles([(0, 0, 1, 3), (4, 4, 4, 8)], (8, 12)))
    assert seen.boxes.tolist() == [[0, 0, 1, 3]]
