"""How a ResNet trunk begins: with random weights, or with weights that the user has."""

import pytest
import torch
from torch import nn

from probe.backbones._training.trunk_start import Pretrained, initialise, pretrained_file
from probe.errors import UsageError


@pytest.fixture
def hub(tmp_path, monkeypatch):
    """Torch's cache, in a folder of its own, with one file."""
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path / "hub"))
    folder = tmp_path / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    (folder / "resnet50-0676ba61.pth").write_bytes(b"weights")
    return folder


def test_convolutions_begin_with_the_spread_of_their_fan_out():
    torch.manual_seed(0)
    network = nn.Sequential(nn.Conv2d(4, 64, 3), nn.BatchNorm2d(64), nn.Linear(8, 8))
    linear = network[2].weight.detach().clone()
    initialise(network)
    spread = network[0].weight.detach().std().item()
    assert spread == pytest.approx((2 / (64 * 9)) ** 0.5, rel=0.1)
    assert torch.equal(network[2].weight, linear), "only convolutions are drawn"
    assert torch.equal(network[1].weight, torch.ones(64))


def test_a_file_is_where_it_is_named(tmp_path, hub):
    path = tmp_path / "resnet50-0676ba61.pth"
    path.write_bytes(b"mine")
    assert pretrained_file(str(path)) == path


def test_a_name_is_looked_up_in_torchs_cache(hub):
    assert pretrained_file("resnet50-0676ba61.pth") == hub / "resnet50-0676ba61.pth"


def test_weights_that_are_nowhere_are_not_downloaded(hub):
    with pytest.raises(UsageError, match="not here, nor in torch's cache") as refused:
        pretrained_file("resnet18-f37072fd.pth")
    assert refused.value.place == "resnet18-f37072fd.pth"
    assert str(hub) in refused.value.hint


@pytest.mark.parametrize(
    ("digest", "taken"), [("0676ba61", True), ("0676ba6", False), ("X" * 8, False)]
)
def test_weights_are_named_with_8_digits_of_their_checksum_at_least(digest, taken):
    if taken:
        assert Pretrained(weights="a.pth", sha256=digest).sha256 == digest
    else:
        with pytest.raises(ValueError, match="sha256"):
            Pretrained(weights="a.pth", sha256=digest)
