"""Turns by name: a third party's generator and critic take turns in the shipped loop."""

import json

import pytest
import torch
from safetensors.torch import load_file

from probe.backbones._training.log import read_lines
from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.training import train
from probe.errors import UsageError

CRITIC, GENERATOR = "critic", "generator"


@pytest.fixture
def gan(toy_gan, write):
    """A recipe of the toy GAN, with changes of its stage."""

    def made(**changes):
        values = {
            "objective": {"kind": "colours", "penalty": 10.0},
            "optimisers": {
                name: write.optimiser([name], write.adam) for name in (CRITIC, GENERATOR)
            },
            "length": {"steps": 40},
            "turns": [
                {"name": CRITIC, "optimisers": [CRITIC]},
                {"name": GENERATOR, "optimisers": [GENERATOR], "every": 5},
            ],
        }
        stage = write.stage("colours", **{**values, **changes})
        network = {"kind": "colours", "width": 32}
        return recipe_from(write.recipe(stage, architecture="toy_gan", network=network))

    return made


def test_generated_colours_come_to_be_the_real_ones(
    gan, colours, write, one_thread, tmp_path, quiet
):
    optimisers = {
        name: write.optimiser([name], write.adam, rate=0.01) for name in (CRITIC, GENERATOR)
    }
    turns = [
        {"name": CRITIC, "optimisers": [CRITIC]},
        {"name": GENERATOR, "optimisers": [GENERATOR], "every": 2},
    ]
    recipe = gan(
        objective={"kind": "colours", "penalty": 0.1}, length={"steps": 400}, turns=turns,
        optimisers=optimisers, sampler={"kind": "shuffled", "batch": 16},
    )  # fmt: skip
    result = train(recipe, tmp_path / "out", quiet, one_thread, data=(colours,))
    learner = recipe.network.networks(None)
    torch.manual_seed(0)
    noise = torch.randn(500, 4)
    before = learner[GENERATOR](noise)
    learner[GENERATOR].load_state_dict(load_file(result.weights))
    after = learner[GENERATOR](noise)
    # Mean colours of the four people: (60, 200, 90) to (180, 80, 90), over 127.5 less 1.
    real = torch.tensor([120.0, 140.0, 90.0]) / 127.5 - 1
    assert (after.mean(0) - real).norm() < 0.25
    assert (after.mean(0) - real).norm() < 0.5 * (before.mean(0) - real).norm()
    assert after[:, 0].std() > 0.1, "not one colour for all noise"
    assert set(result.networks) == {CRITIC, GENERATOR}


@pytest.mark.parametrize("killed_at", [3, 7, 18, 39])
def test_a_training_killed_between_turns_resumes_exactly(
    gan, colours, killed, one_thread, tmp_path, quiet, killed_at
):
    error, kills_after = killed
    recipe = gan(checkpoint_every=1)
    whole = train(recipe, tmp_path / "whole", quiet, one_thread, data=(colours,))
    with pytest.raises(error):
        train(recipe, tmp_path / "cut", kills_after(killed_at), one_thread, data=(colours,))
    torch.manual_seed(999)
    again = train(recipe, tmp_path / "cut", quiet, one_thread, data=(colours,), resume=True)
    for name, path in whole.networks.items():
        assert again.networks[name].read_bytes() == path.read_bytes()
    lines = [[vars(line) for line in read_lines(tmp_path / name)] for name in ("whole", "cut")]
    for line in (*lines[0], *lines[1]):
        for measured in ("pictures_per_second", "waited", "seconds", "when"):
            line.pop(measured)
    assert lines[0] == lines[1]
    states = [torch.load(tmp_path / name / "checkpoint.pt") for name in ("whole", "cut")]
    assert torch.equal(states[0]["random"]["torch"], states[1]["random"]["torch"])


def test_a_turn_moves_its_own_networks_only(gan, colours, one_thread, tmp_path, quiet):
    """In a stage whose generator never has its turn, it stays; the critic moves."""
    turns = [
        {"name": CRITIC, "optimisers": [CRITIC]},
        {"name": GENERATOR, "optimisers": [GENERATOR], "every": 1000},
    ]
    recipe = gan(turns=turns)
    result = train(recipe, tmp_path / "out", quiet, one_thread, data=(colours,))
    torch.manual_seed(recipe.seed)
    start = recipe.network.networks(None)
    moved = {
        name: not all(
            torch.equal(value, load_file(path)[key])
            for key, value in start[name].state_dict().items()
        )
        for name, path in result.networks.items()
    }
    assert moved == {CRITIC: True, GENERATOR: False}
    assert set(read_lines(tmp_path / "out")[0].losses) == {CRITIC}


def test_turns_count_steps(gan, colours, one_thread, tmp_path, quiet):
    """Every fifth of 40 steps is the generator's, and its learner's own numbers are kept."""
    train(gan(), tmp_path, quiet, one_thread, data=(colours,))
    lines = read_lines(tmp_path)
    assert [line.step for line in lines] == [4 * epoch for epoch in range(1, 11)]
    assert [set(line.losses) for line in lines[:2]] == [{CRITIC}, {CRITIC, GENERATOR}]
    assert "critic/distance" in lines[0].watched
    manifest = json.loads((tmp_path / "training.json").read_text())
    assert [stage["name"] for stage in manifest["stages"]] == ["colours"]


def test_a_schedule_of_a_third_party_is_used(gan, colours, write, one_thread, tmp_path, quiet):
    schedule = {"kind": "halving", "steps": 8}
    optimisers = {
        name: write.optimiser([name], write.adam, schedule=schedule) for name in (CRITIC, GENERATOR)
    }
    train(gan(optimisers=optimisers), tmp_path, quiet, one_thread, data=(colours,))
    rates = [line.rates[CRITIC] / 0.005 for line in read_lines(tmp_path)]
    assert rates == [1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125, 0.0625, 0.0625]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"turns": [{"name": "generater", "optimisers": ["critic"]}]}, "did you mean 'generator'"),
        ({"turns": [{"name": "critic", "optimisers": ["critik"]}]}, "did you mean 'critic'"),
        ({"turns": []}, "Turns of this objective: critic, generator"),
        ({"turns": [{"name": "critic", "optimisers": ["critic", "generator"]}],
          "optimisers": "twice"}, "two optimisers move 'critic.0"),
        ({"frozen": ["critic"]}, "optimiser 'critic' moves nothing"),
        ({"frozen": ["kritic"]}, "did you mean 'critic'"),
    ],
)  # fmt: skip
def test_mistakes_are_named(gan, colours, write, one_thread, tmp_path, quiet, changes, message):
    if changes.get("optimisers") == "twice":
        both = {name: write.optimiser(["critic"], write.adam) for name in (CRITIC, GENERATOR)}
        changes = {**changes, "optimisers": both}
    with pytest.raises(UsageError, match=message):
        train(gan(**changes), tmp_path, quiet, one_thread, data=(colours,))


def test_an_unknown_architecture_names_the_nearest(toy_gan, write):
    with pytest.raises(UsageError, match="did you mean 'toy_gan'"):
        recipe_from(write.recipe(architecture="toy_gam"))
