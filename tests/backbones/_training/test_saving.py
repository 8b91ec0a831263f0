"""Checkpoints of a training in progress: what is written, and what may be gone on with."""

from types import SimpleNamespace

import pytest
import torch
from torch import nn

from probe.backbones._training.checkpoint import CHECKPOINT, read_state
from probe.backbones._training.saving import (
    state_to_resume,
    write_checkpoint,
    write_end,
    write_within,
)
from probe.errors import CheckpointError

DIGESTS = ("a" * 64, "b" * 64)


class Table:
    def digest(self):
        return "pictures"


@pytest.fixture
def recipe():
    return SimpleNamespace(
        name="tiny", stages=("first", "second"), stage_digest=lambda number: DIGESTS[number]
    )


@pytest.fixture
def training(recipe, tmp_path):
    return SimpleNamespace(
        recipe=recipe, data="pictures", lines=4, seconds=10.0, out=tmp_path,
        networks={"backbone": nn.Linear(2, 3)},
    )  # fmt: skip


@pytest.fixture
def running():
    return SimpleNamespace(
        epoch=2, at=3, step=11, sums={"loss/train": [torch.tensor(0.5), 0.25]},
        parts=lambda: {"networks": {"backbone": {"weight": torch.ones(1)}}},
    )  # fmt: skip


def resumed(recipe, out):
    return state_to_resume(recipe, Table(), out, resume=True)


def test_an_empty_folder_begins_anew(recipe, tmp_path):
    assert state_to_resume(recipe, Table(), tmp_path, resume=True) is None
    assert state_to_resume(recipe, Table(), tmp_path, resume=False) is None


def test_a_training_in_the_folder_is_not_overwritten(recipe, training, running, tmp_path):
    write_checkpoint(training, running, 0)
    with pytest.raises(CheckpointError, match="in this folder already") as refused:
        state_to_resume(recipe, Table(), tmp_path, resume=False)
    assert "--resume" in refused.value.hint
    assert resumed(recipe, tmp_path).epoch == 2


def test_a_checkpoint_counts_what_a_stage_in_progress_has_done(recipe, training, running, tmp_path):
    running.sums = {}
    write_checkpoint(training, running, 1, took=2.5)
    state = resumed(recipe, tmp_path)
    assert (state.stage, state.begun, state.recipe) == (1, True, DIGESTS[1])
    assert (state.epoch, state.at, state.step, state.lines) == (2, 3, 11, 4)
    assert state.seconds == 12.5
    assert torch.equal(state.random["torch"], torch.get_rng_state())


def test_in_the_middle_of_an_epoch_its_sums_are_kept_as_numbers(
    recipe, training, running, tmp_path
):
    write_within(training, running, 0, 1.0)
    assert resumed(recipe, tmp_path).sums == {"loss/train": [0.5, 0.25]}
    assert running.sums == {"loss/train": [0.5, 0.25]}


def test_between_epochs_nothing_is_written(training, running, tmp_path):
    running.at = 0
    write_within(training, running, 0, 1.0)
    assert not (tmp_path / CHECKPOINT).exists()


def test_after_a_stage_the_next_one_begins_with_its_networks(recipe, training, tmp_path):
    write_end(training, 0)
    state = resumed(recipe, tmp_path)
    assert (state.stage, state.begun, state.recipe) == (1, False, DIGESTS[0])
    assert (state.epoch, state.at, state.step, state.sums) == (0, 0, 0, {})
    weights = state.parts["networks"]["backbone"]["weight"]
    assert torch.equal(weights, training.networks["backbone"].weight)
    assert read_state(tmp_path / CHECKPOINT, dict(enumerate(DIGESTS)), "pictures").stage == 1
