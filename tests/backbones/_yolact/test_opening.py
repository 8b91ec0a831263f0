"""Which network a file holds follows from its tensors; other files are named as what they are."""

import pytest
import torch

from probe.backbones._torch.checkpoint import Checkpoint
from probe.backbones._torch.families import recognise
from probe.backbones._yolact.model import Yolact, YolactShape
from probe.backbones._yolact.opening import filled, open_people, told_shape
from probe.contracts import Runtime
from probe.errors import CheckpointError

PLAIN_101 = YolactShape((3, 4, 23, 3), frozenset(), 3, 80, False)
PLUS_101 = YolactShape(
    (3, 4, 23, 3),
    frozenset([(1, 0), (1, 3), *((2, place) for place in range(0, 23, 3)), (3, 0)]),
    9,
    80,
    True,
)


def on_no_device(shape):
    with torch.device("meta"):
        return Yolact(shape)


@pytest.mark.parametrize("shape", [PLAIN_101, PLUS_101], ids=lambda shape: shape.name)
def test_variants_are_told_from_their_tensors(shape, tmp_path):
    network = on_no_device(shape)
    assert told_shape(network.state_dict(), tmp_path) == shape
    family = recognise(network.state_dict())
    assert family.name == ("YOLACT++" if shape.deformable else "YOLACT")
    assert family.architecture == "ResNet-101"
    assert not family.supported
    assert "--mask yolact" in str(family)


def test_size_of_the_official_networks(plus_50):
    """705 and 405 tensors, 52,571,142 and 33,766,460 parameters, all 80 classes."""
    for shape, tensors, parameters in (
        (PLUS_101, 705, 52_571_142),
        (YolactShape(plus_50.blocks, plus_50.deformable, 9, 80, True), 405, 33_766_460),
    ):
        network = on_no_device(shape)
        assert len(network.state_dict()) == tensors
        assert sum(p.numel() for p in network.parameters()) == parameters


def test_a_whole_file_opens_under_older_names_too(person, plus_50, tmp_path):
    network, data = person
    extra = {
        "backbone.layer1.0.conv1.weight": torch.zeros(1),
        "fpn.downsample_layers.2.weight": torch.zeros(1),
    }
    path = data.save(tmp_path / "yolact.pth", rename="module.{}".format, extra=extra)
    people = open_people(path, Runtime(device="cpu", threads=1))
    assert people.network.shape == plus_50
    ours, theirs = people.network.state_dict(), network.state_dict()
    assert all(torch.equal(ours[name], value) for name, value in theirs.items())
    assert "YOLACT++ ResNet-50" in people.digest


def checkpoint(tensors, path):
    return Checkpoint(path, "0" * 64, "", tensors, ())


def test_what_is_refused(person, tmp_path):
    tensors = dict(person[0].state_dict())
    with pytest.raises(CheckpointError, match="no file of YOLACT") as caught:
        filled(checkpoint({"conv1.weight": torch.zeros(3)}, tmp_path))
    assert "dbolya/yolact" in caught.value.hint
    dark = {name: value for name, value in tensors.items() if ".conv3." not in name}
    with pytest.raises(CheckpointError, match="0, 0, 0 and 0 bottlenecks"):
        filled(checkpoint(dark, tmp_path))
    half = {name: value for name, value in tensors.items() if not name.startswith("proto_net.8")}
    with pytest.raises(CheckpointError, match="do not fit YOLACT"):
        filled(checkpoint(half, tmp_path))
