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


def test_somebody_who_walks_out_of_their_last_box_keeps_their_track():
    tracker = OverlapTracker(every=5)
    for number in range(10):
        there, back = (22 * number, 0, 20, 60), (198 - 22 * number, 70, 22, 64)
        tracks = tracker.follow(5 * number, boxes(there, back)).tolist()
        assert tracks == [1, 2], "no box overlaps the one before"


def test_boxes_that_do_not_overlap_must_be_near_of_one_height_and_of_successive_frames():
    def second(box, number=5):
        tracker = OverlapTracker(every=5)
        tracker.follow(0, boxes((0, 0, 20, 60)))
        return tracker.follow(number, boxes(box)).tolist()

    assert second((29, 0, 20, 60)) == [1]
    assert second((31, 0, 20, 60)) == [2], "more than half a height away"
    assert second((25, 10, 20, 40)) == [2], "less than .7 of the height"
    assert second((29, 0, 20, 60), number=10) == [2], "a frame was looked at in between"


def test_of_two_who_are_near_each_takes_the_nearer():
    tracker = OverlapTracker()
    tracker.follow(0, boxes((0, 0, 10, 60), (40, 0, 10, 60)))
    assert tracker.follow(1, boxes((28, 0, 10, 60), (12, 0, 10, 60))).tolist() == [2, 1]


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
