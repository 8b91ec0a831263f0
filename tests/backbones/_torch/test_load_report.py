"""A network is filled whole or not at all, and the report says what became of every tensor."""

import pytest
import torch

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones.osnet import spec
from probe.errors import CheckpointError


def loaded(path, network, **options):
    """The report of a file that is loaded into a network."""
    return load_tensors(network, read_checkpoint(path), **options)


def test_half_loaded_network_is_an_error_and_nothing_is_loaded(network, state, tmp_path):
    del state["0.bias"]
    state["0.weight"] += 5
    torch.save(state, tmp_path / "w.pth")
    before = network[0].weight.clone()
    with pytest.raises(CheckpointError, match=r"0.bias") as caught:
        loaded(tmp_path / "w.pth", network)
    assert "6 of the 7" in str(caught.value)
    torch.testing.assert_close(network[0].weight, before)


def test_other_shapes_and_other_architectures_are_told_apart(network, state, tmp_path):
    torch.save({**state, "0.weight": torch.ones(4, 5)}, tmp_path / "wide.pth")
    with pytest.raises(CheckpointError, match=r"0.weight \(4, 5\) instead of \(4, 3\)") as caught:
        loaded(tmp_path / "wide.pth", network)
    assert "sizes are not" in caught.value.hint
    torch.save({"blocks.0.attn.qkv.weight": torch.ones(4)}, tmp_path / "vit.pth")
    with pytest.raises(CheckpointError) as caught:
        loaded(tmp_path / "vit.pth", network)
    assert "blocks" in caught.value.hint


def test_heads_are_left_out_and_strangers_refused(network, state, tmp_path):
    extra = {"classifier.weight": torch.ones(2), "odd.weight": torch.ones(1)}
    torch.save({f"backbone.{k}": v for k, v in {**state, **extra}.items()}, tmp_path / "w.pth")
    roots = ("", "backbone.")
    with pytest.raises(CheckpointError, match=r"odd\.weight") as caught:
        loaded(tmp_path / "w.pth", network, roots=roots, heads=("classifier.",))
    assert "ignore: odd" in caught.value.hint
    report = loaded(tmp_path / "w.pth", network, roots=roots, heads=("classifier.", "odd."))
    assert report.root == "backbone."
    assert report.dropped == ("classifier.weight", "odd.weight")
    assert "odd.weight" in report.table()


def test_loading_the_wrong_family_names_it(golden, eager, spec_card, tmp_path):
    file = golden("bot_baseline_resnet50_256x128").save(tmp_path / "osnet_x1_0.pth")
    with pytest.raises(CheckpointError) as caught:
        spec.load(spec_card(spec, "osnet_x1_0"), file, eager)
    assert "reid-strong-baseline" in caught.value.hint
    assert "--backbone ibn=" in caught.value.hint


def test_stripping_keeps_names_without_wrappers():
    assert list(stripped({"module.backbone.a": torch.ones(1)})) == ["backbone.a"]


def test_a_prefix_that_the_whole_network_has_is_stripped(network, state, tmp_path):
    prefix = "feature_extractor.net."
    named = {f"{prefix}{name}": tensor + 1 for name, tensor in state.items()}
    torch.save({**named, "classifier.weight": torch.ones(2)}, tmp_path / "w.pth")
    report = loaded(tmp_path / "w.pth", network, heads=("classifier.",))
    assert report.root == prefix
    torch.testing.assert_close(network[0].weight, state["0.weight"] + 1)


def test_of_two_networks_under_prefixes_none_is_guessed(network, state, tmp_path):
    both = {f"{who}.{name}": t for who in ("first", "second") for name, t in state.items()}
    torch.save(both, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="0 of the"):
        loaded(tmp_path / "w.pth", network)


def test_layers_that_the_network_goes_on_with_are_not_left_out(network, state, tmp_path):
    tensors = {f"net.{name}": tensor for name, tensor in state.items()}
    more = {
        "net.head.weight": torch.ones(2),
        "tail.0.bias": torch.ones(2),
        "tails.x": torch.ones(1),
    }
    torch.save(tensors | more, tmp_path / "w.pth")
    options = {"roots": ("net.",), "heads": ("head.",), "head": "ignore"}
    report = loaded(tmp_path / "w.pth", network, **options)
    assert report.dropped == ("head.weight", "tail.0.bias", "tails.x")
    taken = report.with_head(["net.head", "tail"])
    assert taken.dropped == ("tails.x",)
    assert len(taken.matched) == len(report.matched) + 2
