"""The losses of FD-GAN's discriminators and of its generator."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn import functional


@dataclass(frozen=True)
class GeneratorLosses:
    """What the generator lowers, part by part, each a mean.

    Attributes:
        identity: of fooling D_id.
        pose: of fooling D_pd.
        reconstruction: L1 between the picture made and the true one.
        same_pose: L1 between the two pictures made of pairs of one person, in one pose.
        verification: cross-entropy of same and different.
    """

    identity: torch.Tensor
    pose: torch.Tensor
    reconstruction: torch.Tensor
    same_pose: torch.Tensor
    verification: torch.Tensor


def adversarial(logits: torch.Tensor, wanted: float | torch.Tensor) -> torch.Tensor:
    """Binary cross-entropy of logits with one label for all of them."""
    labels = torch.as_tensor(wanted, dtype=logits.dtype, device=logits.device).expand_as(logits)
    return functional.binary_cross_entropy_with_logits(logits, labels)


def discrimination(
    real: torch.Tensor, fake: torch.Tensor, labels: tuple[float, float] = (1.0, 0.0)
) -> torch.Tensor:
    """A discriminator's loss: half of that of real logits and half of that of fake ones."""
    return (adversarial(real, labels[0]) + adversarial(fake, labels[1])) / 2


def smooth_labels(device: torch.device) -> tuple[float, float]:
    """Labels of real and fake pictures for one step: U(0.7, 1) and U(0, 0.3).

    As officially, they change places once in 10,001 times, each by its own draw.
    """
    drawn = torch.rand(4, device=device).tolist()
    real, fake = 0.7 + 0.3 * drawn[0], 0.3 * drawn[1]
    swapped_real, swapped_fake = (value < 1 / 10_001 for value in drawn[2:])
    return fake if swapped_real else real, real if swapped_fake else fake


def same_pose_difference(made: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    """Mean L1 between the two pictures made of every pair of one person; 0 without such a pair.

    Args:
        made: `(2 n, 3, h, w)`, both pictures of a pair one after the other.
        same: `(n,)` whether a pair is of one person.
    """
    first, second = made[0::2][same], made[1::2][same]
    return functional.l1_loss(first, second) if len(first) else made.sum() * 0
