"""A trunk never runs without the head it was trained with, unless a card says so."""

import pytest
import torch

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.load_report import load_tensors
from probe.backbones._torch.unknown_heads import unknown_heads
from probe.errors import CheckpointError

ROOTS = ("", "backbone.")


def norm(width):
    return torch.nn.BatchNorm1d(width).state_dict()


def under(prefix, tensors):
    return {f"{prefix}.{name}": tensor for name, tensor in tensors.items()}


HEADS = {
    "linear and batch norm": {"head.0.weight": torch.ones(256, 4), **under("head.1", norm(256))},
    "linear": {"fc.weight": torch.ones(256, 4), "fc.bias": torch.ones(256)},
    "batch norm": under("bottleneck", norm(4)),
    "two layers": {"fc.0.weight": torch.ones(70, 4), "fc.2.weight": torch.ones(33, 70)},
    "a classifier behind a layer": {
        "classifier.add_block.0.weight": torch.ones(512, 4),
        "classifier.classifier.weight": torch.ones(751, 512),
    },
    "another network": {"decoder.conv.weight": torch.ones(3, 4, 5, 5)},
    "a parameter": {"scale": torch.ones(4)},
}
LEFT_OUT = {
    "a classifier": {"classifier.weight": torch.ones(751, 4), "classifier.bias": torch.ones(751)},
    "a classifier of 256": {"classifier.weight": torch.ones(256, 4)},
    "of ImageNet": {"fc.weight": torch.ones(1000, 4), "fc.bias": torch.ones(1000)},
    "several": {f"classifiers.{k}.weight": torch.ones(751, 4) for k in range(3)},
    "a 1 x 1 convolution": {"classifier.weight": torch.ones(702, 4, 1, 1)},
    "a loss": {"criterion.center": torch.ones(751, 4), "arcface.weight": torch.ones(751, 4)},
    "a queue": {"queue": torch.ones(128, 64), "queue_ptr": torch.ones(1)},
}


@pytest.mark.parametrize("where", ["", "backbone."])
@pytest.mark.parametrize("kind", HEADS)
def test_a_head_that_is_not_known_is_refused_with_both_lines(kind, where, network, state, tmp_path):
    head = {where + name: tensor for name, tensor in HEADS[kind].items()}
    torch.save({**{f"backbone.{k}": t for k, t in state.items()}, **head}, tmp_path / "own.pth")
    layer = where + next(iter(HEADS[kind])).partition(".")[0]
    before = network[0].weight.clone()
    names = tuple(f"{name.partition('.')[0]}." for name in HEADS[kind])
    options = {"roots": ROOTS, "classifiers": (*names, "scale"), "expected": "small"}
    with pytest.raises(CheckpointError, match="goes on behind the network") as caught:
        load_tensors(network, read_checkpoint(tmp_path / "own.pth"), **options)
    assert layer in caught.value.message
    assert f"options: {{head: {layer}}} to take it" in caught.value.hint
    assert "options: {head: ignore} to leave it out" in caught.value.hint
    assert "backbone: small, weights: own.pth" in caught.value.hint
    torch.testing.assert_close(network[0].weight, before)
    load_tensors(network, read_checkpoint(tmp_path / "own.pth"), head="ignore", **options)
    torch.testing.assert_close(network[0].weight, state["0.weight"])


@pytest.mark.parametrize("where", ["", "backbone."])
@pytest.mark.parametrize("kind", LEFT_OUT)
def test_what_only_training_uses_is_left_out(kind, where, network, state, tmp_path):
    head = {where + name: tensor for name, tensor in LEFT_OUT[kind].items()}
    torch.save({**{f"backbone.{k}": t for k, t in state.items()}, **head}, tmp_path / "own.pth")
    names = tuple(LEFT_OUT[kind])
    report = load_tensors(
        network, read_checkpoint(tmp_path / "own.pth"), roots=ROOTS, classifiers=names
    )
    assert len(report.dropped) == len(head)


def test_what_an_architecture_or_a_card_knows_is_left_out(network, state, tmp_path):
    tensors = {**{f"backbone.{k}": t for k, t in state.items()}, **HEADS["linear"]}
    torch.save(tensors, tmp_path / "own.pth")
    checkpoint = read_checkpoint(tmp_path / "own.pth")
    for option in ("elsewhere", "heads"):
        assert load_tensors(network, checkpoint, roots=ROOTS, **{option: ("fc.",)}).dropped
        with pytest.raises(CheckpointError, match=r"fc\.weight"):
            load_tensors(network, checkpoint, roots=ROOTS, **{option: ("odd.",)})


def test_layers_are_named_by_what_they_do_not_share_with_the_network():
    tensors = {
        "model.backbone.odd.weight": torch.ones(2),
        "model.neck.weight": torch.ones(2),
        "tail": torch.ones(2),
    }
    found = unknown_heads(tensors, "model.backbone.", ())
    assert list(found) == ["model.backbone.odd", "model.neck", "tail"]
