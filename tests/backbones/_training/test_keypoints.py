"""Joints of every form of file; joints of another picture are refused."""

import json

import numpy as np
import pytest

from probe.backbones._training.keypoints import (
    JointCounts,
    are_small,
    check_inside,
    count_joints,
    reach,
    read_keypoints,
)
from probe.errors import PictureError

JOINTS = [[3.0, 5.0, 1.0], [0.0, 0.0, 0.0], [7.5, 9.0, 1.0]]
FLAT = [3, 5, 0.8, 0, 0, 0, 7.5, 9, 0.1]
FORMS = {
    "list": [[3, 5], None, [7.5, 9]],
    "mapping": {"keypoints": {"a": [3, 5], "b": None, "c": [7.5, 9]}},
    "flat": FLAT,
    "coco": {"annotations": [{"keypoints": [3, 5, 2, 0, 0, 0, 7.5, 9, 1]}]},
    "openpose": {"people": [{"pose_keypoints_2d": [1, 1, 0.1] * 3}, {"pose_keypoints_2d": FLAT}]},
}


@pytest.mark.parametrize("form", FORMS)
def test_json_of_every_form(form, tmp_path):
    path = tmp_path / "joints.json"
    path.write_text(json.dumps(FORMS[form]))
    assert read_keypoints(path).tolist() == JOINTS


def test_landmarks_are_row_and_column(tmp_path):
    path = tmp_path / "joints.txt"
    path.write_text("5 3\n-1 -1\n9.0 7.5\n")
    joints = read_keypoints(path)
    assert joints[[0, 2]].tolist() == [JOINTS[0], JOINTS[2]]
    assert joints[1, 2] == 0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", '{"people": []}', "nobody in it"),
        ("a.json", "[1, 2, 3, 4]", "no keypoints can be read"),
        ("a.json", '{"people": [{"pose": []}]}', "no keypoints can be read"),
        ("a.txt", "1 2 3", "no keypoints can be read"),
        ("a.txt", "a b", "no keypoints can be read"),
        ("a.txt", "1 nan", "finite"),
        ("a.json", "[[1, 1e999]]", "a number in it is not finite"),
        ("a.json", "[[1, " + "9" * 401 + "]]", "no keypoints can be read"),
        ("a.json", "[" * 100_000, "no keypoints can be read"),
        ("a.json", '{"annotations": []}', "it has 0 annotations"),
        ("a.json", '{"annotations": [{}, {}]}', "it has 2 annotations"),
        ("a.json", "7", "no keypoints can be read"),
        ("a.npy", "", "no keypoints can be read"),
    ],
)
def test_other_files_are_refused(name, text, message, tmp_path):
    (tmp_path / name).write_text(text)
    with pytest.raises(PictureError, match=message) as caught:
        read_keypoints(tmp_path / name)
    assert caught.value.place == str(tmp_path / name)


def test_joints_of_another_picture_size_are_refused(tmp_path):
    joints = np.array([[30, 60, 1], [31, 63, 1], [5, 5, 0], [40, 90, 1]], np.float32)
    check_inside(joints, (32, 64), tmp_path)
    assert count_joints(joints, (32, 64)) == JointCounts(shown=2, missing=1, outside=1)
    with pytest.raises(PictureError, match=r"3 of 3 joints lie outside .* 16x32") as caught:
        check_inside(joints, (16, 32), tmp_path)
    assert "pixels of the picture file" in caught.value.hint


def test_how_far_down_a_person_reaches():
    joints = np.array([[5, y, 1] for y in range(10, 20)] + [[5, 90, 0]], np.float32)
    assert reach(joints, (16, 20)) == pytest.approx(19 / 20)
    assert reach(joints[-5:], (16, 20)) is None
    assert not are_small([0.4] * 7)
    assert are_small([0.45] * 8)
    assert not are_small([0.9] * 5 + [0.3] * 4)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("k.npy", b""),
        ("k.npy", b"SECRET"),
        ("k.txt", b"SECRET 5\n"),
        ("k.txt", b"1 2 3\n"),
        ("k.txt", b"\xff\xfe\x00"),
        ("k.json", b'{"annotations": []}'),
        ("k.json", b'{"people": ["SECRET"]}'),
        ("k.json", b'["SECRET"]'),
        ("k.json", b"[" * 10**5),
        ("k.json", b"[[" + b"9" * 401 + b", 1]]"),
        ("k.json", b'{"keypoints": 5}'),
    ],
)
def test_files_of_another_kind_are_refused_and_not_quoted(name, content, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(PictureError, match=name) as refused:
        read_keypoints(path)
    assert "SECRET" not in str(refused.value)
