"""A card and its network as a detector of `probe crop`."""

import numpy as np
import pytest

from probe.contracts import Runtime
from probe.errors import CheckpointError, DetectorError
from probe.frames.detecting import open_detector

FRAME = np.zeros((128, 192, 3), np.uint8)

ROWS = np.zeros((1, 6, 40), np.float32)
ROWS[0, :, 0] = (30, 20, 10, 20, 0.1, 0.9)
ROWS[0, :, 1] = (31, 20, 10, 20, 0.1, 0.7)
ROWS[0, :, 2] = (80, 40, 10, 0, 0.1, 0.8)


def opened(path):
    return open_detector(f"onnx={path}", Runtime(device="cpu", threads=1))


def test_people_of_a_yolo(card):
    detector = opened(card({"out": ROWS}, output="out"))
    found = detector.detect(FRAME)
    np.testing.assert_allclose(found.boxes, [[50, 20, 20, 40]], atol=1e-4)
    np.testing.assert_allclose(found.scores, [0.9], rtol=1e-6)
    assert found.masks is None
    assert not detector.has_masks


def test_the_digest_follows_card_and_network(card):
    digests = {
        opened(card({"out": ROWS}, output="out")).digest,
        opened(card({"out": ROWS}, output="out", nms=0.6)).digest,
        opened(card({"out": ROWS * 2}, output="out")).digest,
    }
    assert len(digests) == 3


def test_nobody(card):
    assert len(opened(card({"out": ROWS * 0}, output="out")).detect(FRAME)) == 0


def test_what_is_refused(card, tmp_path):
    with pytest.raises(CheckpointError, match="2 outputs"):
        opened(card({"out": ROWS}))
    with pytest.raises(CheckpointError, match="card says"):
        opened(card({"out": ROWS}, size=(32, 96), output="out"))
    path = card({"b": np.zeros((1, 4))}, head="detr", boxes="b", scores="scorse")
    with pytest.raises(DetectorError, match="no output 'scorse'"):
        opened(path)
    with pytest.raises(DetectorError):
        opened(card({"out": ROWS}, weights="../net.onnx", output="out"))
    path = card({"out": ROWS}, output="out")
    (tmp_path / "net.onnx").write_bytes(b"no network")
    with pytest.raises(CheckpointError, match="not an ONNX file"):
        opened(path)
    with pytest.raises(DetectorError, match="onnx needs a card"):
        open_detector("onnx")
    with pytest.raises(DetectorError, match="this is the network itself") as caught:
        opened(tmp_path / "net.onnx")
    assert "weights: net.onnx" in caught.value.hint


def test_what_does_not_fit_a_frame_names_the_card(card):
    path = card({"out": ROWS[:, :5]}, output="out", person=4)
    with pytest.raises(DetectorError, match="has 1 column of scores") as caught:
        opened(path).detect(FRAME)
    assert caught.value.place == str(path)
