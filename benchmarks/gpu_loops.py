"""Plain PyTorch loops over a network on a GPU, as other libraries and careful users write them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from torch import nn

from probe.backbones._torch.preprocess import Normalise
from probe.contracts import BackboneCard, Pictures, Vectors


@contextmanager
def pytorch_defaults() -> Iterator[None]:
    """TF32 as PyTorch sets it: in convolutions, not in products of matrices."""
    before = torch.backends.cudnn.allow_tf32
    torch.backends.cudnn.allow_tf32 = True
    try:
        yield
    finally:
        torch.backends.cudnn.allow_tf32 = before


def plain_loop(
    network: nn.Module, card: BackboneCard, pictures: Pictures, batch: int, *, low: bool
) -> Vectors:
    """What other libraries do: normalise on the CPU, copy, forward, back to NumPy."""
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (card.mean, card.std))
    vectors = []
    with torch.inference_mode(), pytorch_defaults():
        for start in range(0, len(pictures), batch):
            taken = torch.from_numpy(pictures[start : start + batch]).permute(0, 3, 1, 2)
            planes = ((taken.float() / 255 - mean) / std).contiguous().cuda()
            with torch.autocast("cuda", torch.bfloat16, enabled=low):
                vectors.append(network(planes).float().cpu().numpy())
    return np.concatenate(vectors)


def better_plain_loop(
    network: nn.Module, card: BackboneCard, pictures: Pictures, batch: int, *, low: bool
) -> Vectors:
    """The same with uint8 copied and normalised on the GPU."""
    normalise = Normalise(card).cuda()
    vectors = []
    with torch.inference_mode(), pytorch_defaults():
        for start in range(0, len(pictures), batch):
            taken = torch.from_numpy(pictures[start : start + batch]).cuda()
            planes = normalise(taken).contiguous()
            with torch.autocast("cuda", torch.bfloat16, enabled=low):
                vectors.append(network(planes).float().cpu().numpy())
    return np.concatenate(vectors)
