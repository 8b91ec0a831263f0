"""Domain connectivity (document 003, section 2.4): one batch-hard triplet over several domains.

L_D = triplet({x_s} u {x_t} u {x_t*}): pictures of the source, of the target and their styled copies
in one batch, each counted once. A picture of another domain is always another person. The document
prints the triplet with a leading minus and as a sum; as it is meant, and in HHL, positives come
nearer and negatives go away, and it is a mean.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch

from probe.backbones._training.batch import PictureBatch
from probe.backbones._training.losses.metric import batch_hard_triplet
from probe.backbones._training.table import UNLABELLED


def identities(part: PictureBatch, classes: int) -> torch.Tensor:
    """`(n,)` who is on the pictures: the class, or for the target's a number after all classes.

    Nobody knows who is on pictures of the target. Each is a person of its own, together with its
    styled copies; its number is that of its row in the table, so two never share one. (HHL draws
    numbers at random from 10,000, where two pictures of a batch can.)

    Args:
        part: pictures of one role.
        classes: how many people the source has.
    """
    return torch.where(part.labels == UNLABELLED, classes + part.rows, part.labels)


def connected_triplet(
    embeddings: Sequence[torch.Tensor], people: Sequence[torch.Tensor], margin: float | None
) -> torch.Tensor:
    """The mean over all anchors of several groups; negatives are looked for in one's group.

    One group of all domains is domain connectivity; a group for each domain leaves it out.

    Args:
        embeddings: of each group, `(n, d)`.
        people: of each group, `(n,)`.
        margin: as in `batch_hard_triplet`.

    Raises:
        UsageError: a group holds one identity only.
    """
    count = sum(map(len, people))
    losses = [
        batch_hard_triplet(points, who, margin).loss * (len(who) / count)
        for points, who in zip(embeddings, people, strict=True)
    ]
    return torch.stack(losses).sum()
