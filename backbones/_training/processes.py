"""Several processes in one training: keys are gathered, and shuffled for their batch norm.

MoCo (section 3.3): where each process normalises its own part of a batch, query and key of a
picture must not be normalised among the same pictures, or the network learns to recognise the batch
instead of the picture. One process has one batch, which shuffling cannot change.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import distributed


def processes() -> int:
    """How many processes train together."""
    return distributed.get_world_size() if distributed.is_initialized() else 1


@torch.no_grad()
def gathered(rows: torch.Tensor) -> torch.Tensor:
    """`(n, ...)` of every process, one after another."""
    if processes() == 1:
        return rows
    parts = [torch.empty_like(rows) for _ in range(processes())]
    distributed.all_gather(parts, rows.contiguous())
    return torch.cat(parts)


@torch.no_grad()
def shuffled_together(
    pictures: torch.Tensor, encoder: Callable[[torch.Tensor], torch.Tensor]
) -> torch.Tensor:
    """Encode pictures `(n, ...)` in batches mixed from all processes; results in their order."""
    count = processes()
    if count == 1:
        return encoder(pictures)
    everything = gathered(pictures)
    order = torch.randperm(len(everything), device=pictures.device)
    distributed.broadcast(order, src=0)
    own, size = distributed.get_rank(), len(pictures)
    mixed = everything[order[own * size : (own + 1) * size]]
    encoded = gathered(encoder(mixed))
    back = torch.argsort(order)
    return encoded[back[own * size : (own + 1) * size]]
