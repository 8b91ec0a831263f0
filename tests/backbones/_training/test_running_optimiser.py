"""An optimiser of a stage: which parameters it moves, at which rate, with which gradient."""

import pytest
import torch
from torch import nn

from probe.backbones._training.learner import Learner
from probe.backbones._training.optimisation import Clip, ParameterGroup, Sgd
from probe.backbones._training.running_optimiser import running_optimiser
from probe.backbones._training.schedule import Constant, Moment, Polynomial
from probe.errors import UsageError


@pytest.fixture
def learner():
    return Learner({"backbone": nn.Linear(2, 2), "head": nn.Linear(2, 1)})


def running(learner, **changes):
    values = {
        "kind": "sgd", "rate": 0.5, "momentum": 0.0, "nesterov": False, "weight_decay": 0.0,
        "networks": ("backbone",), "schedule": Constant(kind="constant"),
    }  # fmt: skip
    return running_optimiser("all", Sgd(**{**values, **changes}), learner, "tiny")


def step(optimiser, gradient):
    """One step with the same gradient for every number; how far each parameter moved."""
    before = {name: value.detach().clone() for name, value in optimiser.parameters.items()}
    for value in optimiser.parameters.values():
        value.grad = torch.full_like(value, gradient)
    optimiser.step(torch.amp.GradScaler(enabled=False))
    return {name: before[name] - value.detach() for name, value in optimiser.parameters.items()}


def test_it_moves_what_its_patterns_choose_and_takes_a_gradient(learner):
    learner.networks["backbone"].bias.requires_grad_(False)
    optimiser = running(learner, networks=("*",))
    assert set(optimiser.parameters) == {"backbone.weight", "head.weight", "head.bias"}
    assert set(running(learner).parameters) == {"backbone.weight"}


def test_one_that_moves_nothing_is_refused(learner):
    for parameter in learner.networks["head"].parameters():
        parameter.requires_grad_(False)
    with pytest.raises(UsageError, match="optimiser 'all' moves nothing") as refused:
        running(learner, networks=("head",))
    assert refused.value.place == "tiny"


def test_a_step_goes_against_the_gradient_at_the_rate(learner):
    moved = step(running(learner), 0.5)
    assert torch.allclose(moved["backbone.weight"], torch.full((2, 2), 0.25))


def test_groups_have_a_rate_and_a_decay_of_their_own(learner):
    bias = ParameterGroup(match=("*.bias",), rate=2.0, weight_decay=0.125)
    optimiser = running(learner, groups=(bias,))
    assert optimiser.set_rate(Moment(0, 0.0, 10)) == 0.5
    assert [group["lr"] for group in optimiser.moving.param_groups] == [1.0, 0.5]
    assert [group["weight_decay"] for group in optimiser.moving.param_groups] == [0.125, 0.0]


def test_the_schedule_sets_the_rate(learner):
    schedule = Polynomial(kind="polynomial", power=1.0, warm_up_epochs=0)
    optimiser = running(learner, schedule=schedule)
    rates = [optimiser.set_rate(Moment(epoch, 0.0, 4)) for epoch in range(4)]
    assert rates == [0.5, 0.375, 0.25, 0.125]
    assert optimiser.moving.param_groups[0]["lr"] == 0.125


def test_gradients_are_scaled(learner):
    moved = step(running(learner, gradient_scale=4.0), 0.5)
    assert torch.allclose(moved["backbone.bias"], torch.ones(2))


def test_gradients_are_limited_together(learner):
    """Six equal gradients of 10 with the norm limited to 1: each is 1 / sqrt(6)."""
    moved = step(running(learner, clip=Clip(norm=1.0, networks=("backbone",))), 10.0)
    for values in moved.values():
        assert torch.allclose(values, torch.full_like(values, 0.5 / 6**0.5), atol=1e-5)
