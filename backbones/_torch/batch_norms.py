"""Batch norms of a network, and whether a training has ever set their statistics."""

from __future__ import annotations

from typing import Any

from torch import nn

from probe.wording import Message


def batch_norms(network: nn.Module) -> list[Any]:
    """The batch norms of a network."""
    kinds = (nn.BatchNorm1d, nn.BatchNorm2d)
    return [module for module in network.modules() if isinstance(module, kinds)]


def untrained_norms(network: nn.Module) -> int:
    """How many batch norms hold what they were made with (mean 0, variance 1), or no variance."""
    return sum(_untrained(norm) for norm in batch_norms(network))


def untrained_note(network: nn.Module) -> Message | None:
    """A note where more than half of the batch norms were never trained; else None."""
    norms, untrained = len(batch_norms(network)), untrained_norms(network)
    if untrained <= norms / 2:
        return None
    return Message("setup-batch-norm", {"count": untrained, "norms": norms})


def _untrained(norm: Any) -> bool:
    if norm.running_mean is None or norm.running_var is None:
        return False
    fresh = not bool(norm.running_mean.any()) and bool((norm.running_var == 1).all())
    return fresh or not bool(norm.running_var.any())
