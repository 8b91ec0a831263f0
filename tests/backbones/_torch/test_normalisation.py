"""Weights that state another normalisation than the card are refused."""

from pathlib import Path

import pytest
import torch

from probe.backbones._torch.checkpoint import Checkpoint
from probe.backbones._torch.normalisation import check_stated_normalisation
from probe.backbones.moco import spec
from probe.contracts import BackboneCard
from probe.errors import CheckpointError


def test_other_normalisation_in_the_file_is_refused(golden, eager, spec_card, tmp_path):
    data = golden("luperson_resnet50_ls1_256x128")
    own = {
        "pixel_mean": torch.tensor([0.3525, 0.3106, 0.3140]).view(1, 3, 1, 1) * 255,
        "pixel_std": torch.tensor([63.872, 64.305, 63.839]).view(1, 3, 1, 1),
    }
    file = data.save(tmp_path / "w.pth", lambda k: f"backbone.{k}", "model", own)
    with pytest.raises(CheckpointError, match="normalis") as caught:
        spec.load(spec_card(spec, "moco"), file, eager)
    assert "moco_finetuned" in str(caught.value)
    assert spec.load(spec_card(spec, "moco_finetuned"), file, eager).report.complete


CARD = BackboneCard("net", input_size=(64, 32), mean=(0.5, 0.5, 0.5), std=(0.25, 0.25, 0.25))


def stating(mean, std):
    """A checkpoint that states a normalisation in pixels, as fast-reid's older files do."""
    tensors = {"model.pixel_mean": torch.tensor(mean), "model.pixel_std": torch.tensor(std)}
    return Checkpoint(Path("w.pth"), "", "", tensors, ())


def test_rounding_is_no_other_normalisation():
    check_stated_normalisation(CARD, stating([127.5, 127.9, 127.1], [64.0, 63.5, 63.75]))


def test_the_card_that_fits_is_named_and_else_a_card_file():
    checkpoint = stating([127.5, 127.5, 127.5], [63.75, 63.75, 57.0])
    with pytest.raises(CheckpointError, match=r"std \(0\.25, 0\.25, 0\.2235\) says") as caught:
        check_stated_normalisation(CARD, checkpoint)
    assert caught.value.hint == "State the file's mean and std in a card file."
    fitting = CARD.with_changes(architecture="other", std=(0.25, 0.25, 57 / 255))
    with pytest.raises(CheckpointError) as caught:
        check_stated_normalisation(CARD, checkpoint, (CARD, fitting))
    assert caught.value.hint == "Use --backbone other=w.pth"


def test_a_file_that_states_none_says_nothing():
    check_stated_normalisation(CARD, Checkpoint(Path("w.pth"), "", "", {"w": torch.ones(3)}, ()))
