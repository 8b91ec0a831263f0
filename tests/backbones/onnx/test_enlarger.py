"""A network that makes pictures larger: what it makes of them, and which files are refused."""

import numpy as np
import onnxruntime
import pytest

from probe.backbones.onnx.enlarger import Enlarger, open_enlarger
from probe.backbones.onnx.graph import read_graph
from probe.contracts import Runtime
from probe.errors import CheckpointError
from tests.backbones.onnx.enlarging import save_enlarging


def enlarger(path):
    """Without the process of its own in which a file is tried first."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return Enlarger(read_graph(path), session)


def test_pictures_come_out_as_the_network_makes_them(tmp_path):
    runtime = Runtime(cache=tmp_path / "cache")
    made = open_enlarger(save_enlarging(tmp_path / "double.onnx"), runtime)
    assert (made.scale, made.path.name) == (2, "double.onnx")
    for size in ((30, 11), (7, 5)):
        picture = np.random.default_rng(0).integers(0, 256, (*size, 3), np.uint8)
        assert (made(picture) == picture.repeat(2, 0).repeat(2, 1)).all()
    assert made(picture).dtype == np.uint8


def test_the_scale_is_found(tmp_path):
    assert enlarger(save_enlarging(tmp_path / "four.onnx", scale=4)).scale == 4


@pytest.mark.parametrize(
    ("how", "refusal"),
    [
        ({"times": 255.0}, "values from 0.00 to 255.00 where they go from 0 to 1"),
        ({"times": -1.0}, "another picture than the one it enlarges"),
        ({"times": float("nan")}, "numbers that are not finite"),
        ({"scale": 1}, "gives 32 x 16 for a picture of 32 x 16, not 2 to 8 times"),
        ({"scale": 1.5}, "gives 48 x 24 for a picture of 32 x 16, not 2 to 8 times"),
        ({"noise": 0.2}, "makes another picture each time"),
        ({"mean": True}, "gives 1 x 1 for a picture of 32 x 16"),
    ],
)
def test_another_network_is_refused_in_one_line_with_its_file(tmp_path, how, refusal):
    path = save_enlarging(tmp_path / "other.onnx", **how)
    with pytest.raises(CheckpointError) as caught:
        enlarger(path)
    assert refusal in caught.value.message
    assert "\n" not in caught.value.message
    assert str(caught.value.place) == str(path)
    assert "RGB from 0 to 1" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("how", "refusal"),
    [
        ({"size": (128, 64)}, "takes pictures of 128 x 64 only"),
        ({"channels": 1}, "not RGB pictures"),
    ],
)
def test_what_the_file_alone_tells_is_refused_before_it_is_run(tmp_path, how, refusal):
    path = save_enlarging(tmp_path / "fixed.onnx", **how)
    with pytest.raises(CheckpointError, match=refusal) as caught:
        open_enlarger(path, Runtime(cache=tmp_path))
    assert str(caught.value.place) == str(path)


def test_no_file_and_no_network(tmp_path):
    with pytest.raises(CheckpointError, match="no such ONNX file"):
        open_enlarger(tmp_path / "none.onnx", Runtime())
    (tmp_path / "text.onnx").write_text("no network")
    with pytest.raises(CheckpointError, match="not an ONNX file"):
        open_enlarger(tmp_path / "text.onnx", Runtime())
