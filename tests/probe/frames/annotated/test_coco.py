"""COCO's files: polygons, crowds, classes in the order of their ids; files that do not fit."""

import json

import numpy as np
import pytest

from probe.errors import FramesError
from probe.frames.annotated.coco import coco
from tests.probe.frames.annotated.drawn_set import SIZE, people_of, write_coco


@pytest.fixture
def file(tmp_path):
    return write_coco(tmp_path)


def test_frames_with_what_is_marked(file):
    frames = coco(file)
    assert [frame.name for frame in frames] == [f"small/{number}.png" for number in range(4)]
    single = [one for one in frames[0].instances if not one.crowd]
    assert [one.box for one in single] == people_of(0)
    left, top, right, bottom = people_of(0)[0]
    mask = single[0].mask.pixels(SIZE)
    assert mask[top:bottom, left:right].all()
    assert mask.sum() == (bottom - top) * (right - left)
    (crowd,) = (one for one in frames[0].instances if one.crowd)
    columns = np.flatnonzero(crowd.mask.pixels(SIZE).any(0))
    assert columns.tolist() == [70, 71, 72, 73]
    assert [one.kind for one in frames[1].instances] == [0, 0, 1]
    assert frames[1].instances[-1].mask is None


def changed(file, change):
    content = json.loads(file.read_text())
    change(content)
    file.write_text(json.dumps(content))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda c: c.pop("images"), "does not fit at images"),
        (lambda c: c["annotations"][0].update(bbox=[1, 2, 3]), r"at annotations\.0\.bbox"),
        (lambda c: c["annotations"][0].update(category_id=7), "category 7"),
        (lambda c: c["images"][0].update(file_name="../../secret.png"), "leads out of"),
    ],
)
def test_a_file_that_does_not_fit(file, change, message):
    changed(file, change)
    with pytest.raises(FramesError, match=message):
        coco(file)


def test_boxes_without_a_size_are_left_out(file):
    changed(file, lambda c: c["annotations"][0].update(bbox=[90, 3, 5, 5]))
    assert len(coco(file)[0].instances) == 1


def test_what_is_missing(file, tmp_path):
    (tmp_path / "small").rename(tmp_path / "other")
    with pytest.raises(FramesError, match="pictures of this annotation file are not there"):
        coco(file)
    file.write_text("[")
    with pytest.raises(FramesError, match="is no JSON"):
        coco(file)
    with pytest.raises(FramesError, match="cannot be read"):
        coco(tmp_path / "none.json")
