"""COCO's average precision: cases by hand, and a slow program that follows the definition."""

import numpy as np
import pytest

from probe.frames.average_precision import (
    THRESHOLDS,
    FrameOverlaps,
    average_precision,
    box_overlaps,
    mask_overlaps,
)


def frame(scores, overlaps, crowds=None):
    overlaps = np.asarray(overlaps, np.float64)
    crowds = np.zeros(overlaps.shape[1], np.bool_) if crowds is None else np.array(crowds)
    return FrameOverlaps(np.asarray(scores, np.float64), overlaps, crowds)


def slow_precision(frames, threshold):
    """One threshold: the precisions at 101 recalls, each looked for by itself."""
    judged, wanted = [], 0
    for number, given in enumerate(frames):
        left = {m for m in range(len(given.crowds)) if not given.crowds[m]}
        wanted += len(left)
        ranked = sorted(range(len(given.scores)), key=lambda n: (-given.scores[n], n))
        for n in ranked[:100]:
            near = [m for m in left if given.overlaps[n, m] >= threshold]
            in_crowd = any(
                given.overlaps[n, m] >= threshold
                for m in range(len(given.crowds))
                if given.crowds[m]
            )
            if near:
                left.remove(max(near, key=lambda m: (given.overlaps[n, m], m)))
                judged.append((given.scores[n], number, True))
            elif not in_crowd:
                judged.append((given.scores[n], number, False))
    judged.sort(key=lambda one: -one[0])
    points, right = [], 0
    for count, (_, _, hit) in enumerate(judged, start=1):
        right += hit
        points.append((right / wanted, right / count))
    recalls = [step / 100 for step in range(101)]
    best = [max((p for r, p in points if r >= at - 1e-12), default=0.0) for at in recalls]
    return sum(best) / 101


@pytest.mark.parametrize("seed", range(6))
def test_equals_the_slow_program(seed):
    drawn = np.random.default_rng(seed)
    frames = []
    for _ in range(5):
        n, m = int(drawn.integers(0, 7)), int(drawn.integers(0, 4))
        crowds = drawn.random(m) < 0.3
        frames.append(frame(drawn.random(n), drawn.random((n, m)) ** 0.5, crowds))
    frames.append(frame(drawn.random(3), drawn.random((3, 2))))
    result = average_precision(frames)
    slow = [slow_precision(frames, threshold) for threshold in THRESHOLDS]
    assert result.at_half == pytest.approx(slow[0], abs=1e-12)
    assert result.mean == pytest.approx(np.mean(slow), abs=1e-12)


def test_perfect_and_empty():
    perfect = average_precision([frame([0.9, 0.8], np.eye(2))])
    assert (perfect.at_half, perfect.mean, perfect.instances) == (1, 1, 2)
    assert average_precision([frame([], np.empty((0, 2)))]).at_half == 0
    assert average_precision([frame([0.9], np.empty((1, 0)))]) is None
    assert average_precision([frame([0.9], [[1.0]], [True])]) is None


def test_by_hand():
    """One of two, a false one, the other one: precision 1 up to recall .5, then 2/3."""
    one = frame([0.9, 0.8, 0.7], [[0.95, 0], [0.2, 0.1], [0, 0.6]])
    result = average_precision([one])
    assert result.at_half == pytest.approx((51 * 1 + 50 * 2 / 3) / 101)
    # From .65 on the second is not found; from .95 on the first is found still.
    assert result.mean == pytest.approx((3 * result.at_half + 7 * 51 / 101) / 10)


def test_a_second_detection_of_one_person_is_false():
    twice = average_precision([frame([0.9, 0.8], [[0.9], [0.95]]), frame([0.7], [[0.9]])])
    assert twice.at_half == pytest.approx((51 * 1 + 50 * 2 / 3) / 101)


def test_what_falls_on_a_crowd_counts_for_nothing():
    crowd = frame([0.95, 0.9, 0.8], [[0.0, 0.9], [0.0, 0.8], [0.7, 0.9]], [False, True])
    assert average_precision([crowd]).at_half == 1


def test_hundred_detections_of_a_frame_count():
    scores, overlaps = np.linspace(1, 0.5, 101), np.zeros((101, 1))
    overlaps[100] = 1
    assert average_precision([frame(scores, overlaps)]).at_half == 0


def test_overlaps_of_boxes_and_masks_agree():
    boxes = np.array([[0, 0, 4, 4], [2, 2, 6, 6], [8, 0, 9, 1.0]])
    crowds = np.array([False, True])
    masks = np.zeros((3, 8, 10), np.bool_)
    for mask, (left, top, right, bottom) in zip(masks, boxes.astype(int), strict=True):
        mask[top:bottom, left:right] = True
    by_box = box_overlaps(boxes, boxes[:2], crowds)
    assert by_box[0].tolist() == pytest.approx([1, 4 / 16])
    assert by_box[1].tolist() == pytest.approx([4 / 28, 1])
    assert by_box[2].tolist() == [0, 0]
    np.testing.assert_allclose(mask_overlaps(masks, masks[:2], crowds), by_box)


def test_a_frame_without_detections_or_people_has_no_overlaps():
    some, none = np.ones((2, 4, 5), bool), np.zeros((0, 4, 5), bool)
    assert mask_overlaps(none, some, np.zeros(2, bool)).shape == (0, 2)
    assert mask_overlaps(some, none, np.zeros(0, bool)).shape == (2, 0)
    boxes, nothing = np.ones((2, 4)), np.zeros((0, 4))
    assert box_overlaps(nothing, boxes, np.zeros(2, bool)).shape == (0, 2)
