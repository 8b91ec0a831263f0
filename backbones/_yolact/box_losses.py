"""Losses of boxes and classes: SSD's multibox loss as YOLACT has it, over all frames of a batch."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch.nn import functional

from probe.backbones._yolact.matching import BACKGROUND, NEUTRAL, AnchorTargets

NEGATIVES = 3
"""Background anchors for each with an instance (Liu et al., 2.2; `ohem_negpos_ratio`)."""


def box_loss(offsets: torch.Tensor, targets: Sequence[AnchorTargets]) -> torch.Tensor:
    """Smooth L1 of the offsets of anchors with an instance, as a sum.

    Args:
        offsets: `(n, p, 4)`.
        targets: of the n frames.
    """
    positive = torch.stack([target.positive for target in targets])
    wanted = torch.stack([target.offsets for target in targets])
    return functional.smooth_l1_loss(offsets[positive], wanted[positive], reduction="sum")


def class_loss(
    logits: torch.Tensor, targets: Sequence[AnchorTargets], negatives: int = NEGATIVES
) -> torch.Tensor:
    """Cross-entropy of anchors with an instance and of the hardest of the background, as a sum.

    Hard is where the background is least likely; each frame has its own share of them.

    Args:
        logits: `(n, p, 1 + classes)`, the background first.
        targets: of the n frames.
        negatives: background anchors for each with an instance.
    """
    classes = torch.stack([target.classes for target in targets])
    learnt = (classes > BACKGROUND) | hard_negatives(logits, classes, negatives)
    return functional.cross_entropy(logits[learnt], classes[learnt], reduction="sum")


def hard_negatives(logits: torch.Tensor, classes: torch.Tensor, negatives: int) -> torch.Tensor:
    """`bool (n, p)`: the background anchors that are learnt from.

    Args:
        logits: `(n, p, 1 + classes)`.
        classes: `(n, p)` targets.
        negatives: for each anchor with an instance.
    """
    with torch.no_grad():
        hardness = logits.logsumexp(2) - logits[..., BACKGROUND]
        # As officially: others count with 0, so that they still take a place where all are easy.
        hardness[classes != BACKGROUND] = 0
        ranks = hardness.argsort(dim=1, descending=True, stable=True).argsort(dim=1)
        counts = negatives * (classes > BACKGROUND).sum(1, keepdim=True)
        chosen = ranks < counts.clamp(max=classes.shape[1] - 1)
    return chosen & (classes == BACKGROUND) & (classes != NEUTRAL)
