"""The losses of StarGAN: Wasserstein with a gradient penalty, cameras, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn import functional

from probe.backbones.stargan.discriminator import StyleDiscriminator
from probe.backbones.stargan.generator import StyleGenerator


@dataclass(frozen=True)
class LossWeights:
    """Weights beside the adversarial losses; officially 10, 1 and 10.

    Attributes:
        penalty: of the gradient penalty.
        classification: of the camera losses.
        reconstruction: of the way back to the source's style.
    """

    penalty: float = 10.0
    classification: float = 1.0
    reconstruction: float = 10.0


@dataclass(frozen=True, eq=False)
class CameraBatch:
    """What the turns of a step share.

    Attributes:
        pictures: `(n, 3, h, w)`, -1..1.
        cameras: `(n,)` that took them.
        wanted: `(n,)` whose style they are to have: the cameras in another order.
        shares: `(n, 1, 1, 1)` of the real picture in the mixtures that the penalty looks at.
    """

    pictures: torch.Tensor
    cameras: torch.Tensor
    wanted: torch.Tensor
    shares: torch.Tensor


@dataclass(frozen=True, eq=False)
class DiscriminatorLosses:
    """What the discriminator lowers, part by part.

    Attributes:
        real: minus the mean score of real pictures.
        fake: the mean score of styled ones.
        cameras: cross-entropy of the cameras of real pictures.
        penalty: see `gradient_penalty`.
    """

    real: torch.Tensor
    fake: torch.Tensor
    cameras: torch.Tensor
    penalty: torch.Tensor

    def total(self, weights: LossWeights) -> torch.Tensor:
        """The weighted sum."""
        sides = self.real + self.fake
        return sides + weights.classification * self.cameras + weights.penalty * self.penalty


@dataclass(frozen=True, eq=False)
class GeneratorLosses:
    """What the generator lowers, part by part.

    Attributes:
        fake: minus the mean score of styled pictures.
        cameras: cross-entropy of their cameras and those that were wanted.
        reconstruction: L1 between the pictures and themselves, styled and styled back.
    """

    fake: torch.Tensor
    cameras: torch.Tensor
    reconstruction: torch.Tensor

    def total(self, weights: LossWeights) -> torch.Tensor:
        """The weighted sum."""
        back = weights.reconstruction * self.reconstruction
        return self.fake + weights.classification * self.cameras + back


def discriminator_losses(
    discriminator: StyleDiscriminator, batch: CameraBatch, styled: torch.Tensor
) -> DiscriminatorLosses:
    """The losses of a discriminator; `styled` carries no gradient."""
    real, logits = discriminator(batch.pictures)
    fake, _ = discriminator(styled)
    return DiscriminatorLosses(
        real=-real.mean(),
        fake=fake.mean(),
        cameras=functional.cross_entropy(logits, batch.cameras),
        penalty=gradient_penalty(discriminator, batch.pictures, styled, batch.shares),
    )


def generator_losses(
    generator: StyleGenerator, discriminator: StyleDiscriminator, batch: CameraBatch
) -> GeneratorLosses:
    """The losses of a generator: there, judged, and back again."""
    styled = generator(batch.pictures, batch.wanted)
    fake, logits = discriminator(styled)
    back = generator(styled, batch.cameras)
    return GeneratorLosses(
        fake=-fake.mean(),
        cameras=functional.cross_entropy(logits, batch.wanted),
        reconstruction=functional.l1_loss(back, batch.pictures),
    )


def gradient_penalty(
    discriminator: StyleDiscriminator,
    real: torch.Tensor,
    styled: torch.Tensor,
    shares: torch.Tensor,
) -> torch.Tensor:
    """Mean squared distance from 1 of the gradient's norm, picture by picture (WGAN-GP).

    Args:
        discriminator: whose scores of all patches of a picture are summed.
        real: `(n, 3, h, w)` of cameras.
        styled: `(n, 3, h, w)` of the generator.
        shares: `(n, 1, 1, 1)` of the real picture in each mixture.
    """
    mixed = (shares * real + (1 - shares) * styled).detach().requires_grad_()
    scores, _ = discriminator(mixed)
    (slope,) = torch.autograd.grad(scores.sum(), mixed, create_graph=True)
    lengths: torch.Tensor = slope.flatten(1).norm(dim=1)
    return (lengths - 1).square().mean()
