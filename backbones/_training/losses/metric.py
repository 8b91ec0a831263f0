"""Losses of the strong baseline (Luo et al., CVPRW 2019): triplet, label smoothing, centres."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from probe.errors import UsageError
from probe.wording import Message, refusal


@dataclass(frozen=True, eq=False)
class HardTriplets:
    """The mean loss and, for every anchor `(n,)`, its farthest positive and nearest negative."""

    loss: torch.Tensor
    positive: torch.Tensor
    negative: torch.Tensor


def batch_hard_triplet(
    features: torch.Tensor, labels: torch.Tensor, margin: float | None, *, unit: bool = False
) -> HardTriplets:
    """Batch-hard triplet loss (Hermans et al. 2017) as reid-strong-baseline computes it.

    The distance is Euclidean, not squared; squares are kept above 1e-12 before the root.

    Args:
        features: `(n, d)`.
        labels: `(n,)`; every label needs a picture of another label beside it.
        margin: distance wanted between the two; None takes the soft margin log(1 + exp(ap - an)).
        unit: scale features to length 1 first.

    Raises:
        UsageError: all labels of the batch are equal.
    """
    points = functional.normalize(features) if unit else features
    distances = euclidean(points)
    same = labels[:, None] == labels[None, :]
    if bool(same.all()):
        raise refusal(UsageError, Message("train-one-identity"), hint=Message("train-two-people"))
    positive = distances.masked_fill(~same, -torch.inf).amax(1)
    negative = distances.masked_fill(same, torch.inf).amin(1)
    gap = positive - negative
    loss = functional.softplus(gap) if margin is None else torch.relu(gap + margin)
    return HardTriplets(loss.mean(), positive, negative)


def euclidean(points: torch.Tensor) -> torch.Tensor:
    """Euclidean distances `(n, n)` between points `(n, d)`."""
    squares = points.pow(2).sum(1)
    together = squares[:, None] + squares[None, :] - 2 * points @ points.T
    return together.clamp(min=1e-12).sqrt()


def smoothed_cross_entropy(
    logits: torch.Tensor, labels: torch.Tensor, epsilon: float
) -> torch.Tensor:
    """Mean cross-entropy against (1 - epsilon) onehot + epsilon / classes."""
    return functional.cross_entropy(logits, labels, label_smoothing=epsilon)


class Centres(nn.Module):
    """Centre loss (Wen et al. 2016): mean squared distance to the centre of one's class.

    As in reid-strong-baseline every square is kept within 1e-12..1e12, and the other classes of a
    row count with that floor; the result is not weighted.

    Args:
        classes: how many.
        dimension: of the features.
    """

    def __init__(self, classes: int, dimension: int) -> None:
        super().__init__()
        self.centres = nn.Parameter(torch.randn(classes, dimension))

    def forward(self, features: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Loss of features `(n, d)` with labels `(n,)`."""
        squared = (features - self.centres[labels]).pow(2).sum(1).clamp(1e-12, 1e12)
        floor = 1e-12 * (len(self.centres) - 1)
        return (squared + floor).mean()
