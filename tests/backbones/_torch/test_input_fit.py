"""Pictures normalised as in training fit the statistics of the first batch norms best."""

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._torch.input_fit import (
    NORMS_COMPARED,
    look_into,
    misfit,
    other_channels,
    other_normalisations,
)
from probe.backbones._torch.preprocess import Normalise
from probe.contracts import BackboneCard

CARD = BackboneCard("small", input_size=(32, 16), dimension=6)


def reddish(seed, count=16):
    """Pictures whose three channels differ, so that their order can be told."""
    rng = np.random.default_rng(seed)
    pictures = rng.normal((180, 110, 60), (30, 45, 20), (count, 32, 16, 3))
    return np.clip(pictures, 0, 255).astype(np.uint8)


def learnt(card, norms=1):
    """Batch norms right behind the input, with the statistics of pictures of this card."""
    network = nn.Sequential(
        *(nn.BatchNorm2d(3, momentum=None) for _ in range(norms)), nn.Conv2d(3, 6, 1)
    )
    with torch.no_grad():
        network.train()(Normalise(card)(torch.from_numpy(reddish(0))))
    return network.eval()


def test_the_normalisation_of_training_fits():
    network, pictures = learnt(CARD), reddish(1)
    assert misfit(look_into(network), Normalise(CARD), pictures) < 0.01
    others = {**other_channels(CARD), **other_normalisations(CARD)}
    assert min(misfit(look_into(network), way, pictures) for way in others.values()) > 0.05


def test_the_divergence_is_that_of_two_normal_distributions():
    """Statistics moved by one deviation and twice as wide: KL = (1/4 + 1/4 - 1 + ln 4) / 2."""
    network, normalise = learnt(CARD), Normalise(CARD)
    pictures = reddish(0)
    network[0].running_mean += network[0].running_var.sqrt()
    network[0].running_var *= 4
    expected = 0.5 * (1 / 4 + 1 / 4 - 1 + np.log(4))
    assert misfit(look_into(network), normalise, pictures) == pytest.approx(expected, abs=1e-3)


def test_norms_further_in_do_not_count():
    network, pictures = learnt(CARD, norms=NORMS_COMPARED + 1), reddish(1)
    before = misfit(look_into(network), Normalise(CARD), pictures)
    network[NORMS_COMPARED].running_mean += 100
    assert misfit(look_into(network), Normalise(CARD), pictures) == before
    network[NORMS_COMPARED - 1].running_mean += 100
    assert misfit(look_into(network), Normalise(CARD), pictures) > before + 1


def test_a_network_without_batch_norms_of_maps_is_not_measured():
    network = nn.Sequential(nn.Conv2d(3, 6, 1), nn.Flatten(), nn.BatchNorm1d(6 * 32 * 16)).eval()
    assert misfit(look_into(network), Normalise(CARD), reddish(1)) is None
    assert not network[2]._forward_pre_hooks


def test_the_cards_own_normalisation_is_no_alternative():
    names = set(other_normalisations(CARD))
    half = CARD.with_changes(mean=(0.5,) * 3, std=(0.5,) * 3)
    assert "ImageNet" not in names
    assert {"0.5 / 0.5", "LUPerson", "none (0..1)", "none (0..255)", "normalised twice"} == names
    assert set(other_normalisations(half)) == {*names, "ImageNet"} - {"0.5 / 0.5"}
    twice = other_normalisations(CARD)["normalised twice"]
    pictures = torch.from_numpy(reddish(2))
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (CARD.mean, CARD.std))
    torch.testing.assert_close(twice(pictures), (Normalise(CARD)(pictures) - mean) / std)
