"""Every loss of StarGAN, and its gradients, equal the official solver's."""

import numpy as np
import pytest
import torch

from probe.backbones.stargan.discriminator import DiscriminatorShape, StyleDiscriminator
from probe.backbones.stargan.generator import GeneratorShape, StyleGenerator
from probe.backbones.stargan.losses import (
    CameraBatch,
    LossWeights,
    discriminator_losses,
    generator_losses,
    gradient_penalty,
)


@pytest.fixture
def official(parity):
    return parity("stargan_losses")


@pytest.fixture
def networks(filled_small, official):
    generator, checksum = filled_small(StyleGenerator(GeneratorShape(3, 8, 2)), "G")
    assert checksum == official["crc32_G"]
    shape = DiscriminatorShape(3, (64, 32), 8, 4)
    discriminator, checksum = filled_small(StyleDiscriminator(shape), "D")
    assert checksum == official["crc32_D"]
    return generator, discriminator


@pytest.fixture
def batch(official):
    names = ("x", "label_org", "label_trg", "alpha")
    return CameraBatch(*(torch.from_numpy(official[name]) for name in names))


def assert_gradients(network, official, letter):
    names = [name for name in official if name.startswith(f"grad_{letter}.")]
    assert names
    for name in names:
        found = network.get_parameter(name.removeprefix(f"grad_{letter}.")).grad
        np.testing.assert_allclose(found, official[name], rtol=0, atol=1e-12)


def assert_values(found, official):
    for name, value in found.items():
        assert value.item() == pytest.approx(float(official[name]), abs=1e-12)


def test_the_losses_of_the_discriminator(networks, batch, official):
    generator, discriminator = networks
    with torch.no_grad():
        styled = generator(batch.pictures, batch.wanted)
    np.testing.assert_allclose(styled, official["fake"], atol=1e-12)
    losses = discriminator_losses(discriminator, batch, styled)
    total = losses.total(LossWeights())
    assert_values(
        {"d_real": losses.real, "d_fake": losses.fake, "d_cls": losses.cameras,
         "d_gp": losses.penalty, "d_loss": total}, official,
    )  # fmt: skip
    total.backward()
    assert_gradients(discriminator, official, "D")


def test_the_losses_of_the_generator(networks, batch, official):
    losses = generator_losses(*networks, batch)
    total = losses.total(LossWeights())
    assert_values(
        {"g_fake": losses.fake, "g_cls": losses.cameras, "g_rec": losses.reconstruction,
         "g_loss": total}, official,
    )  # fmt: skip
    total.backward()
    assert_gradients(networks[0], official, "G")


def test_the_penalty_of_a_slope_that_is_known():
    """Scores that rise by 3 a pixel's colour in 48 of them have a slope of norm 3 sqrt(48)."""

    def scores(pictures):
        return 3 * pictures.flatten(1).sum(1)[:, None, None, None], None

    real, styled = torch.rand(2, 3, 4, 4), torch.rand(2, 3, 4, 4)
    penalty = gradient_penalty(scores, real, styled, torch.rand(2, 1, 1, 1))
    assert penalty.item() == pytest.approx((3 * 48**0.5 - 1) ** 2, rel=1e-6)
