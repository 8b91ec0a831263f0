"""What stands still in a stage: parameters take no gradient, norms keep their statistics."""

from types import SimpleNamespace

import pytest
import torch
from torch import nn

from probe.backbones._training.freezing import hold_still, is_norm
from probe.backbones._training.learner import Learner


@pytest.fixture
def learner():
    def network():
        return nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))

    return Learner({"backbone": network(), "head": network()}).train()


def stage(frozen=(), norms_in_eval=()):
    return SimpleNamespace(frozen=frozen, norms_in_eval=norms_in_eval)


def test_a_frozen_network_takes_no_gradient_and_the_other_does(learner):
    frozen = hold_still(learner, stage(frozen=("backbone",)))
    assert len(frozen) == 4
    assert not any(p.requires_grad for p in learner.networks["backbone"].parameters())
    assert all(p.requires_grad for p in learner.networks["head"].parameters())


def test_parameters_that_were_frozen_before_are_not_the_stages(learner):
    """The stage gives its parameters free at its end; others have to stay as they were."""
    learner.networks["backbone"][0].bias.requires_grad_(False)
    frozen = hold_still(learner, stage(frozen=("backbone",)))
    assert len(frozen) == 3
    assert all(p is not learner.networks["backbone"][0].bias for p in frozen)


def test_a_frozen_norm_keeps_its_running_statistics(learner):
    hold_still(learner, stage(frozen=("backbone",)))
    for name, moves in (("backbone", False), ("head", True)):
        norm = learner.networks[name][1]
        before = norm.running_mean.clone()
        learner.networks[name](torch.randn(8, 3) + 5)
        assert torch.equal(before, norm.running_mean) != moves


def test_norms_in_eval_stand_still_while_their_parameters_move(learner):
    assert hold_still(learner, stage(norms_in_eval=("head",))) == []
    assert not learner.networks["head"][1].training
    assert learner.networks["head"][1].weight.requires_grad
    assert learner.networks["head"][0].training, "no norm"
    assert learner.networks["backbone"][1].training


def test_a_frozen_statistic_holds_its_norm(learner):
    assert hold_still(learner, stage(frozen=("head.1.running_mean",))) == []
    assert not learner.networks["head"][1].training
    assert learner.networks["backbone"][1].training


@pytest.mark.parametrize(
    ("module", "norm"),
    [(nn.BatchNorm2d(2), True), (nn.LayerNorm(2), False), (nn.Linear(2, 2), False)],
)
def test_norms_are_those_with_running_statistics(module, norm):
    assert is_norm(module) is norm
