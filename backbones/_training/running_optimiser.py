"""An optimiser of a stage in progress, and the parameters that it moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import nn

from probe.backbones._training.learner import Learner
from probe.backbones._training.optimisation import Optimiser
from probe.backbones._training.patterns import is_chosen
from probe.backbones._training.schedule import Moment
from probe.errors import UsageError
from probe.wording import Message, refusal


@dataclass(eq=False)
class RunningOptimiser:
    """An optimiser of a stage.

    Attributes:
        setting: as the recipe says it.
        moving: torch's optimiser.
        parameters: what it moves, by dotted name.
        rate_factors: of torch's parameter groups.
        clipped: parameters whose gradient is limited together.
    """

    setting: Optimiser
    moving: torch.optim.Optimizer
    parameters: Mapping[str, nn.Parameter]
    rate_factors: Sequence[float]
    clipped: Sequence[nn.Parameter]

    def set_rate(self, now: Moment) -> float:
        """Set the rate of a moment, and return it."""
        rate = self.setting.rate * self.setting.schedule.factor(now)
        for group, factor in zip(self.moving.param_groups, self.rate_factors, strict=True):
            group["lr"] = rate * factor
        return rate

    def step(self, scaler: torch.amp.GradScaler) -> None:
        """Change the gradients as the recipe says, then move the parameters."""
        if self.setting.gradient_scale != 1:
            for parameter in self.parameters.values():
                if parameter.grad is not None:
                    parameter.grad.mul_(self.setting.gradient_scale)
        if self.setting.clip is not None:
            scaler.unscale_(self.moving)
            torch.nn.utils.clip_grad_norm_(self.clipped, self.setting.clip.norm)
        scaler.step(self.moving)


def running_optimiser(
    name: str, setting: Optimiser, learner: Learner, place: str
) -> RunningOptimiser:
    """An optimiser as the recipe says it, over the parameters that its patterns choose.

    Args:
        name: in the recipe.
        setting: as the recipe says it.
        learner: whose networks it moves.
        place: name of the recipe, for messages.

    Raises:
        UsageError: it would move nothing.
    """
    networks = dict(learner.networks.named_parameters())
    parameters = {
        key: value
        for key, value in networks.items()
        if value.requires_grad and is_chosen(key, setting.networks)
    }
    if not parameters:
        raise refusal(
            UsageError, Message("train-optimiser-moves-nothing", {"name": repr(name)}), place=place
        )
    groups = setting.parameter_groups(parameters)
    torch_groups = [
        {"params": group.parameters, "weight_decay": group.weight_decay} for group in groups
    ]
    limited = setting.clip.networks if setting.clip else ()
    clipped = [value for key, value in networks.items() if is_chosen(key, limited)]
    factors = [group.rate_factor for group in groups]
    return RunningOptimiser(setting, setting.optimiser(torch_groups), parameters, factors, clipped)
