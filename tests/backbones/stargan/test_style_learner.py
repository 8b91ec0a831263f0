"""Who learns in which turn, and which styles are wanted."""

import torch

from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.objective import DataFacts
from probe.backbones._training.samplers.sampler import ROLE


def learner_of(recipe):
    networks = recipe.network.networks(DataFacts((16, 8), classes=0, cameras=3, sets=1))
    return recipe.stages[0].objective.learner(networks, recipe.network, None)


def batch_of(cameras):
    numbers = torch.arange(len(cameras))
    return Batch({ROLE: PictureBatch(
        torch.rand(1, len(cameras), 3, 16, 8), -torch.ones_like(numbers), torch.tensor(cameras),
        numbers * 0, numbers, numbers * 0,
    )})  # fmt: skip


def test_wanted_styles_are_the_cameras_in_another_order(tiny):
    torch.manual_seed(0)
    cameras = [0, 0, 1, 2, 2, 2]
    prepared = learner_of(tiny()).prepare(batch_of(cameras))
    assert sorted(prepared.wanted.tolist()) == cameras
    assert prepared.wanted.tolist() != cameras
    assert prepared.shares.shape == (6, 1, 1, 1)
    assert prepared.shares.unique().numel() == 6


def test_turns_give_gradients_to_their_own_network(tiny):
    learner = learner_of(tiny())
    prepared = learner.prepare(batch_of([0, 1, 2, 1]))
    learner("discriminator", prepared).loss.backward()
    assert all(p.grad is None for p in learner.networks["generator"].parameters())
    assert all(p.grad is not None for p in learner.networks["discriminator"].main.parameters())
    step = learner("generator", prepared)
    step.loss.backward()
    assert all(p.grad is not None for p in learner.networks["generator"].parameters())
    assert set(step.watched) == {"cameras", "reconstruction"}
