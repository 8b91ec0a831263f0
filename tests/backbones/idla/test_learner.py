"""Pairs told apart; the hardest pairs of two people are those with the highest log odds."""

import pytest
import torch
from torch.nn import functional

from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.samplers.sampler import ROLE
from probe.backbones.idla.learner import (
    HardNegativesLearner,
    PairNetworkLearner,
    odds_of_pairs,
    told_apart,
)
from probe.backbones.idla.model import PairNetwork, PairShape
from probe.backbones.idla.rules import PORTS


def network_of(port="paper"):
    torch.manual_seed(6)
    return PairNetwork((48, 32), PairShape(4, 6, 5, 5, 8), PORTS[port])


def batch_of(labels):
    torch.manual_seed(7)
    labels = torch.tensor(labels)
    zeros = torch.zeros_like(labels)
    views = torch.randn(1, len(labels), 3, 48, 32)
    return Batch({ROLE: PictureBatch(views, labels, zeros, zeros, zeros, zeros)})


@pytest.mark.parametrize("port", PORTS)
def test_loss_is_cross_entropy_of_the_column_of_one_person(port):
    network, batch = network_of(port), batch_of([0, 0, 0, 1])
    step = PairNetworkLearner({"pairs": network})("train", batch)
    pictures = batch.only.pictures
    odds = network.log_odds(network(pictures[0::2], pictures[1::2]))
    expected = functional.binary_cross_entropy_with_logits(odds, torch.tensor([1.0, 0.0]))
    torch.testing.assert_close(step.loss, expected)
    right = ((odds > 0) == torch.tensor([True, False])).float().mean()
    assert step.watched["right"] == right


@pytest.mark.parametrize("port", PORTS)
def test_log_odds_of_pairs_are_the_network_s(port):
    network, batch = network_of(port), batch_of([0, 0, 1, 1, 2])
    pictures, first, second = batch.only.pictures, torch.tensor([0, 4, 2]), torch.tensor([1, 3, 0])
    expected = network.log_odds(network(pictures[first], pictures[second]))
    torch.testing.assert_close(odds_of_pairs(network, pictures, first, second), expected.detach())


def test_the_hardest_pairs_of_two_people_are_learnt():
    network, batch = network_of(), batch_of([0, 1, 0, 1, 2, 2])
    step = HardNegativesLearner({"pairs": network}, negatives=1)("train", batch)
    pictures, labels = batch.only.pictures, batch.only.labels
    pairs = [(i, j) for i in range(6) for j in range(i + 1, 6)]
    other = [pair for pair in pairs if labels[pair[0]] != labels[pair[1]]]
    alone = {p: network.log_odds(network(pictures[[p[0]]], pictures[[p[1]]])).item() for p in other}
    hardest = sorted(other, key=lambda pair: -alone[pair])[:3]
    assert len(other) == 12
    chosen = [(0, 2), (1, 3), (4, 5), *hardest]
    first, second = ([pair[side] for pair in chosen] for side in (0, 1))
    same = torch.tensor([True] * 3 + [False] * 3)
    torch.testing.assert_close(
        step.loss, told_apart(network, pictures[first], pictures[second], same).loss
    )
    mean = sum(alone[pair] for pair in hardest) / 3
    assert step.watched["hardest"].item() == pytest.approx(mean, rel=1e-4)


def test_there_are_no_more_hard_pairs_than_pairs():
    step = HardNegativesLearner({"pairs": network_of()}, negatives=9)("train", batch_of([0, 0, 1]))
    assert step.loss.isfinite()
