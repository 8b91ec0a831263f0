"""Optimisers as data, and the average of weights over time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import torch
from pydantic import Field
from torch import nn

from probe.backbones._training.recipe_part import NotNegative, Positive, RecipePart, Share


class Sgd(RecipePart):
    """Stochastic gradient descent; weight decay on everything, batch norms and centres included."""

    kind: Literal["sgd"]
    rate: Positive
    momentum: Share
    nesterov: bool
    weight_decay: NotNegative

    def made(self, parameters: Iterable[nn.Parameter]) -> torch.optim.Optimizer:
        """The optimiser of these parameters."""
        return torch.optim.SGD(
            parameters,
            lr=self.rate,
            momentum=self.momentum,
            nesterov=self.nesterov,
            weight_decay=self.weight_decay,
        )


class Adam(RecipePart):
    """Adam; `decoupled` takes the weight decay apart from the gradient (AdamW)."""

    kind: Literal["adam"]
    rate: Positive
    betas: tuple[Share, Share]
    weight_decay: NotNegative
    decoupled: bool

    def made(self, parameters: Iterable[nn.Parameter]) -> torch.optim.Optimizer:
        """The optimiser of these parameters."""
        kind = torch.optim.AdamW if self.decoupled else torch.optim.Adam
        return kind(parameters, lr=self.rate, betas=self.betas, weight_decay=self.weight_decay)


Optimiser = Annotated[Sgd | Adam, Field(discriminator="kind")]


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
