"""torchvision's SSD300-VGG16 through its file: the people that torchvision itself finds."""

import sys

import numpy as np
import pytest
import torch

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.contracts import Runtime
from probe.errors import CheckpointError, DetectorError
from probe.frames.detecting import open_detector

CPU = Runtime(device="cpu", threads=1)


@pytest.fixture(scope="module")
def network():
    """Random weights of three classes, the head far enough from 0 to see something."""
    allow_torchvision()
    detection = pytest.importorskip("torchvision.models.detection")
    torch.manual_seed(3)
    network = detection.ssd300_vgg16(weights=None, weights_backbone=None, num_classes=3)
    for layer in network.head.classification_head.module_list:
        torch.nn.init.normal_(layer.bias, 0, 1)
    return network.eval()


@pytest.fixture
def file(network, tmp_path):
    path = tmp_path / "ssd.pth"
    torch.save({f"module.{name}": value for name, value in network.state_dict().items()}, path)
    return path


def test_people_are_those_of_torchvision(network, file):
    frame = np.random.default_rng(1).integers(0, 256, (90, 150, 3), dtype=np.uint8)
    found = open_detector(f"ssd={file}", CPU).detect(frame)
    with torch.inference_mode():
        (seen,) = network([torch.from_numpy(frame).permute(2, 0, 1) / 255])
    # Boxes that lie outside of the frame have no size once they are cut at its border.
    sized = (seen["boxes"][:, 2:] > seen["boxes"][:, :2]).all(1)
    people = (seen["labels"] == 1) & sized
    assert people.sum() > 3
    corners = found.boxes.copy()
    corners[:, 2:] += corners[:, :2]
    np.testing.assert_allclose(corners, seen["boxes"][people], rtol=1e-5, atol=1e-4)
    np.testing.assert_allclose(found.scores, seen["scores"][people], rtol=1e-5)
    assert (np.diff(found.scores) <= 0).all()
    assert found.masks is None


def test_what_is_refused(network, file, tmp_path, monkeypatch):
    with pytest.raises(DetectorError, match="ssd needs a checkpoint"):
        open_detector("ssd")
    torch.save({"conv1.weight": torch.zeros(2)}, tmp_path / "other.pth")
    with pytest.raises(CheckpointError, match="no file of SSD300-VGG16"):
        open_detector(f"ssd={tmp_path / 'other.pth'}", CPU)
    half = dict(network.state_dict())
    half.pop("backbone.extra.0.1.weight")
    torch.save(half, tmp_path / "half.pth")
    with pytest.raises(CheckpointError, match="do not fit SSD300"):
        open_detector(f"ssd={tmp_path / 'half.pth'}", CPU)
    monkeypatch.setitem(sys.modules, "torchvision.models.detection", None)
    with pytest.raises(DetectorError, match="needs the package torchvision") as caught:
        open_detector(f"ssd={file}", CPU)
    assert "probe-reid[ssd]" in caught.value.hint
