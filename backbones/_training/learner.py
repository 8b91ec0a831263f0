"""What is trained: named networks, and what a turn of a step makes of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import torch
from torch import nn

from probe.backbones._training.batch import Batch

TURN = "train"
"""The turn of learners that have only one."""


@dataclass(frozen=True, eq=False)
class Step:
    """What a turn gave.

    Attributes:
        loss: what the turn's optimisers lower.
        watched: further numbers for the log, by name.
    """

    loss: torch.Tensor
    watched: Mapping[str, torch.Tensor] = field(default_factory=dict)


class Learner(nn.Module):
    """Base of what the loop trains in a stage.

    The loop moves the learner to its device, keeps all of its state in the checkpoint, and for
    every turn that is due calls `forward`, goes back through the loss, and lets the turn's
    optimisers step. Random numbers are to be drawn from torch: its generators are kept too.

    Attributes:
        turns: names of its turns, in the order they take where a recipe states none.
        views: augmented views of every picture that a batch holds.
        networks: what is trained, used or followed, by the names that recipes use.
    """

    turns: ClassVar[tuple[str, ...]] = (TURN,)
    views: ClassVar[int] = 1

    def __init__(self, networks: Mapping[str, nn.Module]) -> None:
        super().__init__()
        self.networks = nn.ModuleDict(networks)

    def begin(self) -> None:
        """Once, when its stage begins and networks that come from elsewhere have come.

        For values that one network takes from another; a resumed stage does not begin anew.
        """

    def prepare(self, batch: Batch) -> Any:
        """Once a step, before its turns: what they share, such as pictures a generator made."""
        return batch

    def forward(self, turn: str, prepared: Any) -> Step:
        """The loss of a turn, from what `prepare` gave."""
        raise NotImplementedError
