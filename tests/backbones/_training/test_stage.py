"""Stages: what starts from where, what moves, and exact resume at every one of them."""

import json

import pytest
import torch
from safetensors.torch import load_file

from probe.backbones._training.log import read_lines
from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.training import train
from probe.errors import CheckpointError, UsageError


@pytest.fixture
def two_stages(write):
    """Pairs, then a transfer in which only the classifier of the verifier moves."""

    def made(**changes):
        pairs = write.stage(
            "pairs", write.pairs, {"all": write.optimiser(["*"])}, sampler=write.pair_sampler
        )
        values = {
            "optimisers": {"classifier": write.optimiser(["verifier.classifier"])},
            "sampler": write.pair_sampler,
            "frozen": ["backbone", "verifier.bn"],
        }
        transfer = write.stage("transfer", write.pairs, **{**values, **changes})
        return recipe_from(write.recipe(pairs, transfer))

    return made


def tensors(result):
    return {
        f"{name}.{key}": value
        for name, path in result.networks.items()
        for key, value in load_file(path).items()
    }


def of_stage(folder, number):
    """The tensors of a stage that has ended, by full name."""
    stage = json.loads((folder / "training.json").read_text())["stages"][number]
    return {
        f"{name}.{key}": value
        for name, file in stage["networks"].items()
        for key, value in load_file(folder / file["file"]).items()
    }


def test_a_transfer_moves_one_part_and_nothing_else(
    two_stages, colours, one_thread, tmp_path, quiet
):
    result = train(two_stages(), tmp_path, quiet, one_thread, data=(colours,))
    before, after = of_stage(tmp_path, 0), tensors(result)
    assert set(before) == set(after)
    moved = {name for name in before if not torch.equal(before[name], after[name])}
    assert moved == {"verifier.classifier.weight", "verifier.classifier.bias"}


def test_without_freezing_running_statistics_would_move(
    two_stages, colours, one_thread, tmp_path, quiet
):
    """Parameters that no optimiser names stay, and are told; batch norms go on measuring."""
    result = train(two_stages(frozen=()), tmp_path, quiet, one_thread, data=(colours,))
    before, after = of_stage(tmp_path, 0), tensors(result)
    moved = {
        name.rpartition(".")[2] for name in before if not torch.equal(before[name], after[name])
    }
    assert moved == {"weight", "bias", "running_mean", "running_var", "num_batches_tracked"}
    assert "note: moved by no optimiser: backbone, verifier" in quiet.lines


def test_norms_in_eval_keep_their_statistics_while_weights_move(
    two_stages, colours, write, one_thread, tmp_path, quiet
):
    recipe = two_stages(
        frozen=(), norms_in_eval=["backbone"], optimisers={"all": write.optimiser(["backbone"])}
    )
    result = train(recipe, tmp_path, quiet, one_thread, data=(colours,))
    before, after = of_stage(tmp_path, 0), tensors(result)
    for name, value in before.items():
        if "running_" in name and name.startswith("backbone"):
            assert torch.equal(value, after[name])
    assert not torch.equal(before["backbone.conv1.weight"], after["backbone.conv1.weight"])
    assert not torch.equal(before["verifier.bn.running_mean"], after["verifier.bn.running_mean"])


@pytest.mark.parametrize("killed_at", [1, 4, 6, 8, 9, 11, 15])
def test_killed_at_any_stage_and_resumed_equals_never_killed(
    two_stages, colours, killed, one_thread, tmp_path, quiet, killed_at
):
    """16 steps: 8 in each stage, a checkpoint every three."""
    error, kills_after = killed
    recipe = with_changes(two_stages(), {"stages.transfer.length": {"steps": 8}})
    recipe = recipe_from(
        json.loads(
            recipe.model_dump_json().replace('"checkpoint_every":null', '"checkpoint_every":3')
        )
    )
    whole = train(recipe, tmp_path / "whole", quiet, one_thread, data=(colours,))
    with pytest.raises(error):
        train(recipe, tmp_path / "cut", kills_after(killed_at), one_thread, data=(colours,))
    torch.manual_seed(999)
    again = train(recipe, tmp_path / "cut", quiet, one_thread, data=(colours,), resume=True)
    assert {name: path.read_bytes() for name, path in again.networks.items()} == {
        name: path.read_bytes() for name, path in whole.networks.items()
    }
    lines = [read_lines(tmp_path / name) for name in ("whole", "cut")]
    assert [line.losses for line in lines[0]] == [line.losses for line in lines[1]]
    assert [(line.stage, line.step) for line in lines[1]] == [
        ("pairs", 4), ("pairs", 8), ("transfer", 4), ("transfer", 8),
    ]  # fmt: skip


