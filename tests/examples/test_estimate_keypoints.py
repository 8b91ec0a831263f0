"""Keypoints of photographs by an ONNX estimator; what is missing is counted."""

import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._training.keypoints import read_keypoints

FILE = Path(__file__).parents[2] / "examples" / "studies" / "estimate_keypoints.py"
SIZE = (32, 16)

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


class Brightest(torch.nn.Module):
    """Heat maps: red of the picture for the first joints, nothing for the last three."""

    def __init__(self, joints):
        super().__init__()
        weights = torch.ones(1, joints, 1, 1)
        weights[:, joints - 3 :] = 0
        self.register_buffer("weights", weights)

    def forward(self, pictures):
        return pictures[:, :1] * self.weights


@pytest.fixture
def script():
    spec = importlib.util.spec_from_file_location("estimate_keypoints", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def estimator(tmp_path):
    def export(joints):
        path = tmp_path / f"{joints}.onnx"
        torch.onnx.export(Brightest(joints), torch.zeros(1, 3, *SIZE), str(path), dynamo=False)
        return str(path)

    return export


@pytest.fixture
def pictures(tmp_path):
    """A black picture with a red dot at column 20, row 40, in a folder of its camera."""
    picture = np.zeros((64, 32, 3), np.uint8)
    picture[40:42, 20:22, 0] = 255
    (tmp_path / "pictures" / "c1").mkdir(parents=True)
    Image.fromarray(picture).save(tmp_path / "pictures" / "c1" / "a.png")
    return tmp_path / "pictures"


@pytest.mark.parametrize(("joints", "missing"), [(18, 3), (17, 3)])
def test_joints_are_where_the_heat_maps_are_highest(
    joints, missing, script, estimator, pictures, tmp_path, capsys
):
    out = tmp_path / "keypoints"
    script.main([str(pictures), "--out", str(out), "--onnx", estimator(joints)])
    shown = read_keypoints(out / "c1" / "a.json")
    assert shown.shape == (18, 3)
    seen = shown[:, 2] > 0
    assert (~seen).sum() == missing
    np.testing.assert_allclose(shown[seen, :2], [[21, 41]] * seen.sum())
    assert f"1 pictures, 0 show nobody; {missing} of 18 joints missing" in capsys.readouterr().out


def test_distances_are_of_joints_that_both_have(script, estimator, pictures, tmp_path, capsys):
    other = tmp_path / "other" / "c1"
    other.mkdir(parents=True)
    joints = [[21, 41], [24, 45], *[None] * 16]
    (other / "a.json").write_text(json.dumps({"keypoints": joints}))
    given = ["--out", str(tmp_path / "out"), "--onnx", estimator(18)]
    script.main([str(pictures), *given, "--compare", str(other.parent)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split() == ["nose", "0.0", "0.0", "1"]
    assert lines[3].split() == ["neck", "5.0", "5.0", "1"]
    assert lines[-1].split()[-3:] == ["5.0", "5.0", "1"]


def test_joints_outside_and_unsure_ones_are_missing(script):
    joints = np.zeros((18, 3))
    joints[:, 2] = 1
    joints[0] = [-1, 5, 1]
    joints[1] = [5, 64, 1]
    joints[2] = [5, 5, 0.4]
    assert [place for place, row in enumerate(script.written(joints, (64, 32))) if row is None] == [
        0, 1, 2,
    ]  # fmt: skip
    assert script.written(None, (64, 32)) == [None] * 18


@pytest.mark.parametrize(
    ("given", "message"), [("nobody", "no picture in this folder"), ("", "MediaPipe is not inst")]
)
def test_what_is_not_there_is_said(given, message, script, pictures, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "mediapipe", None)
    (pictures / "nobody").mkdir()
    with pytest.raises(SystemExit, match=message):
        script.main([str(pictures / given), "--out", str(tmp_path / "out")])
    assert not (tmp_path / "out").exists()


def test_an_estimator_of_other_joints_is_refused(script, estimator, pictures, tmp_path):
    with pytest.raises(SystemExit, match="5 heat maps, not 18"):
        script.main([str(pictures), "--out", str(tmp_path / "out"), "--onnx", estimator(5)])
    assert not (tmp_path / "out").exists()
