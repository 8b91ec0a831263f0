"""How trainings and stages begin: anew from their seed, or where a checkpoint left them."""

from dataclasses import replace

import pytest
import torch

from probe.backbones._training import beginning
from probe.backbones._training.beginning import begin_stage, begin_training, go_back
from probe.backbones._training.checkpoint import CHECKPOINT
from probe.backbones._training.log import EpochLine, TrainingLog, read_lines
from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.saving import state_to_resume, write_checkpoint, write_end
from probe.errors import UsageError

CPU = torch.device("cpu")


@pytest.fixture
def training(two_stages, colour_table, one_thread, quiet, tmp_path):
    """`training()`: the training of two stages with its networks at their start."""
    recipe = two_stages()
    return lambda: begin_training(recipe, colour_table, tmp_path, one_thread, quiet, CPU)


def tensors(networks):
    return {
        f"{name}.{key}": value
        for name, network in networks.items()
        for key, value in network.state_dict().items()
    }


def same(first, second):
    assert set(first) == set(second)
    return all(torch.equal(first[name], second[name]) for name in first)


def test_networks_begin_from_the_seed_whatever_was_drawn_before(training):
    first = training()
    torch.randn(7)
    assert same(tensors(first.networks), tensors(training().networks))


def test_networks_may_depend_on_the_data(training):
    facts = training().facts
    assert (facts.size, facts.classes, facts.sets) == ((32, 16), 4, 1)


def test_pictures_that_the_network_cannot_take_are_refused(
    tiny_architecture, colour_table, one_thread, quiet, tmp_path
):
    data = tiny_architecture("ibn")
    data["augmentation"][0]["size"] = [1, 1]
    with pytest.raises(UsageError, match=r"takes no pictures of 1x1: .*spatial element") as caught:
        begin_training(recipe_from(data), colour_table, tmp_path, one_thread, quiet, CPU)
    assert "larger `size`" in str(caught.value.hint)


def test_a_later_stage_begins_from_its_number_alone(training):
    """However many numbers the stages before it have drawn."""
    verifiers = []
    for draws in (1, 100):
        begun = training()
        begin_stage(begun, 0, None)
        torch.randn(draws)
        begin_stage(begun, 1, None)
        verifiers.append(tensors({"verifier": begun.networks["verifier"]}))
    assert same(*verifiers)


def test_a_stage_goes_on_where_its_checkpoint_was_written(training, colour_table, tmp_path):
    begun = training()
    running = begin_stage(begun, 0, None)
    with torch.no_grad():
        begun.networks["backbone"].fc.weight.fill_(2.0)
    running.epoch, running.at, running.step = 1, 3, 7
    running.sums = {"loss/train": [4.0, 5.0]}
    torch.randn(5)  # as an epoch draws
    write_checkpoint(begun, running, 0)
    drawn = torch.randn(3)

    again = training()
    state = state_to_resume(again.recipe, colour_table, tmp_path, resume=True)
    resumed = begin_stage(again, 0, state)
    assert torch.equal(torch.randn(3), drawn), "random numbers go on where they were"
    assert same(tensors(again.networks), tensors(begun.networks))
    assert (resumed.epoch, resumed.at, resumed.step) == (1, 3, 7)
    assert resumed.sums == {"loss/train": [4.0, 5.0]}
    resumed.sums["loss/train"].append(6.0)
    assert state.sums["loss/train"] == [4.0, 5.0], "the state is not the stage's to change"


def test_what_no_optimiser_moves_is_said(write, two_stages, colour_table, one_thread, quiet,
                                         tmp_path):  # fmt: skip
    only = {"all": write.optimiser(["verifier"])}
    recipe = two_stages(optimisers=only)
    begun = begin_training(recipe, colour_table, tmp_path, one_thread, quiet, CPU)
    begin_stage(begun, 1, None)
    (note,) = [line for line in quiet.lines if "moved by no optimiser" in line]
    assert "backbone" in note
    assert "verifier" not in note


LINE = EpochLine("ids", 1, 4, {"train": 0.5}, {}, {"all": 0.1}, 12.0, 0.0, 9.0, 0.0)


@pytest.fixture
def after_first_stage(training, colour_table, tmp_path):
    """A checkpoint between the stages: its training, its state, and a log of an epoch too many."""
    begun = training()
    begin_stage(begun, 0, None)
    with torch.no_grad():
        begun.networks["classifier"].weight.fill_(3.0)
    begun.lines, begun.seconds = 2, 9.0
    write_end(begun, 0)
    with TrainingLog(tmp_path) as log:
        for epoch in (1, 2, 3):
            log.add(replace(LINE, epoch=epoch))
    return begun, state_to_resume(begun.recipe, colour_table, tmp_path, resume=True)


def test_going_back_brings_networks_time_and_log(after_first_stage, training, quiet, tmp_path):
    begun, state = after_first_stage
    again = training()
    with TrainingLog(tmp_path) as log:
        go_back(again, state, log)
    assert same(tensors(again.networks), tensors(begun.networks))
    assert (again.seconds, again.lines) == (9.0, 2)
    assert [line.epoch for line in read_lines(tmp_path)] == [1, 2]
    assert "1 of 2 stages are done" in quiet.lines
    assert not any("going on after" in line for line in quiet.lines)


def test_a_log_that_has_lost_epochs_is_said_and_hinders_nothing(
    after_first_stage, training, quiet, tmp_path
):
    _, state = after_first_stage
    (tmp_path / "log.jsonl").unlink()
    with TrainingLog(tmp_path) as log:
        go_back(training(), state, log)
    assert any("the log lacks epochs" in line for line in quiet.lines)


def test_without_tensorboard_that_is_said_and_nothing_else_at_the_start(
    training, quiet, tmp_path, monkeypatch
):
    monkeypatch.setattr(beginning, "has_tensorboard", lambda: False)
    begun = training()
    before = tensors(begun.networks)
    with TrainingLog(tmp_path) as log:
        go_back(begun, None, log)
    assert ["probe-reid[training]" in line for line in quiet.lines] == [True]
    assert same(tensors(begun.networks), before)
    assert not (tmp_path / CHECKPOINT).exists()
