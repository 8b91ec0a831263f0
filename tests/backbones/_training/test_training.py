"""Trainings: killed and resumed equals never killed; nothing is lost or half-written."""

import errno
import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from probe.backbones._training import checkpoint as checkpoint_module
from probe.backbones._training.checkpoint import CHECKPOINT
from probe.backbones._training.log import read_lines
from probe.backbones._training.machine import Machine
from probe.backbones._training.training import WEIGHTS, train
from probe.errors import CheckpointError, PictureSourceError, ProbeError, UsageError

ONE_THREAD = Machine(device="cpu", threads=1)


class KilledError(Exception):
    """Stands for the kill signal."""


class KillsAfter:
    """A reporter that ends the process, as it were, after some steps."""

    def __init__(self, steps):
        self.steps = steps

    def step(self, text):
        pass

    def progress(self, text, unit):
        def tell(done, everything):
            if done == self.steps:
                raise KilledError

        return tell


@pytest.fixture(autouse=True)
def threads():
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("kind", ["margin", "contrast"])
@pytest.mark.parametrize("killed_at", [2, 3, 5])
def test_killed_and_resumed_ends_with_the_weights_of_never_killed(
    kind, killed_at, tiny, people, tmp_path, quiet
):
    recipe, data = tiny(kind), (f"identity_folders={people}",)
    whole = train(recipe, tmp_path / "whole", quiet, ONE_THREAD, data=data)
    with pytest.raises(KilledError):
        train(recipe, tmp_path / "cut", KillsAfter(killed_at), ONE_THREAD, data=data)
    torch.manual_seed(999)
    (tmp_path / "cut" / ".checkpoint.pt.50267q7w.part").write_bytes(b"half")
    again = train(recipe, tmp_path / "cut", quiet, ONE_THREAD, data=data, resume=True)
    assert not list((tmp_path / "cut").rglob(".*.part"))
    assert again.sha256 == whole.sha256
    assert again.weights.read_bytes() == whole.weights.read_bytes()
    lines = [read_lines(tmp_path / name) for name in ("whole", "cut")]
    assert [line.loss for line in lines[0]] == [line.loss for line in lines[1]]
    assert [line.epoch for line in lines[1]] == [1, 2, 3, 4]


