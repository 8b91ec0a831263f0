"""Boxes from a table, by number or by name, with scores or without; wrong values name a line."""

import numpy as np
import pytest

from probe.contracts import FrameRecord
from probe.errors import DetectorError, PictureSourceError
from probe.frames.detecting import open_detector
from probe.wording import wording_of

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


def test_names_agree_however_they_are_composed(tmp_path):
    path = tmp_path / "b.csv"
    path.write_text("path,x,y,width,height\n./caf\u00e9.png,1,2,3,4\nf\\x80.png,5,6,7,8\n", "utf-8")
    detector = open_detector(f"boxes={path}")
    for name, left in (("cafe\u0301.png", 1), ("f\udc80.png", 5)):
        assert detector.detect_in(record(0, name), FRAME).boxes[0, 0] == left


def test_names_in_the_column_frame_and_boxes_by_corners(tmp_path):
    path = tmp_path / "b.csv"
    path.write_text("frame,x1,y1,x2,y2\nb.png,1,2,4,6\n")
    detector = open_detector(f"boxes={path}")
    people = detector.detect_in(record(7, "b.png"), FRAME)
    assert people.boxes.tolist() == [[1, 2, 3, 4]]


def test_rows_that_name_no_frame_are_counted(tmp_path):
    path = tmp_path / "b.csv"
    path.write_text("frame,x,y,width,height\n0,1,2,3,4\n7,1,2,3,4\n7,9,2,3,4\n")
    detector = open_detector(f"boxes={path}")
    assert detector.check_frames(lambda frame: frame in (0, 7)) is None
    note = detector.check_frames(lambda frame: frame == 0)
    assert note is not None
    assert wording_of()(note) == "2 of 3 rows of b.csv name no frame; the first is 7"
    with pytest.raises(DetectorError, match="0 of 3 rows name a frame; the first is '0'"):
        detector.check_frames(lambda frame: False)


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("frame,x,y,width\n", PictureSourceError, "height"),
        ("frame,x,y,width,height\n0,1,2,three,4\n", PictureSourceError, "'three', not a number"),
        ("frame,x,y,width,height\n0,1,2,nan,4\n", PictureSourceError, "not a number"),
        ("frame,x,y,width,height\n0,1e308,2,3,4\n", PictureSourceError, "no picture is so large"),
        ("frame,x,y,width,height\n0,.1,.2,.3,.4\n", PictureSourceError, "fractions"),
        ("frame,x1,y1,x2,y2\n0,.1,.2,.3,.4\n", PictureSourceError, "fractions"),
        ("frame,x,y,width,height,score\n0,1,2,3,4,87\n", DetectorError, "b.csv:2: score is '87'"),
        ("frame,x,y,width,height\n0,1,2,3,4\none,1,2,3,4\n", DetectorError, "b.csv:3: frame is"),
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
