"""A stage in progress: its learner, and the turns of a step with their optimisers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import nn

from probe.backbones._training.batch import Batch
from probe.backbones._training.freezing import hold_still
from probe.backbones._training.learner import Learner
from probe.backbones._training.machine import low_precision
from probe.backbones._training.network_states import network_states, own_state, restore_networks
from probe.backbones._training.optimisation import Averaged
from probe.backbones._training.patterns import check_patterns, is_chosen
from probe.backbones._training.processes import average_gradients, together
from probe.backbones._training.running_optimiser import RunningOptimiser, running_optimiser
from probe.backbones._training.running_turn import RunningTurn, running_turns
from probe.backbones._training.schedule import Moment
from probe.backbones._training.stage import Stage


@dataclass(eq=False)
class RunningStage:
    """A stage in progress; see `run_stage` of the loop.

    Attributes:
        stage: as the recipe says it.
        device: where it runs.
        learner: what is trained.
        together: the learner, with gradients averaged over several processes.
        optimisers: by name.
        turns: in order.
        averages: of networks' weights, by name.
        frozen: parameters that only this stage holds still.
        epoch, at, step: passes over the data done, batches of the present pass, steps in all.
        sums: what the present pass has to tell so far.
    """

    stage: Stage
    device: torch.device
    learner: Learner
    together: nn.Module
    optimisers: Mapping[str, RunningOptimiser]
    turns: Sequence[RunningTurn]
    averages: Mapping[str, Averaged]
    frozen: Sequence[nn.Parameter] = ()
    epoch: int = 0
    at: int = 0
    step: int = 0
    sums: dict[str, list[Any]] = field(default_factory=dict)

    def parts(self) -> dict[str, Any]:
        """State dicts of everything that has a state."""
        return {
            "networks": network_states(self.learner),
            "learner": own_state(self.learner),
            "optimisers": {name: one.moving.state_dict() for name, one in self.optimisers.items()},
            "averages": {name: average.state_dict() for name, average in self.averages.items()},
            "scalers": {turn.setting.name: turn.scaler.state_dict() for turn in self.turns},
        }

    def restore(self, parts: Mapping[str, Any]) -> None:
        """Go on from the state dicts of a checkpoint."""
        restore_networks(self.learner.networks, parts["networks"])
        self.learner.load_state_dict(parts["learner"], strict=False)
        for name, optimiser in self.optimisers.items():
            optimiser.moving.load_state_dict(parts["optimisers"][name])
        for name, average in self.averages.items():
            average.load_state_dict(parts["averages"][name])
        for turn in self.turns:
            turn.scaler.load_state_dict(parts["scalers"][turn.setting.name])

    def set_rates(self, part: float, epochs: float) -> dict[str, float]:
        """Set every optimiser's rate for the present moment."""
        now = Moment(self.epoch, part, epochs, self.step)
        return {name: optimiser.set_rate(now) for name, optimiser in self.optimisers.items()}

    def take_step(self, batch: Batch) -> None:
        """The turns that are due, and what follows weights."""
        self.step += 1
        given = batch.to(self.device).channels_last()
        low = low_precision(self.stage.precision, self.device)
        with torch.autocast(self.device.type, low, enabled=low is not None):
            prepared = self.learner.prepare(given)
        for turn in self.turns:
            if self.step % turn.setting.every == 0:
                self._take_turn(turn, prepared, low)
        for name, average in self.averages.items():
            average.follow(self.learner.networks[name])

    def _take_turn(self, turn: RunningTurn, prepared: Any, low: torch.dtype | None) -> None:
        for parameter in turn.resting:
            parameter.requires_grad_(False)
        with torch.autocast(self.device.type, low, enabled=low is not None):
            step = self.together(turn.setting.name, prepared)
        for optimiser in turn.optimisers:
            optimiser.moving.zero_grad(set_to_none=True)
        turn.scaler.scale(step.loss).backward()
        for parameter in turn.resting:
            parameter.requires_grad_(True)
        for optimiser in turn.optimisers:
            if len(self.turns) > 1:
                average_gradients(optimiser.parameters.values())
            optimiser.step(turn.scaler)
        turn.scaler.update()
        self._note(turn.setting.name, step.loss.detach(), step.watched)

    def _note(self, turn: str, loss: torch.Tensor, watched: Mapping[str, torch.Tensor]) -> None:
        before = f"{turn}/" if len(self.turns) > 1 else ""
        self.sums.setdefault(f"loss/{turn}", []).append(loss)
        for name, value in watched.items():
            self.sums.setdefault(f"watched/{before}{name}", []).append(value.detach())

    def end(self) -> None:
        """The networks end with their averaged weights, where they have them, and free."""
        for parameter in self.frozen:
            parameter.requires_grad_(True)
        for name, average in self.averages.items():
            self.learner.networks[name].load_state_dict(average.weights())


def running_stage(stage: Stage, learner: Learner, device: torch.device, place: str) -> RunningStage:
    """Everything of a stage, ready for its first step.

    Args:
        stage: as the recipe says it.
        learner: on any device.
        device: where to train.
        place: name of the recipe, for messages.

    Raises:
        UsageError: patterns that choose nothing, turns that the learner does not know, a parameter
            that two optimisers move in one turn, or one that moves nothing.
    """
    learner = learner.to(device=device, memory_format=torch.channels_last).train()  # type: ignore[call-overload]
    _check_names(stage, learner, place)
    frozen = hold_still(learner, stage)
    optimisers = {
        name: running_optimiser(name, setting, learner, place)
        for name, setting in stage.optimisers.items()
    }
    turns = running_turns(stage, learner, optimisers, device, place)
    average = stage.average
    averages = {
        name: Averaged(network, average.decay)
        for name, network in learner.networks.items()
        if average is not None and is_chosen(name, average.networks)
    }
    module = together(learner) if len(turns) == 1 else learner
    return RunningStage(stage, device, learner, module, optimisers, turns, averages, frozen)


def unmoved(running: RunningStage) -> list[str]:
    """Networks with parameters that take a gradient and are moved by no optimiser."""
    moved = {name for one in running.optimisers.values() for name in one.parameters}
    left = [
        name
        for name, parameter in running.learner.networks.named_parameters()
        if parameter.requires_grad and name not in moved
    ]
    return list(dict.fromkeys(name.partition(".")[0] for name in left))


def _check_names(stage: Stage, learner: Learner, place: str) -> None:
    networks = learner.networks
    names = [
        *(name for name, _ in networks.named_modules() if name),
        *(name for name, _ in networks.named_parameters()),
        *(name for name, _ in networks.named_buffers()),
    ]
    settings = {
        "frozen": stage.frozen,
        "norms_in_eval": stage.norms_in_eval,
        "average.networks": stage.average.networks if stage.average else (),
    }
    for name, optimiser in stage.optimisers.items():
        settings[f"optimisers.{name}.networks"] = optimiser.networks
        settings[f"optimisers.{name}.clip"] = optimiser.clip.networks if optimiser.clip else ()
    for setting, patterns in settings.items():
        check_patterns(patterns, names, f"stage {stage.name!r}, {setting}", place)
