"""How a ResNet trunk begins: with random weights, or with weights that the user has."""

import pytest
import torch
from torch import nn

from probe.backbones._training.trunk_start import (
    Pretrained,
    initialise,
    pretrained_file,
    start_trunk,
)
from probe.backbones.naming import sha256_of
from probe.errors import CheckpointError, UsageError


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
    ("digest", "taken"), [("0676ba61", True), ("0676ba6", False), ("X" * 8, False), ("", False)]
)
def test_weights_are_named_with_8_digits_of_their_checksum_at_least(digest, taken):
    if taken:
        assert Pretrained(weights="a.pth", sha256=digest).sha256 == digest
    else:
        with pytest.raises(ValueError, match="sha256"):
            Pretrained(weights="a.pth", sha256=digest)


def test_start_weights_that_are_not_here_or_are_others(
    imagenet, learner_of, tiny_architecture, tmp_path, monkeypatch
):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    _, start = imagenet()
    with pytest.raises(UsageError, match="not here") as caught:
        pretrained_file("resnet50-0676ba61.pth")
    assert "start to null" in caught.value.hint
    kept = tmp_path / "torch" / "hub" / "checkpoints"
    kept.mkdir(parents=True)
    (kept / "resnet50-0676ba61.pth").write_bytes(b"x")
    assert pretrained_file("resnet50-0676ba61.pth") == kept / "resnet50-0676ba61.pth"
    with pytest.raises(CheckpointError, match="not the weights of the recipe"):
        learner_of(tiny_architecture("ibn", {"start": {**start, "sha256": "0" * 8}}))
    with pytest.raises(CheckpointError, match="do not fit"):
        learner_of(tiny_architecture("ibn", {"start": start, "ibn_a": True}))
    _, wider = imagenet(widths=(4, 4, 8, 16))
    with pytest.raises(CheckpointError, match="do not fit"):
        learner_of(tiny_architecture("ensemble", {"start": wider}))


def test_timms_weights_come_from_its_cache_only(tmp_path, monkeypatch):
    import huggingface_hub

    kept = {}
    monkeypatch.setattr(
        huggingface_hub, "try_to_load_from_cache", lambda repo, name: kept.get((repo, name))
    )
    with pytest.raises(UsageError, match="not in timm's cache") as caught:
        pretrained_file("timm:resnet50.a1_in1k")
    assert "pretrained=True" in caught.value.hint
    kept["timm/resnet50.a1_in1k", "model.safetensors"] = str(tmp_path / "model.safetensors")
    assert pretrained_file("timm:resnet50.a1_in1k") == tmp_path / "model.safetensors"
    with pytest.raises(UsageError, match="no weights of this name"):
        pretrained_file("timm:resnet50.no_such_weights")


def test_of_another_file_no_more_than_eight_digits_are_told(tmp_path, hub):
    path = tmp_path / "diary.txt"
    path.write_text("SECRET")
    digest = sha256_of(path)
    with pytest.raises(CheckpointError, match=f"begins with {digest[:8]}, not 01234567") as refused:
        start_trunk(nn.Identity(), Pretrained(weights=str(path), sha256="0123456789"))
    assert digest[:9] not in str(refused.value)
    with pytest.raises(UsageError, match="not here"):
        pretrained_file("~nobody-of-this-name/weights.pth")
    named = Pretrained(weights=str(path), sha256=digest)
    with pytest.raises(CheckpointError) as refused:
        start_trunk(nn.Identity(), named)
    assert "SECRET" not in str(refused.value)
