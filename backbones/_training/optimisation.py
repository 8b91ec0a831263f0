"""Optimisers as data, their parameter groups, and the average of weights over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import torch
from torch import nn

from probe.backbones._training.patterns import is_chosen
from probe.backbones._training.recipe_part import (
    NotNegative,
    Positive,
    RecipePart,
    Registered,
    Share,
)
from probe.backbones._training.schedule import Schedule


class ParameterGroup(RecipePart):
    """Parameters that an optimiser moves in another way; the first group that fits counts.

    Attributes:
        match: names, such as `["*.bias"]`.
        rate: times the optimiser's rate (reid-strong-baseline's bias factor).
        weight_decay: instead of the optimiser's; null for the same.
    """

    match: tuple[str, ...]
    rate: NotNegative = 1.0
    weight_decay: NotNegative | None = None


class Clip(RecipePart):
    """The largest gradient norm over all parameters of some networks together."""

    norm: Positive
    networks: tuple[str, ...]


class Optimiser(RecipePart):
    """What moves parameters: base of the optimisers.

    Attributes:
        kind: which.
        rate: base learning rate.
        weight_decay: on everything but where a group says otherwise.
        networks: names of networks, or patterns of parameters.
        groups: parameters that are treated in another way.
        schedule: of the rate.
        clip: of the gradients; null for none.
        gradient_scale: times every gradient (reid-strong-baseline divides the gradient of its
            centres by the weight of their loss).
    """

    kind: str
    rate: Positive
    weight_decay: NotNegative
    networks: tuple[str, ...]
    groups: tuple[ParameterGroup, ...] = ()
    schedule: Annotated[Schedule, Registered("schedules")]
    clip: Clip | None = None
    gradient_scale: Positive = 1.0

    def optimiser(self, groups: list[dict[str, Any]]) -> torch.optim.Optimizer:
        """Torch's optimiser over torch's parameter groups."""
        raise NotImplementedError

    def parameter_groups(self, parameters: Mapping[str, nn.Parameter]) -> list[GroupedParameters]:
        """The parameters of every group that has any; those that fit none come last."""
        left = dict(parameters)
        grouped = []
        for group in self.groups:
            names = [name for name in left if is_chosen(name, group.match)]
            decay = self.weight_decay if group.weight_decay is None else group.weight_decay
            grouped.append(GroupedParameters([left.pop(name) for name in names], group.rate, decay))
        rest = GroupedParameters(list(left.values()), 1.0, self.weight_decay)
        return [group for group in (*grouped, rest) if group.parameters]


@dataclass(frozen=True, eq=False)
class GroupedParameters:
    """Parameters with the same factor of the rate and the same weight decay."""

    parameters: list[nn.Parameter]
    rate_factor: float
    weight_decay: float


class Sgd(Optimiser):
    """Stochastic gradient descent; weight decay on everything, batch norms and centres included."""

    kind: Literal["sgd"]
    momentum: Share
    nesterov: bool

    def optimiser(self, groups: list[dict[str, Any]]) -> torch.optim.Optimizer:
        """Torch's SGD."""
        return torch.optim.SGD(
            groups,
            lr=self.rate,
            momentum=self.momentum,
            nesterov=self.nesterov,
            weight_decay=self.weight_decay,
        )


class Adam(Optimiser):
    """Adam; `decoupled` takes the weight decay apart from the gradient (AdamW)."""

    kind: Literal["adam"]
    betas: tuple[Share, Share]
    decoupled: bool

    def optimiser(self, groups: list[dict[str, Any]]) -> torch.optim.Optimizer:
        """Torch's Adam or AdamW."""
        kind = torch.optim.AdamW if self.decoupled else torch.optim.Adam
        return kind(groups, lr=self.rate, betas=self.betas, weight_decay=self.weight_decay)


OPTIMISERS: dict[str, type[Optimiser]] = {"sgd": Sgd, "adam": Adam}
"""The optimisers that ship, by kind."""


class Averaged(nn.Module):
    """Exponential moving average of a network's weights; its counters are copied.

    Args:
        network: what is followed.
        decay: share of the old average kept by each step.
    """

    def __init__(self, network: nn.Module, decay: float) -> None:
        super().__init__()
        self.decay = decay
        self.names = list(network.state_dict())
        for at, value in enumerate(network.state_dict().values()):
            self.register_buffer(f"value{at}", value.detach().clone())

    @torch.no_grad()
    def follow(self, network: nn.Module) -> None:
        """Take in the network's present weights."""
        for at, value in enumerate(network.state_dict().values()):
            kept = self.get_buffer(f"value{at}")
            if value.is_floating_point():
                kept.lerp_(value.to(kept.dtype), 1 - self.decay)
            else:
                kept.copy_(value)

    def weights(self) -> dict[str, torch.Tensor]:
        """The averaged weights by the network's own names."""
        return {name: self.get_buffer(f"value{at}") for at, name in enumerate(self.names)}


def trainable(parameters: Iterable[tuple[str, nn.Parameter]]) -> dict[str, nn.Parameter]:
    """The parameters that take a gradient, by name."""
    return {name: value for name, value in parameters if value.requires_grad}
