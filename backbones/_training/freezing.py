"""What stands still in a stage."""

from __future__ import annotations

from torch import nn

from probe.backbones._training.learner import Learner
from probe.backbones._training.patterns import is_chosen
from probe.backbones._training.stage import Stage


def hold_still(learner: Learner, stage: Stage) -> list[nn.Parameter]:
    """Freeze what the stage freezes, running statistics included, and return its parameters."""
    networks = learner.networks
    frozen = [
        parameter
        for name, parameter in networks.named_parameters()
        if parameter.requires_grad and is_chosen(name, stage.frozen)
    ]
    for parameter in frozen:
        parameter.requires_grad_(False)
    for name, module in networks.named_modules():
        if name and _stands_still(name, module, stage):
            module.eval()
    return frozen


def _stands_still(name: str, module: nn.Module, stage: Stage) -> bool:
    """Whether a module keeps its running statistics in a stage."""
    buffers = [f"{name}.{key}" for key, _ in module.named_buffers(recurse=False)]
    if is_chosen(name, stage.frozen) or any(is_chosen(key, stage.frozen) for key in buffers):
        return True
    return is_norm(module) and is_chosen(name, stage.norms_in_eval)


def is_norm(module: nn.Module) -> bool:
    """Whether a module keeps running statistics of what it normalises."""
    return hasattr(module, "running_mean")
