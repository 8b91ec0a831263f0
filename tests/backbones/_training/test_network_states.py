"""State dicts of networks and of their learner."""

import pytest
import torch
from torch import nn

from probe.backbones._training.learner import Learner
from probe.backbones._training.network_states import network_states, own_state, restore_networks


class Counting(Learner):
    """A learner with a state of its own."""

    def __init__(self, networks):
        super().__init__(networks)
        self.register_buffer("queue", torch.arange(3.0))


@pytest.fixture
def learner():
    return Counting({"backbone": nn.Linear(2, 3), "head": nn.Linear(3, 1, bias=False)})


def test_every_network_has_its_state_by_its_own_names(learner):
    states = network_states(learner)
    assert {name: set(state) for name, state in states.items()} == {
        "backbone": {"weight", "bias"},
        "head": {"weight"},
    }
    assert torch.equal(states["head"]["weight"], learner.networks["head"].weight)


def test_a_learners_own_state_leaves_the_networks_out(learner):
    assert list(own_state(learner)) == ["queue"]
    assert own_state(Learner({"backbone": nn.Linear(2, 3)})) == {}


def test_networks_take_the_values_of_a_checkpoint(learner):
    other = Counting({"backbone": nn.Linear(2, 3), "head": nn.Linear(3, 1, bias=False)})
    before = other.networks["head"].weight.clone()
    states = {"backbone": network_states(learner)["backbone"]}
    restore_networks(other.networks, states)
    assert torch.equal(other.networks["backbone"].weight, learner.networks["backbone"].weight)
    assert torch.equal(other.networks["head"].weight, before), "nothing was said of it"


def test_states_of_other_networks_are_refused(learner):
    with pytest.raises(RuntimeError, match="size mismatch"):
        restore_networks(learner.networks, {"head": nn.Linear(4, 1, bias=False).state_dict()})
    with pytest.raises(KeyError):
        restore_networks({}, network_states(learner))
