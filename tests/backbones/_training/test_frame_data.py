"""Frames become training pictures: which ones, with what, and what is refused before a training."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.data import DataRequest, training_table
from probe.backbones._training.frame_data import (
    FrameData,
    check_frames,
    check_kinds,
    frame_records,
    instances_of,
)
from probe.backbones._training.table import table_of
from probe.contracts import Reporter
from probe.errors import FramesError, PictureError, PictureSourceError, UsageError
from probe.frames.box_table import BoxRow, add_rows
from tests.probe.frames.annotated.drawn_set import (
    SIZE,
    mask_of,
    people_of,
    write_coco,
    write_crops,
    write_penn_fudan,
)

DATA = FrameData(kind="frames", forms=("penn_fudan", "crops", "coco"), people_only=True)


def records(*given, data=DATA, say=lambda message: None):
    return frame_records(data, given, say)


def test_a_record_a_frame(tmp_path):
    first = f"penn_fudan={write_penn_fudan(tmp_path / 'a')}"
    second = f"crops={write_crops(tmp_path / 'b')}"
    made = records(first, second)
    assert len(made) == 8
    assert [record.data_set for record in made[::4]] == ["penn_fudan", "crops#4"]
    assert len({record.person for record in made}) == 8
    table = table_of(made)
    moved = [*made[:-1], replace(made[-1], frame=made[0].frame)]
    assert table.digest() != table_of(moved).digest()


def test_what_lies_in_a_frame(tmp_path):
    (_, frame, *_) = records(f"penn_fudan={write_penn_fudan(tmp_path)}")
    instances = instances_of(frame.frame, SIZE)
    assert instances.boxes.tolist() == [list(box) for box in people_of(1)]
    for value, mask in enumerate(instances.masks, start=1):
        np.testing.assert_array_equal(mask == 255, mask_of(1) == value)
    with pytest.raises(PictureError, match="the picture has 4x5 pixels"):
        instances_of(frame.frame, (4, 5))


def test_frames_without_people_are_left_out_and_said(tmp_path):
    file, said = write_coco(tmp_path), []
    content = json.loads(file.read_text())
    content["annotations"] = [a for a in content["annotations"] if a["image_id"] in (1, 2)]
    file.write_text(json.dumps(content))
    assert len(records(f"coco={file}", say=said.append)) == 2
    assert [message.id for message in said] == ["training-frames-empty"]
    assert said[0].values["left_out"] == 2
    content["annotations"] = [a for a in content["annotations"] if a["category_id"] == 2]
    file.write_text(json.dumps(content))
    with pytest.raises(PictureSourceError, match="nobody is marked in any of") as caught:
        records(f"coco={file}")
    assert str(file) in str(caught.value.place)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((), "frames in which people are marked"),
        (("penn_fudan",), "not FORM=PATH"),
        (("market1501=.",), "does not take 'market1501'"),
    ],
)
def test_sets_that_are_no_frames(given, message):
    with pytest.raises(UsageError, match=message) as caught:
        records(*given)
    assert "penn_fudan" in caught.value.hint


def test_a_form_that_does_not_exist():
    with pytest.raises(ValueError, match="'pen_fudan' is not known; did you mean 'penn_fudan'"):
        FrameData(kind="frames", forms=("pen_fudan",), people_only=True)


def test_no_target(tmp_path):
    request = DataRequest((f"penn_fudan={write_penn_fudan(tmp_path)}",), ("market1501=x",))
    with pytest.raises(UsageError, match="adapts to no target"):
        training_table(DATA, request, tmp_path, Reporter(), 1)
    table = training_table(DATA, DataRequest(request.source), tmp_path, Reporter(), 1)
    assert len(table) == 4


def test_masks_of_another_size_are_found_before_the_training(tmp_path):
    made = records(f"penn_fudan={write_penn_fudan(tmp_path)}")
    check_frames(made, masks=True)
    path = tmp_path / "PedMasks" / "FudanPed00002_mask.png"
    Image.new("L", (7, 9)).save(path)
    check_frames(made, masks=False)
    with pytest.raises(FramesError, match="the mask has 9x7 pixels") as caught:
        check_frames(made, masks=True)
    assert str(path) in str(caught.value.place)


def test_frames_of_another_size_and_pictures_that_are_no_frames(tmp_path):
    made = records(f"penn_fudan={write_penn_fudan(tmp_path)}")
    with pytest.raises(PictureError, match="nothing is marked"):
        check_frames([replace(made[0], frame=None)], masks=False)
    Image.new("RGB", (20, 10)).save(made[1].path)
    with pytest.raises(PictureError, match="the picture has 10x20 pixels"):
        check_frames(made, masks=False)


def test_a_person_without_a_mask(tmp_path):
    made = records(f"crops={write_crops(tmp_path / 'gate', masks=False)}")
    check_frames(made, masks=False)
    with pytest.raises(PictureError, match="a box and no mask") as caught:
        check_frames(made, masks=True)
    assert "ssd.small" in caught.value.hint
    assert instances_of(made[0].frame, SIZE).masks is None


def test_a_crowd_needs_no_mask(tmp_path):
    """A person whom `probe crop` left out has none; the others of the frame keep theirs."""
    folder = write_crops(tmp_path / "gate")
    left_out = BoxRow(3, None, (70.0, 30.0, 8.0, 10.0), 0.5, 9, "", "small")
    add_rows(folder / "boxes.csv", [left_out])
    made = records(f"crops={folder}")
    check_frames(made, masks=True)
    instances = instances_of(made[3].frame, SIZE)
    assert instances.crowds.tolist() == [False, False, True]
    assert [bool(mask.any()) for mask in instances.masks] == [True, True, False]


def test_a_class_that_the_network_does_not_have(tmp_path):
    every = DATA.model_copy(update={"people_only": False})
    made = records(f"coco={write_coco(tmp_path)}", data=every)
    check_kinds(made, 2)
    with pytest.raises(UsageError, match=r"small/1\.png shows something of class 1") as caught:
        check_kinds(made, 1)
    assert "instances_small.json" in str(caught.value.place)
    assert "data.people_only=true" in caught.value.hint
