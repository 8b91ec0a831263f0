"""Detections are checked once, when they are made."""

import numpy as np
import pytest

from probe.contracts import Detections, Detector, FrameRecord, nobody
from probe.errors import DetectorError

ONE = np.array([[1.0, 2, 3, 4]])


def test_people_in_another_order():
    boxes, masks = np.array([[0.0, 0, 1, 1], [5, 5, 2, 2]]), np.zeros((2, 4, 6), bool)
    masks[1] = True
    turned = Detections(boxes, np.array([0.2, 0.8]), masks).only(np.array([1, 0]))
    assert turned.boxes[0].tolist() == [5, 5, 2, 2]
    assert turned.scores.tolist() == [0.8, 0.2]
    assert turned.masks[0].all()
    assert len(turned.only(np.array([False, True]))) == 1
    assert len(nobody()) == 0


@pytest.mark.parametrize(
    ("boxes", "scores", "masks", "message"),
    [
        (np.ones((2, 4)), np.ones(1), None, "do not go together"),
        (np.ones((1, 5)), np.ones(1), None, "do not go together"),
        (ONE * np.nan, np.ones(1), None, "not a number"),
        (ONE, np.array([np.inf]), None, "not a number"),
        (ONE * [1, 1, 0, 1], np.ones(1), None, "width or height of 0"),
        (ONE, np.ones(1), np.zeros((2, 4, 4), bool), "1 boxes but masks"),
    ],
)
def test_what_is_refused(boxes, scores, masks, message):
    with pytest.raises(DetectorError, match=message):
        Detections(boxes, scores, masks)


def test_a_detector_of_pixels_does_not_ask_which_frame_it_is(tmp_path):
    class Everything(Detector):
        name = "everything"

        def detect(self, frame):
            height, width = frame.shape[:2]
            return Detections(np.array([[0.0, 0, width, height]]), np.ones(1))

    record = FrameRecord(0, "a.png", None, tmp_path)
    found = Everything().detect_in(record, np.zeros((4, 6, 3), np.uint8))
    assert found.boxes.tolist() == [[0, 0, 6, 4]]
    assert Everything().digest == "everything"
    with pytest.raises(NotImplementedError, match="neither detect nor detect_in"):
        Detector().detect(np.zeros((4, 6, 3), np.uint8))
