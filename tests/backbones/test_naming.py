"""Weights are named after their file, and known by their checksum."""

import hashlib
from pathlib import Path

import pytest

from probe.backbones.naming import sha256_of, shipped_weights, tag_of
from probe.contracts import BackboneCard
from probe.embedding.registry import find_all


@pytest.mark.parametrize(
    ("file", "architecture", "tag"),
    [
        ("lup_moco_r50.pth", "moco", "lup_moco_r50"),
        ("osnet_x0_25_msmt17.pth", "osnet_x0_25", "msmt17"),
        ("OSNet_x1_0-Market.PTH", "osnet_x1_0", "market"),
        ("osnet_x1_0.pth", "osnet_x0_25", "osnet_x1_0"),
        ("model.pth.tar-60", "osnet_x1_0", "model"),
        ("checkpoint_0199.pth.tar", "moco", "checkpoint_0199"),
        ("ibn.safetensors", "ibn", "ibn"),
        ("r50 (best) v1.2.onnx", "onnx", "r50_best_v1_2"),
        ("---.pth", "moco", "weights"),
    ],
)
def test_the_tag_is_the_name_without_endings_and_architecture(file, architecture, tag):
    assert tag_of(Path("somewhere") / file, architecture) == tag


def test_the_checksum_is_that_of_the_whole_file(tmp_path):
    content = bytes(range(256)) * 5000
    (tmp_path / "w.pth").write_bytes(content)
    assert sha256_of(tmp_path / "w.pth") == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("architecture", ["arcface", "moco"])
def test_shipped_weights_lie_in_the_package_of_their_card(architecture):
    card = BackboneCard(architecture, tag="demo", input_size=(128, 48), needs_weights=False)
    path = shipped_weights(card, f"probe.backbones.{architecture}")
    assert path.name == f"{architecture}.demo.safetensors"
    assert path.is_file()
    own = card.with_changes(needs_weights=True)
    assert shipped_weights(own, f"probe.backbones.{architecture}") is None


def test_a_shipped_model_that_is_named_again_has_the_same_weights():
    first, second = find_all(["moco.demo", "moco.demo"])
    assert (first.name, second.name) == ("moco.demo", "moco.demo-2")
    files = {shipped_weights(choice.card, "probe.backbones.moco") for choice in (first, second)}
    assert len(files) == 1
    assert files.pop().is_file()
