"""MoCo's contrast (He et al., CVPR 2020, equation 1) and its queue of keys."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional


@dataclass(frozen=True, eq=False)
class Contrast:
    """Logits `(n, 1 + queue)`, the first column being the right one, and their mean loss."""

    logits: torch.Tensor
    loss: torch.Tensor


def info_nce(
    queries: torch.Tensor, keys: torch.Tensor, queue: torch.Tensor, temperature: float
) -> Contrast:
    """Each query against its own key and against every key of the queue.

    Args:
        queries: `(n, d)`, any length; scaled to 1 here.
        keys: `(n, d)`, the same pictures under the key encoder; no gradient flows into them.
        queue: `(d, k)`, columns of length 1.
        temperature: divides the cosines.
    """
    unit = functional.normalize(queries)
    unit_keys = functional.normalize(keys.detach())
    positive = (unit * unit_keys).sum(1, keepdim=True)
    negative = unit @ queue.detach()
    logits = torch.cat([positive, negative], dim=1) / temperature
    right = torch.zeros(len(logits), dtype=torch.long, device=logits.device)
    return Contrast(logits, functional.cross_entropy(logits, right))


class KeyQueue(nn.Module):
    """The last `size` keys; a batch that does not fit at the end goes on at the start.

    Official MoCo asks for a queue that is a multiple of the batch; LUPerson's 65536 keys and
    batches of 2560 are not, hence the wrapping.

    Args:
        dimension: of a key.
        size: keys kept.
    """

    keys: torch.Tensor
    at: torch.Tensor

    def __init__(self, dimension: int, size: int) -> None:
        super().__init__()
        self.register_buffer("keys", functional.normalize(torch.randn(dimension, size), dim=0))
        self.register_buffer("at", torch.zeros(1, dtype=torch.long))

    @torch.no_grad()
    def put(self, keys: torch.Tensor) -> None:
        """Replace the oldest keys by `(n, d)` new ones, scaled to length 1."""
        size = self.keys.shape[1]
        newest = functional.normalize(keys)[-size:]
        start = (int(self.at) + len(keys) - len(newest)) % size
        places = (torch.arange(len(newest), device=keys.device) + start) % size
        self.keys[:, places] = newest.T.to(self.keys.dtype)
        self.at.fill_((start + len(newest)) % size)
