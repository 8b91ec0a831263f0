"""One walk is one track: through gaps, and when people come near each other."""

import numpy as np

from probe.frames.tracking import PATIENCE, OverlapTracker, overlap


def boxes(*sides):
    return np.array(sides, np.float64)


def test_overlap():
    first = boxes((0, 0, 2, 2), (5, 5, 1, 1))
    np.testing.assert_allclose(overlap(first, boxes((1, 0, 2, 2))), [[1 / 3], [0]])


def test_two_walks_are_two_tracks(walk):
    tracker, told = OverlapTracker(), []
    for number in range(20):
        seen = boxes(walk.box(0, number), walk.box(1, number))
        order = [0, 1] if number % 2 else [1, 0]
        told.append(tracker.follow(number, seen[order])[order].tolist())
    assert told[0] == [2, 1]
    assert told.count([2, 1]) == 20


def test_a_track_goes_on_where_its_steps_lead():
    tracker = OverlapTracker()
    for number in range(5):
        tracker.follow(number, boxes((10 * number, 0, 20, 40)))
    assert tracker.follow(9, boxes((90, 0, 20, 40))).tolist() == [1], "four frames were missed"
    assert tracker.follow(10 + PATIENCE, boxes((100, 0, 20, 40))).tolist() == [2]


def test_every_third_frame_has_three_times_the_patience():
    tracker = OverlapTracker(every=3)
    tracker.follow(0, boxes((0, 0, 20, 40)))
    assert tracker.follow(3 * PATIENCE, boxes((0, 0, 20, 40))).tolist() == [1]


def test_empty_frames_and_a_thousand_people():
    tracker = OverlapTracker()
    assert tracker.follow(0, np.empty((0, 4))).shape == (0,)
    crowd = np.array([(30 * (n % 40), 50 * (n // 40), 20, 40) for n in range(1000)], np.float64)
    first = tracker.follow(1, crowd)
    assert sorted(first.tolist()) == list(range(1, 1001))
    np.testing.assert_array_equal(tracker.follow(2, crowd[::-1] + 1.0), first[::-1])
