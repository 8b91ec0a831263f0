"""Keypoints are read and counted before the first stage begins."""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.keypoint_check import check_keypoints
from probe.backbones._training.table import TrainingRecord, table_of
from probe.contracts import Reporter
from probe.errors import PictureError, UsageError
from probe.wording import wording_of

SHOWN, MISSING, OUTSIDE = [5, 6], None, [5, 99]


class Steps(Reporter):
    def __init__(self):
        self.lines = []

    def step(self, message):
        self.lines.append(wording_of().either(message))


def stage(name="generator", load=("keypoints",), joints=3, data_set=None):
    def chosen(table):
        return np.ones(len(table), np.bool_) if data_set is None else table.sets == data_set

    return SimpleNamespace(
        name=name, load=load, sampler=SimpleNamespace(chosen=chosen),
        objective=SimpleNamespace(joints=joints, joint_layout="three"),
    )  # fmt: skip


@pytest.fixture
def table(tmp_path):
    """`table(joints of a picture, ...)`; None for a picture without keypoints."""

    def build(*pictures):
        records = []
        for number, joints in enumerate(pictures):
            path, keypoints = tmp_path / f"{number}.png", tmp_path / f"{number}.json"
            Image.new("RGB", (16, 32)).save(path)
            if joints is not None:
                keypoints.write_text(json.dumps(joints))
            beside = None if joints is None else keypoints
            records.append(TrainingRecord(path, path.name, "a", number, 0, keypoints=beside))
        return table_of(records)

    return build


def said(stages, pictures):
    steps = Steps()
    check_keypoints(stages, pictures, steps)
    return steps.lines


def test_joints_are_counted_once_for_stages_that_share_them(table):
    pictures = table([SHOWN] * 3, [SHOWN, MISSING, OUTSIDE], [MISSING] * 3)
    lines = said([stage("baseline", load=()), stage("second"), stage("third")], pictures)
    assert lines == [
        "keypoints of 3 pictures for second and third: of 9 joints 4 are missing and 1 lie outside "
        "of their picture; 1 pictures show no joint at all"
    ]


def test_nothing_is_read_where_no_stage_loads_keypoints(table):
    assert said([stage(load=())], table(None)) == []


def test_a_stage_of_one_set_needs_keypoints_of_this_set_only(table):
    first, second = table([SHOWN] * 3).records[0], TrainingRecord(Path("b.png"), "b.png", "b", 0, 0)
    assert "of 1 pictures" in said([stage(data_set=0)], table_of([first, second]))[0]
    with pytest.raises(UsageError, match="1 of 2 pictures have no keypoints") as caught:
        said([stage()], table_of([first, second]))
    assert caught.value.place == "b.png"
    assert "keypoints/" in caught.value.hint
    assert "b.json" in caught.value.hint


def test_another_number_of_joints_is_refused_with_the_file(table):
    pictures = table([SHOWN] * 3, [SHOWN] * 2)
    with pytest.raises(UsageError, match="2 joints, not the 3 of three") as caught:
        said([stage()], pictures)
    assert caught.value.place == str(pictures.records[1].keypoints)
    assert "objective.poses.layout" in caught.value.hint
    assert said([stage(joints=None)], pictures), "where the objective takes any number"


def test_keypoints_of_another_picture_size_are_refused_with_the_file(table):
    pictures = table([SHOWN, OUTSIDE, OUTSIDE])
    with pytest.raises(PictureError, match="of another size") as caught:
        said([stage()], pictures)
    assert caught.value.place == str(pictures.records[0].keypoints)


def test_keypoints_that_cannot_be_read_are_named(table):
    pictures = table([SHOWN] * 3)
    pictures.records[0].keypoints.write_text("{")
    with pytest.raises(PictureError, match="no keypoints can be read"):
        said([stage()], pictures)


def test_keypoints_of_smaller_pictures_are_doubted(table):
    whole = [[5, 3 * row + 4] for row in range(9)]
    half = [[x / 2, y / 2] for x, y in whole]
    assert len(said([stage(joints=9)], table(*[whole] * 9))) == 1
    doubt = said([stage(joints=9)], table(*[half] * 9))[0]
    assert "the lowest joints lie at 44\xa0% of the height" in doubt
