"""Boxes from a table, by number or by name, with scores or without; wrong values name a line."""

import numpy as np
import pytest

from probe.contracts import FrameRecord
from probe.errors import DetectorError, PictureSourceError
from probe.frames.detecting import open_detector

FRAME = np.zeros((120, 200, 3), np.uint8)


def record(number, name="f.png"):
    return FrameRecord(number, name, None, None)


def test_boxes_by_the_number_of_a_frame(table, walk):
    detector = open_detector(f"boxes={table}")
    found = detector.detect_in(record(3), FRAME)
    assert found.boxes.tolist() == [list(walk.box(0, 3)), list(walk.box(1, 3))]
    assert found.scores.tolist() == [0.9, 0.7]
    assert len(detector.detect_in(record(99), FRAME)) == 0
    assert not detector.has_masks


def test_boxes_by_the_name_of_a_frame(tmp_path):
    path = tmp_path / "b.csv"
    path.write_text("path;x;y;width;height\nb.png;1;2;3;4\n")
    detector = open_detector(f"boxes={path}")
    found = detector.detect_in(record(7, "b.png"), FRAME)
    assert (found.boxes.tolist(), found.scores.tolist()) == ([[1, 2, 3, 4]], [1])
    before = detector.digest
    path.write_text("path;x;y;width;height\nb.png;1;2;3;5\n")
    assert open_detector(f"boxes={path}").digest != before


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("frame,x,y,width\n", PictureSourceError, "height"),
        ("frame,x,y,width,height\n0,1,2,three,4\n", DetectorError, "'three', which is no number"),
        ("frame,x,y,width,height\n0,1,2,nan,4\n", DetectorError, "no number"),
        ("frame,x,y,width,height\n1.5,1,2,3,4\n", DetectorError, "counted 0, 1, 2"),
        ("frame,x,y,width,height\n-1,1,2,3,4\n", DetectorError, "counted 0, 1, 2"),
        ("frame,x,y,width,height\n0,1,2,0,4\n", DetectorError, "width or height of 0"),
    ],
)
def test_what_is_refused(tmp_path, text, error, message):
    path = tmp_path / "b.csv"
    path.write_text(text)
    with pytest.raises(error, match=message):
        open_detector(f"boxes={path}")
