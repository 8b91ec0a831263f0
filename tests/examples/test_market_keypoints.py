"""Rows of joints come to the pictures in the order of their names."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from probe.backbones._training.keypoints import read_keypoints

FILE = Path(__file__).parents[2] / "examples" / "studies" / "market_keypoints.py"


@pytest.fixture
def script():
    spec = importlib.util.spec_from_file_location("market_keypoints", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rows_follow_the_names_over_all_folders(script, tmp_path):
    for name in (
        "query/0002_b.jpg",
        "bounding_box_train/0001_a.jpg",
        "bounding_box_test/0003_c.jpg",
    ):
        path = tmp_path / name
        path.parent.mkdir()
        path.touch()
    rows = [[*range(14 * n, 14 * n + 14), *range(100, 114)] for n in range(3)]
    assert script.write_keypoints(rows, tmp_path) == 3
    joints = read_keypoints(tmp_path / "keypoints" / "query" / "0002_b.json")
    assert joints.shape == (18, 3)
    np.testing.assert_array_equal(joints[:14, 0], np.arange(14, 28))
    np.testing.assert_array_equal(joints[:14, 1], np.arange(100, 114))
    assert joints[:, 2].tolist() == [1] * 14 + [0] * 4


def test_a_missing_picture_shifts_nothing_where_names_are_given(script, tmp_path):
    (tmp_path / "query").mkdir()
    (tmp_path / "query" / "0002_b.jpg").touch()
    rows = [[*range(14 * n, 14 * n + 14), *range(100, 114)] for n in range(2)]
    with pytest.raises(SystemExit, match=r"1 names and 2 rows.* shifts all after it"):
        script.write_keypoints(rows, tmp_path)
    assert not (tmp_path / "keypoints").exists()
    assert script.write_keypoints(rows, tmp_path, ["0002_b.jpg", "0001_a.jpg"]) == 1
    joints = read_keypoints(tmp_path / "keypoints" / "query" / "0002_b.json")
    np.testing.assert_array_equal(joints[:14, 0], np.arange(14, 28))


def test_another_data_set_is_refused(script, tmp_path):
    (tmp_path / "query").mkdir()
    (tmp_path / "query" / "a.jpg").touch()
    with pytest.raises(SystemExit, match="1 names and 0 rows"):
        script.write_keypoints([], tmp_path)
    with pytest.raises(SystemExit, match="none of these pictures"):
        script.write_keypoints([[0] * 28], tmp_path, ["b.jpg"])
