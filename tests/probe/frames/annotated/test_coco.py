"""COCO's files: polygons, crowds, classes in the order of their ids; files that do not fit."""

import json

import numpy as np
import pytest

from probe.errors import FramesError
from probe.frames.annotated.coco import coco
from probe.frames.annotated.runs import runs_of
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
        (lambda c: c.pop("images"), "the key 'images' is missing"),
        (lambda c: c["annotations"][0].update(bbox=[1, 2, 3]), r"annotations\.0\.bbox: value 4"),
        (lambda c: c["annotations"][0].update(bbox=[0, 0, 1e308, 9]), r"a number of at most"),
        (lambda c: c["images"][0].update(width=10**400), "width is .* at most 1000000"),
        (lambda c: c["images"][1].update(id=0), "the image 0 stands twice"),
        (lambda c: c["images"][1].update(file_name="0.png"), r"picture 0\.png stands twice"),
        (lambda c: c["categories"][1].update(id=1), "the category 1 stands twice"),
        (lambda c: c["categories"][0].update(name="car"), "called person: 'car', 'bicycle'"),
        (lambda c: c["annotations"][0].update(segmentation=[[1, 1, 9, 1, 9, 9, 4]]), "odd number"),
        (lambda c: c["annotations"][0].update(segmentation=[[0.1, 0.2, 0.3, 0.2, 0.3, 0.4]]),
         r"a polygon of 0\.png lies outside of its box"),
        (lambda c: c["annotations"][0].update(segmentation={"counts": "!", "size": [48, 80]}),
         r"annotations\.0\.segmentation\.runs\.counts: these are no runs of pycocotools"),
        (lambda c: c["annotations"][0].update(segmentation={"counts": [-1, 9], "size": [48, 80]}),
         r"segmentation\.runs\.counts\.0 is -1: a number of at least 0"),
        (lambda c: c["annotations"][0].update(segmentation="x"),
         r"segmentation\.polygons is 'x': a list is needed"),
        (lambda c: [a.update(bbox=[v / 100 for v in a["bbox"]]) for a in c["annotations"]],
         "these are fractions"),
        (lambda c: c["annotations"][0].update(category_id=7), "category 7"),
        (lambda c: c["images"][0].update(file_name="../../secret.png"), "leads out of"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit(file, change, message):
    changed(file, change)
    with pytest.raises(FramesError, match=message):
        coco(file)


def test_what_is_left_out_or_cut_off_is_told(file):
    def change(content):
        marks = content["annotations"]
        marks[0].update(bbox=[90, 3, 5, 5], segmentation=None)
        marks[1].update(bbox=[70, 3, 50, 5], segmentation=None)
        marks[2].update(image_id=9)

    changed(file, change)
    said = []
    frames = coco(file, said.append)
    assert [len(frame.instances) for frame in frames] == [1, 2, 1, 2]
    assert [(message.id, message.values["count"]) for message in said] == [
        ("training-annotations-unlisted", 1),
        ("training-boxes-empty", 1),
        ("training-boxes-cut-off", 1),
    ]
    assert said[2].values["mostly"] is False


def test_corners_instead_of_sizes_are_doubted(file):
    def change(content):
        for mark in content["annotations"]:
            left, top, width, height = mark["bbox"]
            mark.update(bbox=[left + 30, top, left + 30 + width, top + height], segmentation=None)

    changed(file, change)
    said = []
    coco(file, said.append)
    (cut_off,) = (message for message in said if message.id == "training-boxes-cut-off")
    assert cut_off.values["mostly"] is True


def test_people_are_known_by_their_name_and_not_by_the_lowest_number(file):
    def change(content):
        content["categories"] = [{"id": 1, "name": "Car"}, {"id": 2, "name": "Pedestrian "}]
        for mark in content["annotations"]:
            mark["category_id"] = 3 - mark["category_id"]

    expected = [[one.kind for one in frame.instances] for frame in coco(file)]
    changed(file, change)
    assert [[one.kind for one in frame.instances] for frame in coco(file)] == expected
    changed(file, lambda c: [c["categories"].pop(0), c["categories"][0].update(name="walker")])
    with pytest.raises(FramesError, match="category 1"):
        coco(file)
    changed(file, lambda c: [a.update(category_id=2) for a in c["annotations"]])
    assert {one.kind for frame in coco(file) for one in frame.instances} == {0}


def test_runs_as_text_are_read(file):
    runs = {"counts": "0P6Pb3", "size": list(SIZE)}
    assert runs_of(runs["counts"]) == (0, 48 * 4, 48 * 76)
    changed(file, lambda c: c["annotations"][0].update(bbox=[0, 0, 4, 48], segmentation=runs))
    mask = coco(file)[0].instances[0].mask.pixels(SIZE)
    assert mask[:, :4].all()
    assert mask.sum() == 4 * 48


def test_lists_that_lie_too_deep(file):
    file.write_text('{"images": ' + "[" * 100_000)
    with pytest.raises(FramesError, match="too deep in each other"):
        coco(file)


def test_what_is_missing(file, tmp_path):
    (tmp_path / "small").rename(tmp_path / "other")
    with pytest.raises(FramesError, match="pictures of this annotation file are not there"):
        coco(file)
    file.write_text("[")
    with pytest.raises(FramesError, match="is no JSON"):
        coco(file)
    with pytest.raises(FramesError, match="cannot be read"):
        coco(tmp_path / "none.json")
