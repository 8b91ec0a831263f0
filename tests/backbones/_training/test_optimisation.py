"""Parameter groups by pattern, and the average of weights."""

import pytest
import torch
from torch import nn

from probe.backbones._training.optimisation import Adam, Averaged, ParameterGroup, Sgd
from probe.backbones._training.schedule import Constant

CONSTANT = Constant(kind="constant")


def sgd(**changes):
    values = {
        "kind": "sgd", "rate": 0.5, "weight_decay": 0.1, "networks": ("*",), "schedule": CONSTANT,
        "momentum": 0.0, "nesterov": False,
    }  # fmt: skip
    return Sgd(**{**values, **changes})


def named(network, name="backbone"):
    return {f"{name}.{key}": value for key, value in network.named_parameters()}


def test_groups_take_what_fits_first_and_leave_the_rest():
    groups = (
        ParameterGroup(match=("*.bias",), rate=2.0, weight_decay=0.0),
        ParameterGroup(match=("backbone.1",), rate=0.0),
    )
    network = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
    found = sgd(groups=groups).parameter_groups(named(network))
    assert [(len(g.parameters), g.rate_factor, g.weight_decay) for g in found] == [
        (2, 2.0, 0.0), (1, 0.0, 0.1), (1, 1.0, 0.1),
    ]  # fmt: skip
    assert found[1].parameters[0] is network[1].weight


def test_groups_without_parameters_are_left_out():
    groups = (ParameterGroup(match=("*.nothing",)),)
    (found,) = sgd(groups=groups).parameter_groups(named(nn.Linear(2, 3)))
    assert (found.rate_factor, len(found.parameters)) == (1.0, 2)


@pytest.mark.parametrize(
    ("decoupled", "kind"), [(False, torch.optim.Adam), (True, torch.optim.AdamW)]
)
def test_adam_or_adamw(decoupled, kind):
    adam = Adam(
        kind="adam", rate=0.1, weight_decay=0.0, networks=("*",), schedule=CONSTANT,
        betas=(0.5, 0.999), decoupled=decoupled,
    )  # fmt: skip
    made = adam.optimiser([{"params": [nn.Parameter(torch.zeros(1))]}])
    assert type(made) is kind
    assert made.param_groups[0]["betas"] == (0.5, 0.999)


def test_average_is_the_exponential_moving_one():
    network = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2))
    average = Averaged(network, 0.75)
    start = network[0].weight.detach().clone()
    with torch.no_grad():
        network[0].weight.add_(4.0)
        network[1].num_batches_tracked.fill_(9)
    average.follow(network)
    found = average.weights()
    torch.testing.assert_close(found["0.weight"], start + 1.0)
    assert int(found["1.num_batches_tracked"]) == 9
