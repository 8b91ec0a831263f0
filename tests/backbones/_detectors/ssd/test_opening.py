"""Small networks are told from their tensors; files of others are named as what they are."""

import pytest
import torch

from probe.backbones._detectors.ssd.network import SEEN, SmallShape, small_network
from probe.backbones._detectors.ssd.opening import open_ssd, told_shape
from probe.contracts import Runtime
from probe.errors import CheckpointError

SHAPE = SmallShape((48, 80), (1, 1, 2, 1), (8, 8, 16, 16), 2, (0.125, 0.25, 0.5, 0.5, 0.75, 1.0))
CPU = Runtime(device="cpu", threads=1)


@pytest.fixture(scope="module")
def tensors():
    torch.manual_seed(0)
    return small_network(SHAPE).state_dict()


def test_a_shape_is_told_from_its_tensors(tensors, tmp_path):
    assert told_shape(tensors, tmp_path) == SHAPE
    torch.save(tensors, tmp_path / "weights.pth")
    people = open_ssd(tmp_path / "weights.pth", CPU)
    assert people._size == (48, 80)


@pytest.mark.parametrize("missing", [SEEN, "backbone.resnet.layer1.0.conv1.weight"])
def test_what_it_does_not_say_is_named(tensors, tmp_path, missing):
    left = {name: value for name, value in tensors.items() if name != missing}
    with pytest.raises(CheckpointError, match="this is no small SSD") as caught:
        told_shape(left, tmp_path)
    assert missing in caught.value.message
    assert "ssd.small" in caught.value.hint


def test_a_file_that_is_not_whole(tensors, tmp_path):
    left = {name: value for name, value in tensors.items() if "extra.1" not in name}
    torch.save(left, tmp_path / "half.pth")
    with pytest.raises(CheckpointError, match="do not fit the small SSD"):
        open_ssd(tmp_path / "half.pth", CPU)
