"""Pairs of pictures told apart as same or different."""

import math

import pytest
import torch
from torch import nn

from probe.backbones._torch.verifier import Verifier
from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.objective import DataFacts, NetworkShape
from probe.backbones._training.objectives.pairs import VERIFIER, PairObjective
from probe.errors import UsageError

FACTS = DataFacts(size=(4, 2), classes=3, cameras=1, sets=1)


class Shape(NetworkShape):
    @property
    def length(self):
        return 24


def learner(networks):
    return PairObjective(kind="pairs").learner(networks, Shape(kind="any"), FACTS)


def batch(labels, views):
    labels = torch.tensor(labels)
    return Batch(all=PictureBatch(views, labels, labels, labels, labels, labels))


def test_a_verifier_of_the_features_length_comes_unless_it_is_there():
    networks = {"backbone": nn.Flatten()}
    learner(networks)
    verifier = networks[VERIFIER]
    assert isinstance(verifier, Verifier)
    assert verifier.classifier.in_features == 24
    learner(networks)
    assert networks[VERIFIER] is verifier


def test_an_architecture_without_a_backbone_is_refused():
    with pytest.raises(UsageError, match="'pairs' trains a network 'backbone'"):
        learner({"generator": nn.Flatten()})


@pytest.fixture
def unsure():
    """A learner whose verifier gives zero logits; column 1 is `same`."""
    networks = {"backbone": nn.Flatten()}
    one = learner(networks)
    nn.init.zeros_(networks[VERIFIER].classifier.weight)
    return one, networks[VERIFIER].classifier


def test_a_verifier_that_knows_nothing_has_the_loss_of_a_coin(unsure):
    one, _ = unsure
    step = one("train", batch([0, 0, 1, 2], torch.randn(1, 4, 3, 4, 2)))
    assert step.loss.item() == pytest.approx(math.log(2), abs=1e-6)


def test_pictures_are_paired_two_by_two_and_the_second_logit_means_same(unsure):
    one, classifier = unsure
    classifier.bias.data = torch.tensor([0.0, 50.0])
    pictures = torch.randn(1, 4, 3, 4, 2)
    same = one("train", batch([0, 0, 1, 1], pictures))
    assert (float(same.watched["right"]), same.loss.item()) == (1.0, pytest.approx(0, abs=1e-6))
    crossed = one("train", batch([0, 1, 0, 1], pictures))
    assert (float(crossed.watched["right"]), crossed.loss.item()) == (0.0, pytest.approx(50))
    half = one("train", batch([0, 0, 1, 2], pictures))
    assert float(half.watched["right"]) == 0.5