def test_workers_do_not_change_the_weights(tiny, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    first = train(tiny(epochs=1), tmp_path / "a", quiet, ONE_THREAD, data=data)
    more = Machine(device="cpu", threads=1, workers=2)
    second = train(tiny(epochs=1), tmp_path / "b", quiet, more, data=data)
    assert first.sha256 == second.sha256


def test_training_learns(tiny, people, tmp_path, quiet):
    recipe = tiny(epochs=20, average_decay=None)
    train(recipe, tmp_path, quiet, ONE_THREAD, data=(f"identity_folders={people}",))
    lines = read_lines(tmp_path)
    assert lines[-1].loss < 0.5 * lines[0].loss
    assert np.mean([line.watched["right"] for line in lines[-5:]]) > 0.5


def test_mixed_precision_and_people_times_pictures(tiny, people, tmp_path, quiet):
    sampler = {"kind": "people_times_pictures", "people": 3, "pictures": 2}
    recipe = tiny(epochs=1, precision="bfloat16", sampler=sampler)
    result = train(recipe, tmp_path, quiet, ONE_THREAD, data=(f"identity_folders={people}",))
    tensors = load_file(result.weights)
    assert all(torch.isfinite(t).all() for t in tensors.values() if t.is_floating_point())
    assert {t.dtype for t in tensors.values()} == {torch.float32, torch.int64}


def test_float16_is_refused_without_a_gpu(tiny, people, tmp_path, quiet):
    with pytest.raises(UsageError, match="float16"):
        train(tiny(precision="float16"), tmp_path, quiet, ONE_THREAD,
              data=(f"identity_folders={people}",))  # fmt: skip


def test_joint_training_over_two_sets(tiny, people, market, tmp_path, quiet):
    data = (f"identity_folders={people}", f"market1501={market}")
    result = train(tiny(epochs=1), tmp_path / "out", quiet, ONE_THREAD, data=data)
    assert (result.pictures, result.people) == (18, 5)
    assert any("not market1501 as published" in line for line in quiet.lines)


def test_an_identity_with_one_picture_is_said(tiny, people, picture, tmp_path, quiet):
    picture(people / "alone" / "1.jpg", 77)
    sampler = {"kind": "people_times_pictures", "people": 2, "pictures": 2}
    recipe = tiny(epochs=1, sampler=sampler)
    train(recipe, tmp_path, quiet, ONE_THREAD, data=(f"identity_folders={people}",))
    assert any(
        "1 identities have one picture only; the sampler repeats it 2 times" in line
        for line in quiet.lines
    )


def test_broken_pictures_are_told_and_left_out(tiny, people, tmp_path, quiet):
    (people / "p0" / "0.jpg").write_bytes(b"nothing")
    data = (f"identity_folders={people}",)
    result = train(tiny(epochs=1), tmp_path, quiet, ONE_THREAD, data=data)
    assert result.pictures == 15
    assert any("left out: p0/0.jpg" in line for line in quiet.lines)


def test_resume_from_another_recipe_is_refused(tiny, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    train(tiny(epochs=1), tmp_path, quiet, ONE_THREAD, data=data)
    before = (tmp_path / CHECKPOINT).read_bytes(), (tmp_path / "recipe.yaml").read_bytes()
    with pytest.raises(CheckpointError, match="another recipe"):
        train(tiny(epochs=2), tmp_path, quiet, ONE_THREAD, data=data, resume=True)
    after = (tmp_path / CHECKPOINT).read_bytes(), (tmp_path / "recipe.yaml").read_bytes()
    assert after == before


def test_resume_with_other_pictures_is_refused(tiny, people, picture, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    train(tiny(epochs=1), tmp_path, quiet, ONE_THREAD, data=data)
    picture(people / "p3" / "more.jpg", 5)
    with pytest.raises(CheckpointError, match="other pictures"):
        train(tiny(epochs=1), tmp_path, quiet, ONE_THREAD, data=data, resume=True)


def test_a_training_is_not_overwritten(tiny, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    train(tiny(epochs=1), tmp_path, quiet, ONE_THREAD, data=data)
    with pytest.raises(CheckpointError, match="--resume"):
        train(tiny(epochs=1), tmp_path, quiet, ONE_THREAD, data=data)


def test_damaged_checkpoint_is_refused(tiny, people, tmp_path, quiet):
    data = (f"identity_folders={people}",)
    train(tiny(epochs=1), tmp_path, quiet, ONE_THREAD, data=data)
    path = tmp_path / CHECKPOINT
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(CheckpointError, match="not a readable checkpoint"):
        train(tiny(epochs=1), tmp_path, quiet, ONE_THREAD, data=data, resume=True)


def test_disk_full_while_a_checkpoint_is_written(tiny, people, tmp_path, quiet, monkeypatch):
    """The second checkpoint cannot be written: the first stays whole, and the training goes on."""
    recipe, data = tiny(), (f"identity_folders={people}",)
    real, calls = torch.save, []

    def full(content, path):
        calls.append(path)
        if len(calls) == 2:
            path.write(b"half a checkpoint")
            raise OSError(errno.ENOSPC, "No space left on device")
        real(content, path)

    monkeypatch.setattr(checkpoint_module.torch, "save", full)
    with pytest.raises(ProbeError, match=r"could not be written .*No space left") as caught:
        train(recipe, tmp_path / "cut", quiet, ONE_THREAD, data=data)
    assert "--resume" in str(caught.value)
    monkeypatch.undo()
    assert torch.load(tmp_path / "cut" / CHECKPOINT, weights_only=True)["epoch"] == 1
    assert not list((tmp_path / "cut").glob("*.part"))
    assert not (tmp_path / "cut" / WEIGHTS).exists()
    again = train(recipe, tmp_path / "cut", quiet, ONE_THREAD, data=data, resume=True)
    whole = train(recipe, tmp_path / "whole", quiet, ONE_THREAD, data=data)
    assert again.sha256 == whole.sha256


def test_log_that_a_kill_has_cut_short_is_mended(tiny, people, tmp_path, quiet):
    recipe, data = tiny(), (f"identity_folders={people}",)
    with pytest.raises(KilledError):
        train(recipe, tmp_path, KillsAfter(5), ONE_THREAD, data=data)
    with (tmp_path / "log.jsonl").open("a") as log:
        log.write('{"epoch": 3, "los')
    train(recipe, tmp_path, quiet, ONE_THREAD, data=data, resume=True)
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [line["epoch"] for line in lines] == [1, 2, 3, 4]


def test_a_diverging_training_says_so(tiny, tiny_data, people, tmp_path, quiet):
    optimiser = {**tiny_data()["optimiser"], "rate": 1e30}
    with pytest.raises(UsageError, match="diverged"):
        train(tiny(optimiser=optimiser, clip_norm=None), tmp_path, quiet, ONE_THREAD,
              data=(f"identity_folders={people}",))  # fmt: skip


def test_data_have_to_be_named(tiny, people, tmp_path, quiet):
    with pytest.raises(UsageError, match="--data FORM=DIR"):
        train(tiny(), tmp_path / "a", quiet, ONE_THREAD)
    with pytest.raises(UsageError, match="does not take 'msmt17'"):
        train(tiny(), tmp_path / "b", quiet, ONE_THREAD, data=(f"msmt17={people}",))
    with pytest.raises(PictureSourceError, match="no such folder"):
        train(tiny(), tmp_path / "c", quiet, ONE_THREAD, data=("identity_folders=nowhere",))


def test_all_parts_adds_the_test_people(tiny, market, tmp_path, quiet):
    told = {**tiny().model_dump()["data"], "all_parts": True}
    result = train(tiny(epochs=1, data=told), tmp_path / "out", quiet, ONE_THREAD,
                   data=(f"market1501={market}",))  # fmt: skip
    assert (result.pictures, result.people) == (2 + 8, 1 + 2)


def test_weights_load_into_the_network_of_the_recipe(tiny, people, tmp_path, quiet):
    from probe.backbones.arcface.model import IResNet

    recipe = tiny(epochs=1)
    result = train(recipe, tmp_path, quiet, ONE_THREAD, data=(f"identity_folders={people}",))
    shape = recipe.network
    network = IResNet((32, 16), shape.dimension, shape.blocks, shape.widths)
    network.load_state_dict(load_file(result.weights))
    assert np.isfinite(network.eval()(torch.zeros(1, 3, 32, 16)).detach().numpy()).all()
