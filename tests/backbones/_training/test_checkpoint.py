"""The state of a training: written whole, and read only where it belongs."""

import pytest
import torch

from probe.backbones._training.checkpoint import (
    FORMAT,
    KEYS,
    TrainingState,
    read_state,
    write_state,
)
from probe.errors import CheckpointError, ProbeError

RECIPES = {0: "a" * 64, 1: "b" * 64}


def state(**changes):
    values = {
        "recipe": RECIPES[1], "recipe_name": "tiny", "data": "d", "stage": 1, "begun": True,
        "epoch": 3, "at": 2, "step": 17, "lines": 5, "seconds": 1.5, "sums": {"loss/all": [0.5]},
        "parts": {"networks": {"head": {"weight": torch.arange(3.0)}}}, "random": {},
    }  # fmt: skip
    return TrainingState(**{**values, **changes})


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "checkpoint.pt"
    write_state(path, state())
    again = read_state(path, RECIPES, "d")
    for key in set(KEYS) - {"parts"}:
        assert getattr(again, key) == getattr(state(), key), key
    assert torch.equal(again.parts["networks"]["head"]["weight"], torch.arange(3.0))
    assert [file.name for file in tmp_path.iterdir()] == ["checkpoint.pt"]


def test_between_stages_the_recipe_is_that_of_the_stage_before(tmp_path):
    path = tmp_path / "checkpoint.pt"
    write_state(path, state(stage=1, begun=False, recipe=RECIPES[0]))
    assert read_state(path, RECIPES, "d").stage == 1
    write_state(path, state(stage=1, begun=True, recipe=RECIPES[0]))
    with pytest.raises(CheckpointError, match="another recipe"):
        read_state(path, RECIPES, "d")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"recipe": "c" * 64}, r"another recipe \(tiny, digest cccccccc, not bbbbbbbb\)"),
        ({"stage": 7}, "not none"),
        ({"data": "e"}, "other pictures"),
    ],
)
def test_checkpoints_of_other_trainings_are_refused(tmp_path, changes, message):
    path = tmp_path / "checkpoint.pt"
    write_state(path, state(**changes))
    with pytest.raises(CheckpointError, match=message) as refused:
        read_state(path, RECIPES, "d")
    assert refused.value.place == str(path)
    assert "--out" in refused.value.hint


@pytest.mark.parametrize(
    "content", [[1, 2], {"format": FORMAT - 1}, {"format": FORMAT, "recipe": "a"}]
)
def test_files_of_another_form_are_refused(tmp_path, content):
    path = tmp_path / "checkpoint.pt"
    torch.save(content, path)
    with pytest.raises(CheckpointError, match="no checkpoint of a training with this version"):
        read_state(path, RECIPES, "d")


def test_a_cut_off_file_is_refused(tmp_path):
    path = tmp_path / "checkpoint.pt"
    write_state(path, state())
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(CheckpointError, match="not a readable checkpoint"):
        read_state(path, RECIPES, "d")


def test_a_checkpoint_that_cannot_be_written_leaves_the_one_before(tmp_path, monkeypatch):
    path = tmp_path / "checkpoint.pt"
    write_state(path, state())
    before = path.read_bytes()

    def full(content, file):
        file.write(b"half")
        raise OSError("No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(ProbeError, match="after step 18 could not be written") as refused:
        write_state(path, state(step=18))
    assert "--resume" in refused.value.hint
    assert path.read_bytes() == before
