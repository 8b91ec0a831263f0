"""A stage in progress: its learner, and the turns of a step with their optimisers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import nn

from probe.backbones._training.batches import Batch
from probe.backbones._training.learner import Learner
from probe.backbones._training.objective import Networks
from probe.backbones._training.optimisation import Averaged, Optimiser
from probe.backbones._training.patterns import check_patterns, is_chosen
from probe.backbones._training.processes import average_gradients, together
from probe.backbones._training.schedule import Moment
from probe.backbones._training.stage import Stage, Turn
from probe.errors import UsageError, nearest

LOW_PRECISION = {"bfloat16": torch.bfloat16, "float16": torch.float16}


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
        low = LOW_PRECISION.get(self.stage.precision)
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
        name: _optimiser(name, setting, learner, place)
        for name, setting in stage.optimisers.items()
    }
    turns = _turns(stage, learner, optimisers, device, place)
    average = stage.average
    averages = {
        name: Averaged(network, average.decay)
        for name, network in learner.networks.items()
        if average is not None and is_chosen(name, average.networks)
    }
    module = together(learner) if len(turns) == 1 else learner
    return RunningStage(stage, device, learner, module, optimisers, turns, averages, frozen)


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


def unmoved(running: RunningStage) -> list[str]:
    """Networks with parameters that take a gradient and are moved by no optimiser."""
    moved = {name for one in running.optimisers.values() for name in one.parameters}
    left = [
        name
        for name, parameter in running.learner.networks.named_parameters()
        if parameter.requires_grad and name not in moved
    ]
    return list(dict.fromkeys(name.partition(".")[0] for name in left))


def network_states(learner: Learner) -> dict[str, dict[str, Any]]:
    """State dict of every network, by name."""
    return {name: network.state_dict() for name, network in learner.networks.items()}


def own_state(learner: Learner) -> dict[str, Any]:
    """What a learner keeps beside its networks."""
    state = learner.state_dict()
    return {name: value for name, value in state.items() if not name.startswith("networks.")}


def restore_networks(networks: nn.ModuleDict | Networks, states: Mapping[str, Any]) -> None:
    """Give networks their values of a checkpoint."""
    for name, state in states.items():
        networks[name].load_state_dict(state)


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


def _optimiser(name: str, setting: Optimiser, learner: Learner, place: str) -> RunningOptimiser:
    networks = dict(learner.networks.named_parameters())
    parameters = {
        key: value
        for key, value in networks.items()
        if value.requires_grad and is_chosen(key, setting.networks)
    }
    if not parameters:
        raise UsageError(
            f"optimiser {name!r} moves nothing: all that it names is frozen or has no parameters",
            place=place,
        )
    groups = setting.parameter_groups(parameters)
    torch_groups = [
        {"params": group.parameters, "weight_decay": group.weight_decay} for group in groups
    ]
    limited = setting.clip.networks if setting.clip else ()
    clipped = [value for key, value in networks.items() if is_chosen(key, limited)]
    factors = [group.rate_factor for group in groups]
    return RunningOptimiser(setting, setting.optimiser(torch_groups), parameters, factors, clipped)


def _turns(
    stage: Stage,
    learner: Learner,
    optimisers: Mapping[str, RunningOptimiser],
    device: torch.device,
    place: str,
) -> list[RunningTurn]:
    settings = stage.turns
    if not settings:
        if len(learner.turns) > 1:
            raise UsageError(
                f"stage {stage.name!r} needs turns: which optimisers step in which",
                place=place,
                hint=f"Turns of this objective: {', '.join(learner.turns)}.",
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
        raise UsageError(
            f"stage {stage.name!r}: the objective has no turn {setting.name!r}",
            place=place,
            hint=nearest(setting.name, learner.turns),
        )
    stepping = [optimisers[name] for name in setting.optimisers]
    names = Counter(name for optimiser in stepping for name in optimiser.parameters)
    twice = sorted(name for name, count in names.items() if count > 1)
    if twice:
        raise UsageError(
            f"stage {stage.name!r}, turn {setting.name!r}: two optimisers move {twice[0]!r}",
            place=place,
            hint="Name other networks, or parameters by pattern, in one of them.",
        )
    scaler = torch.amp.GradScaler(device.type, enabled=stage.precision == "float16")
    return RunningTurn(setting, stepping, scaler)
