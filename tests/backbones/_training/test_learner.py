"""What the loop trains: named networks, and what a turn makes of a batch."""

import pytest
import torch
from torch import nn

from probe.backbones._training.learner import TURN, Learner, Step


def test_networks_go_by_the_names_that_recipes_use():
    learner = Learner({"backbone": nn.Linear(2, 2), "head": nn.Linear(2, 1, bias=False)})
    names = [name for name, _ in learner.networks.named_parameters()]
    assert names == ["backbone.weight", "backbone.bias", "head.weight"]
    assert set(learner.state_dict()) == {f"networks.{name}" for name in names}


def test_a_learner_has_one_turn_and_one_view_unless_it_says_otherwise():
    learner = Learner({})
    assert (learner.turns, learner.views) == ((TURN,), 1)
    batch = object()
    assert learner.prepare(batch) is batch
    assert learner.begin() is None


def test_every_learner_says_its_loss():
    with pytest.raises(NotImplementedError):
        Learner({})(TURN, None)


def test_steps_do_not_share_what_they_watch():
    first, second = Step(torch.zeros(())), Step(torch.zeros(()))
    first.watched["right"] = torch.ones(())
    assert second.watched == {}
