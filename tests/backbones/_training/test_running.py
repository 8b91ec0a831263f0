"""A stage in progress: its steps, what follows the weights, and its state."""

import copy

import pytest
import torch
from torch import nn

from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.optimisation import Sgd
from probe.backbones._training.running import running_stage, unmoved
from probe.backbones._training.schedule import Constant
from probe.backbones._training.stage import Average, Stage
from probe.errors import UsageError

NUMBERS = torch.zeros(2, dtype=torch.long)
BATCH = Batch(all=PictureBatch(torch.ones(1, 2, 3, 4, 2), *[NUMBERS] * 5))


class Falling(Learner):
    """Its loss is the sum of its two weights: a step of rate r takes r from each that moves."""

    def __init__(self):
        super().__init__({name: nn.Linear(1, 1, bias=False) for name in ("left", "right")})
        for network in self.networks.values():
            nn.init.zeros_(network.weight)

    def forward(self, turn, prepared):
        loss = self.networks["left"].weight.sum() + self.networks["right"].weight.sum()
        return Step(loss, {"seen": prepared.only.pictures.sum()})


def started(networks=("*",), **changes):
    optimiser = Sgd(
        kind="sgd", rate=0.5, momentum=0.5, nesterov=False, weight_decay=0.0, networks=networks,
        schedule=Constant(kind="constant"),
    )  # fmt: skip
    values = {"name": "only", "optimisers": {"all": optimiser}, "precision": "float32", **changes}
    return running_stage(Stage.model_construct(**values), Falling(), torch.device("cpu"), "tiny")


def weights(running):
    return [network.weight.item() for network in running.learner.networks.values()]


def test_a_step_moves_the_weights_and_notes_what_it_saw():
    running = started()
    running.take_step(BATCH)
    assert running.step == 1
    assert weights(running) == [-0.5, -0.5]
    assert [value.item() for value in running.sums["loss/train"]] == [0.0]
    assert [value.item() for value in running.sums["watched/seen"]] == [48.0]


def test_what_is_frozen_stands_still_until_the_stage_ends():
    running = started(frozen=("left",))
    running.take_step(BATCH)
    assert weights(running) == [0.0, -0.5]
    assert not running.learner.networks["left"].weight.requires_grad
    running.end()
    assert running.learner.networks["left"].weight.requires_grad


def test_networks_end_with_their_average():
    running = started(average=Average(decay=0.75, networks=("left",)))
    running.take_step(BATCH)
    assert set(running.averages) == {"left"}
    assert weights(running) == [-0.5, -0.5]
    running.end()
    assert weights(running) == [-0.125, -0.5]


def test_a_stage_goes_on_from_its_parts():
    """With momentum 1/2 the second step is 3/4 for whoever has the state of the first."""
    running = started(average=Average(decay=0.5, networks=("*",)))
    running.take_step(BATCH)
    again = started(average=Average(decay=0.5, networks=("*",)))
    again.restore(copy.deepcopy(running.parts()))
    for one in (running, again):
        one.take_step(BATCH)
        assert weights(one) == [-1.25, -1.25]
    followed = [one.averages["left"].weights()["weight"].item() for one in (running, again)]
    assert followed == [-0.75, -0.75]
    assert set(running.parts()) == {"networks", "learner", "optimisers", "averages", "scalers"}


def test_networks_that_nothing_moves_are_named():
    assert unmoved(started()) == []
    assert unmoved(started(networks=("left",))) == ["right"]
    assert unmoved(started(networks=("left",), frozen=("right",))) == [], "frozen on purpose"


@pytest.mark.parametrize(
    ("changes", "setting"),
    [
        ({"frozen": ("lef",)}, "frozen"),
        ({"norms_in_eval": ("rihgt",)}, "norms_in_eval"),
        ({"average": Average(decay=0.5, networks=("lefd",))}, "average.networks"),
        ({"networks": ("rigth",)}, "optimisers.all.networks"),
    ],
)
def test_patterns_that_choose_nothing_are_refused(changes, setting):
    with pytest.raises(UsageError, match=f"stage 'only', {setting}: nothing is named") as refused:
        started(**changes)
    assert "did you mean" in refused.value.hint
