"""Identities told apart: which networks the objective adds, and the sum of its losses."""

import math

import pytest
import torch
from torch import nn

from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.objective import DataFacts, NetworkShape
from probe.backbones._training.objectives.identity import IdentityObjective
from probe.errors import UsageError

FACTS = DataFacts(size=(4, 2), classes=3, cameras=1, sets=1)
TRIPLET = {"weight": 2.0, "margin": 0.5, "unit": False}


class Shape(NetworkShape):
    @property
    def length(self):
        return 6


def objective(**changes):
    values = {
        "kind": "identity", "neck": True, "label_smoothing": 0.0, "triplet": None, "centre": None,
    }  # fmt: skip
    return IdentityObjective(**{**values, **changes})


def backbone():
    return nn.Sequential(nn.Flatten(), nn.Linear(24, 6))


def learner(networks, **changes):
    return objective(**changes).learner(networks, Shape(kind="any"), FACTS)


def batch(labels):
    labels = torch.tensor(labels)
    views = torch.randn(1, len(labels), 3, 4, 2)
    return Batch(all=PictureBatch(views, labels, labels, labels, labels, labels))


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"neck": False}, {"classifier"}),
        ({}, {"classifier", "neck"}),
        ({"centre": {"weight": 0.1}}, {"classifier", "neck", "centres"}),
    ],
)
def test_networks_come_as_far_as_they_are_wanted(changes, names):
    networks = {"backbone": backbone()}
    learner(networks, **changes)
    assert set(networks) == names | {"backbone"}
    assert networks["classifier"].weight.shape == (3, 6)
    assert networks["classifier"].bias is None
    if "neck" in names:
        assert not networks["neck"].bias.requires_grad


def test_networks_of_an_earlier_stage_are_used_again():
    networks = {"backbone": backbone()}
    learner(networks)
    before = dict(networks)
    learner(networks)
    assert all(networks[name] is network for name, network in before.items())


def test_an_architecture_without_a_backbone_is_refused():
    with pytest.raises(UsageError, match="trains a network 'backbone'"):
        learner({"generator": backbone()})


def test_a_classifier_of_zeros_has_the_loss_of_guessing():
    networks = {"backbone": backbone()}
    one = learner(networks, neck=False)
    nn.init.zeros_(networks["classifier"].weight)
    step = one("train", batch([0, 0, 1, 2]))
    assert step.loss.item() == pytest.approx(math.log(3), abs=1e-5)
    assert float(step.watched["right"]) == 0.5, "class 0 comes first of equals"
    assert set(step.watched) == {"right"}


def test_losses_are_weighted_and_watched():
    labels = torch.tensor([0, 1])
    features, logits = torch.tensor([[0.0, 0.0], [0.3, 0.4]]), torch.zeros(2, 2)

    def centres(features, labels):
        return torch.tensor(4.0)

    one = objective(triplet=TRIPLET, centre={"weight": 0.25})
    step = one.step(features, logits, labels, centres)
    assert float(step.watched["identity"]) == pytest.approx(math.log(2))
    assert float(step.watched["centre"]) == 1.0
    # Positive: the anchor itself, at distance 0; negative at 0.5, as far as the margin.
    assert float(step.watched["triplet"]) == pytest.approx(0.0, abs=1e-4)
    assert step.loss.item() == pytest.approx(math.log(2) + 1, abs=1e-4)
    wider = objective(triplet={**TRIPLET, "margin": 1.0}).step(features, logits, labels, None)
    assert float(wider.watched["triplet"]) == pytest.approx(2 * 0.5, abs=1e-4)
    assert "centre" not in wider.watched


def test_the_neck_stands_between_feature_and_classifier():
    networks = {"backbone": backbone()}
    one = learner(networks)
    before = networks["neck"].running_mean.clone()
    one("train", batch([0, 1, 2])).loss.backward()
    assert not torch.equal(networks["neck"].running_mean, before)
    assert networks["neck"].weight.grad is not None
