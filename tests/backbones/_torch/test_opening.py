"""Opening a backbone: its file is named, is the card's own, and fills the network."""

import pytest
import torch

from probe.backbones._torch.opening import checkpoint_of, open_backbone, options_of
from probe.backbones.moco import spec
from probe.backbones.naming import sha256_of
from probe.contracts import BackboneCard
from probe.errors import CheckpointError


def test_weights_are_asked_for(eager, spec_card):
    with pytest.raises(CheckpointError, match="needs a weights file") as caught:
        spec.load(spec_card(spec, "moco"), None, eager)
    assert "--backbone moco=FILE" in caught.value.hint


@pytest.fixture
def file(small, tmp_path):
    """Weights of the small network, beside something that belongs to training."""
    tensors = {**small().state_dict(), "extra.weight": torch.ones(2)}
    torch.save({"model": tensors, "model_ema": tensors}, tmp_path / "small-Best.pth")
    return tmp_path / "small-Best.pth"


def test_the_file_must_be_the_one_of_the_card(small_card, file):
    card = small_card.with_changes(options={"part": "model"})
    with pytest.raises(CheckpointError, match="not the file of small") as caught:
        checkpoint_of(card, file)
    assert f"not {'ab' * 32}" in str(caught.value)
    assert caught.value.hint == f"Use --backbone small={file} for weights of your own."
    own = card.with_changes(sha256=sha256_of(file))
    assert checkpoint_of(own, file).sha256 == own.sha256


def test_what_was_loaded_is_in_the_card(small, small_card, file, eager):
    """The tag of the file's name, its checksum, and the length of a vector, found by trying."""
    options = {"part": "model_ema", "ignore": "other. extra."}
    card = small_card.with_changes(sha256="", dimension=0, options=options)
    backbone = open_backbone(card, file, eager, small())
    assert backbone.card.name == "small.best"
    assert backbone.card.sha256 == sha256_of(file)
    assert backbone.card.dimension == 8
    assert backbone.report.part == "model_ema"
    assert backbone.report.dropped == ("extra.weight",)


def test_what_has_no_place_is_refused_unless_the_card_leaves_it_out(small, small_card, file, eager):
    card = small_card.with_changes(sha256="", options={"part": "model"})
    with pytest.raises(CheckpointError, match=r"extra\.weight"):
        open_backbone(card, file, eager, small())
    opened = open_backbone(card, file, eager, small(), heads=("extra.",))
    assert opened.report.complete


def test_options_are_held_against_what_each_may_be():
    allowed = {"rows": ("adaptive", "chunk"), "relu": (True, False)}
    card = BackboneCard("net", input_size=(8, 4), options={"rows": "chunk", "part": "b"})
    assert options_of(card, allowed) == {"rows": "chunk", "relu": True, "part": "b"}
    with pytest.raises(CheckpointError, match="net takes rows adaptive or chunk, not thirds"):
        options_of(card.with_changes(options={"rows": "thirds"}), allowed)
