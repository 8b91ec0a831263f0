"""The loop goes through the stages in order, stops where it is told, and goes on where it was."""

import pytest
import torch

from probe.backbones._training.checkpoint import CHECKPOINT
from probe.backbones._training.log import read_lines
from probe.backbones._training.loop import fit
from probe.backbones._training.machine import Machine
from probe.backbones._training.saving import state_to_resume
from probe.errors import UsageError


@pytest.fixture
def fitted(two_stages, colour_table, one_thread, quiet, tmp_path):
    """`fitted(stages, resume, **pairs)`: the networks, and what was told of the stages that ended.

    Of an end: the number of the stage, the names of its networks, and the stage of the checkpoint
    that is there at that moment.
    """

    def run(stages=2, *, resume=False, machine=one_thread, **pairs):
        recipe, ends = two_stages(**pairs), []

        def stage_done(number, networks):
            saved = torch.load(tmp_path / CHECKPOINT, weights_only=True)
            ends.append((number, sorted(networks), saved["stage"], saved["begun"]))

        state = state_to_resume(recipe, colour_table, tmp_path, resume=resume)
        networks = fit(recipe, colour_table, tmp_path, machine, quiet, state, stages, stage_done)
        return networks, ends

    return run


def test_stages_end_in_order_before_their_last_checkpoint_is_written(fitted, tmp_path):
    networks, ends = fitted()
    assert ends == [
        (0, ["backbone", "classifier", "neck"], 0, True),
        (1, ["backbone", "classifier", "neck", "verifier"], 1, True),
    ]
    assert sorted(networks) == ends[1][1]
    saved = torch.load(tmp_path / CHECKPOINT, weights_only=True)
    assert (saved["stage"], saved["begun"]) == (2, False)
    assert [(line.stage, line.epoch) for line in read_lines(tmp_path)] == [
        ("ids", 1), ("ids", 2), ("pairs", 1),
    ]  # fmt: skip


def test_the_first_stages_alone_and_then_the_rest_are_the_whole(fitted, tmp_path):
    whole, _ = fitted()
    (tmp_path / CHECKPOINT).unlink()
    (tmp_path / "log.jsonl").unlink()
    first, ends = fitted(stages=1)
    assert [number for number, *_ in ends] == [0]
    assert "verifier" not in first
    rest, ends = fitted(resume=True)
    assert [number for number, *_ in ends] == [1]
    for name, network in whole.items():
        for key, value in network.state_dict().items():
            assert torch.equal(rest[name].state_dict()[key], value), (name, key)


def test_a_length_in_steps_ends_within_an_epoch(fitted, tmp_path):
    """An epoch of the pair sampler has four batches: six steps are an epoch and a half."""
    fitted(length={"steps": 6})
    lines = [line for line in read_lines(tmp_path) if line.stage == "pairs"]
    assert [line.step for line in lines] == [4, 6]


def test_a_precision_that_the_device_lacks_is_refused_before_anything_is_written(fitted, tmp_path):
    with pytest.raises(UsageError, match="float16"):
        fitted(precision="float16")
    assert not (tmp_path / CHECKPOINT).exists()
    assert not read_lines(tmp_path)


@pytest.mark.parametrize("has", [True, False])
def test_bfloat16_without_instructions_is_float32_and_said(
    fitted, quiet, monkeypatch, tmp_path, has
):
    monkeypatch.setattr("probe.backbones._training.machine.computes_bfloat16", lambda device: has)
    exact, _ = fitted()
    for name in (CHECKPOINT, "log.jsonl"):
        (tmp_path / name).unlink()
    quiet.lines.clear()
    low, _ = fitted(precision="bfloat16")
    said = [line for line in quiet.lines if "float32" in line]
    assert len(said) == (0 if has else 1)
    assert all("pairs is computed in float32" in line for line in said)
    weights = [network["backbone"].state_dict() for network in (exact, low)]
    assert all(torch.equal(weights[1][key], value) for key, value in weights[0].items()) is not has


def test_threads_are_those_of_the_machine(fitted, monkeypatch):
    stated = []
    monkeypatch.setattr(torch, "set_num_threads", stated.append)
    fitted(stages=0, machine=Machine("cpu", threads=3))
    fitted(stages=0, machine=Machine("cpu"))
    assert stated == [3]