def test_a_finished_training_can_be_resumed_and_stays(
    two_stages, colours, one_thread, tmp_path, quiet
):
    first = train(two_stages(), tmp_path, quiet, one_thread, data=(colours,))
    first.weights.unlink()
    again = train(two_stages(), tmp_path, quiet, one_thread, data=(colours,), resume=True)
    assert again.sha256 == first.sha256
    assert "2 of 2 stages are done" in quiet.lines


def test_a_later_stage_may_be_changed_before_it_begins(
    two_stages, colours, killed, one_thread, tmp_path, quiet
):
    error, kills_after = killed
    with pytest.raises(error):
        train(two_stages(), tmp_path, kills_after(5), one_thread, data=(colours,))
    other = with_changes(two_stages(), {"stages.transfer.length.epochs": 1})
    result = train(other, tmp_path, quiet, one_thread, data=(colours,), resume=True)
    assert [line.stage for line in read_lines(tmp_path)] == ["pairs", "pairs", "transfer"]
    train(other, tmp_path / "whole", quiet, one_thread, data=(colours,))
    assert result.sha256 == train(
        other, tmp_path / "whole", quiet, one_thread, data=(colours,), resume=True
    ).sha256  # fmt: skip
    earlier = with_changes(other, {"stages.pairs.length.epochs": 5})
    with pytest.raises(CheckpointError, match="another recipe"):
        train(earlier, tmp_path, quiet, one_thread, data=(colours,), resume=True)


def start_of(folder, **changes):
    stage = json.loads((folder / "training.json").read_text())["stages"][-1]
    values = {"training": str(folder), "digest": stage["digest"], "networks": ["backbone"]}
    return {**values, **changes}


@pytest.fixture
def other_training(write, colours, one_thread, tmp_path, quiet):
    """A training that has ended, and a recipe whose networks start from it."""
    optimisers = {"all": write.optimiser(["*"])}
    first = recipe_from(write.recipe(write.stage("ids", write.identity, optimisers)))
    folder = tmp_path / "first"
    train(first, folder, quiet, one_thread, data=(colours,))

    def made(*starts, length=None):
        stage = write.stage(
            "pairs", write.pairs, optimisers, sampler=write.pair_sampler, start_from=list(starts),
            length=length or {"steps": 1},
        )  # fmt: skip
        return recipe_from(write.recipe(stage, seed=8))

    return folder, made


def test_a_stage_starts_from_another_training(
    other_training, colours, write, one_thread, tmp_path, quiet
):
    folder, made = other_training
    rate = {"stages.0.optimisers.all.rate": 1e-30, "stages.0.optimisers.all.weight_decay": 0.0}
    recipe = with_changes(made(start_of(folder)), rate)
    result = train(recipe, tmp_path / "second", quiet, one_thread, data=(colours,))
    theirs = load_file(folder / "weights.safetensors")
    ours = load_file(result.weights)
    assert torch.equal(ours["conv1.weight"], theirs["conv1.weight"])
    assert any("stage ids: backbone" in line for line in quiet.lines)
    moved = made(start_of(folder))
    assert moved.digest() == made(start_of(folder)).digest()
    elsewhere = {**start_of(folder), "training": "elsewhere"}
    assert made(elsewhere).digest() == moved.digest(), "the digest decides, not the place"


