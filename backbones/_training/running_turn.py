"""A turn of a stage's steps in progress: which optimisers step, and what rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import nn

from probe.backbones._training.learner import Learner
from probe.backbones._training.running_optimiser import RunningOptimiser
from probe.backbones._training.stage import Stage, Turn
from probe.errors import UsageError
from probe.wording import Message, nearest, refusal


@dataclass(eq=False)
class RunningTurn:
    """A turn of a stage's steps.

    Attributes:
        setting: as the recipe says it.
        optimisers: those that step.
        scaler: of the loss, for float16.
        resting: parameters that take no gradient in this turn.
    """

    setting: Turn
    optimisers: Sequence[RunningOptimiser]
    scaler: torch.amp.GradScaler
    resting: Sequence[nn.Parameter] = ()


def running_turns(
    stage: Stage,
    learner: Learner,
    optimisers: Mapping[str, RunningOptimiser],
    device: torch.device,
    place: str,
) -> list[RunningTurn]:
    """The turns of a stage in order; where the recipe names none, one in which all optimisers step.

    Args:
        stage: as the recipe says it.
        learner: which turns it knows.
        optimisers: of the stage, by name.
        device: where it runs.
        place: name of the recipe, for messages.

    Raises:
        UsageError: a turn that the learner does not know or that the recipe must name, or a
            parameter that two optimisers move in one turn.
    """
    settings = stage.turns
    if not settings:
        if len(learner.turns) > 1:
            raise refusal(
                UsageError,
                Message("train-needs-turns", {"stage": repr(stage.name)}),
                place=place,
                hint=Message("train-turns-are", {"turns": tuple(learner.turns)}),
            )
        settings = (Turn(name=learner.turns[0], optimisers=tuple(optimisers)),)
    turns = [_turn(stage, turn, learner, optimisers, device, place) for turn in settings]
    if len(turns) > 1:
        everything = {k: v for one in optimisers.values() for k, v in one.parameters.items()}
        for turn in turns:
            moved = {name for one in turn.optimisers for name in one.parameters}
            turn.resting = [value for name, value in everything.items() if name not in moved]
    return turns


def _turn(
    stage: Stage,
    setting: Turn,
    learner: Learner,
    optimisers: Mapping[str, RunningOptimiser],
    device: torch.device,
    place: str,
) -> RunningTurn:
    if setting.name not in learner.turns:
        raise refusal(
            UsageError,
            Message("train-no-turn", {"stage": repr(stage.name), "turn": repr(setting.name)}),
            place=place,
            hint=nearest(setting.name, learner.turns),
        )
    stepping = [optimisers[name] for name in setting.optimisers]
    names = Counter(name for optimiser in stepping for name in optimiser.parameters)
    twice = sorted(name for name, count in names.items() if count > 1)
    if twice:
        raise refusal(
            UsageError,
            Message(
                "train-two-optimisers",
                {"stage": repr(stage.name), "turn": repr(setting.name), "moved": repr(twice[0])},
            ),
            place=place,
            hint=Message("train-other-networks"),
        )
    scaler = torch.amp.GradScaler(device.type, enabled=stage.precision == "float16")
    return RunningTurn(setting, stepping, scaler)