def test_a_stage_starts_from_an_earlier_one(write, colours, one_thread, tmp_path, quiet):
    """The third stage begins with the backbone of the first."""
    optimisers = {"all": write.optimiser(["*"])}
    nearly_still = write.optimiser(["*"], rate=1e-30, weight_decay=0.0, momentum=0.0)
    stages = [
        write.stage("one", write.identity, optimisers),
        write.stage("two", write.identity, optimisers),
        write.stage(
            "three", write.identity, {"all": nearly_still}, length={"steps": 1},
            start_from=[{"stage": "one", "networks": {"backbone": "backbone"}}],
        ),
    ]  # fmt: skip
    result = train(recipe_from(write.recipe(*stages)), tmp_path, quiet, one_thread, data=(colours,))
    one, two, three = (of_stage(tmp_path, number) for number in range(3))
    name = "backbone.conv1.weight"
    assert torch.equal(one[name], three[name])
    assert not torch.equal(one[name], two[name])
    assert torch.equal(two["classifier.weight"], three["classifier.weight"]), "goes on from two"
    assert set(result.networks) == {"backbone", "neck", "classifier"}


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"digest": "0" * 64}, CheckpointError, "has the digest"),
        ({"stage": "idz"}, UsageError, "did you mean 'ids'"),
        ({"networks": ["backbon"]}, UsageError, "did you mean 'backbone'"),
        ({"networks": {"backbone": "classifier"}}, CheckpointError, "do not fit the network"),
        ({"networks": {"backbone": "verifier"}}, UsageError, "no network 'verifier' in stage"),
        ({"training": "nowhere"}, UsageError, "no training in this folder"),
    ],
)
def test_wrong_starts_are_named(
    other_training, colours, one_thread, tmp_path, quiet, changes, error, message
):
    folder, made = other_training
    with pytest.raises(error, match=message):
        train(made(start_of(folder, **changes)), tmp_path / "x", quiet, one_thread, data=(colours,))
    assert not (tmp_path / "x" / "weights.safetensors").exists()


def test_changed_weights_are_no_start(other_training, colours, one_thread, tmp_path, quiet):
    folder, made = other_training
    path = folder / "weights.safetensors"
    path.write_bytes(path.read_bytes()[:-4] + b"\0\0\0\1")
    with pytest.raises(CheckpointError, match="have been changed"):
        train(made(start_of(folder)), tmp_path / "x", quiet, one_thread, data=(colours,))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"start_from": [{"networks": ["backbone"]}]}, "needs a training, or a stage"),
        ({"start_from": [{"training": "x", "networks": ["backbone"]}]}, "needs its digest"),
        ({"start_from": [{"stage": "later", "networks": ["backbone"]}]}, "no earlier stage"),
        ({"length": {"epochs": 1, "steps": 1}}, "either epochs or steps"),
        ({"name": "pairs"}, "two stages are named 'pairs'"),
        ({"optimisers": {}}, "needs one at least"),
        ({"sampler": {"kind": "pears"}}, "there is no kind 'pears'"),
        ({"augmentation": {"left": []}}, "nothing is said for pictures of role 'all'"),
    ],
)
def test_stages_that_do_not_fit_are_refused(write, changes, message):
    first = write.stage("pairs", write.pairs, {"all": write.optimiser(["*"])})
    values = {"name": "second", "objective": write.pairs, "optimisers": first["optimisers"]}
    second = write.stage(**{**values, **changes})
    with pytest.raises(UsageError, match=message):
        recipe_from(write.recipe(first, second))


@pytest.mark.parametrize(
    ("step", "load", "message"),
    [
        ({"step": "translate", "share": 0.1}, ["instances"], "'translate' does not move what is"),
        (
            {"step": "overlap_crop", "overlaps": [0], "attempts": 1, "least": 0.3,
             "aspect": [0.5, 2]},
            [], r"'overlap_crop' needs load: \[instances\]",
        ),
    ],
)  # fmt: skip
def test_steps_go_with_what_is_loaded(write, step, load, message):
    first = write.stage("pairs", write.pairs, {"all": write.optimiser(["*"])})
    first = {**first, "augmentation": [step, *first["augmentation"]], "load": load}
    with pytest.raises(UsageError, match=message):
        recipe_from(write.recipe(first))
