"""A training and its stages at their start, or where a checkpoint left them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from probe.backbones._training.checkpoint import (
    TrainingState,
)
from probe.backbones._training.learner import Learner
from probe.backbones._training.log import TrainingLog, has_tensorboard, read_lines
from probe.backbones._training.machine import Machine
from probe.backbones._training.network_states import restore_networks
from probe.backbones._training.objective import BACKBONE, DataFacts, Networks
from probe.backbones._training.processes import first
from probe.backbones._training.random_state import (
    restore_random_state,
    seed_everything,
)
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.running import RunningStage, running_stage, unmoved
from probe.backbones._training.start import bring_networks
from probe.backbones._training.table import TrainingTable
from probe.contracts import Reporter
from probe.errors import UsageError
from probe.wording import Message, refusal


@dataclass(eq=False)
class Training:
    """A training in progress.

    Attributes:
        recipe: what to do.
        table: what to learn from.
        data: digest of the table.
        out: folder of the training.
        machine: what it runs on.
        reporter: told how it goes.
        device: where it runs.
        networks: all that there are so far, by name.
        seconds: time that all epochs took so far.
        lines: of the log so far.
    """

    recipe: Recipe
    table: TrainingTable
    data: str
    out: Path
    machine: Machine
    reporter: Reporter
    device: torch.device
    networks: Networks
    seconds: float = 0.0
    lines: int = 0

    @property
    def facts(self) -> DataFacts:
        """What networks may depend on."""
        shown, table = self.recipe.stages[0].shown, self.table
        counts = table.classes, table.camera_count, len(table.set_names)
        return DataFacts(shown.size, *counts, shown.normalisation.mean, shown.normalisation.std)

    def learner(self, number: int) -> Learner:
        """The learner of a stage; networks that it adds stay for the stages after it."""
        objective = self.recipe.stages[number].objective
        return objective.learner(self.networks, self.recipe.network, self.facts)


def begin_training(
    recipe: Recipe,
    table: TrainingTable,
    out: Path,
    machine: Machine,
    reporter: Reporter,
    device: torch.device,
) -> Training:
    """A training with its networks at their start.

    Raises:
        UsageError: its network takes no pictures of the recipe's size.
    """
    seed_everything(recipe.seed, 0)
    training = Training(recipe, table, table.digest(), out, machine, reporter, device, {})
    training.networks.update(recipe.network.networks(training.facts))
    if BACKBONE in training.networks:
        _check_size(training.networks[BACKBONE], training.facts.size)
    return training


def _check_size(network: nn.Module, size: tuple[int, int]) -> None:
    """Show a network one black picture of a size (height, width), and refuse what it cannot take.

    Raises:
        UsageError: with PyTorch's words.
    """
    before = network.training
    try:
        with torch.no_grad():
            network.eval()(torch.zeros(1, 3, *size))
    except (RuntimeError, ValueError) as error:  # PyTorch has both for a map that is too small
        said = str(error).partition("\n")[0]
        raise refusal(
            UsageError,
            Message("training-size-unfit", {"height": size[0], "width": size[1], "said": said}),
            hint=Message("training-size-step"),
        ) from None
    finally:
        network.train(before)


def begin_stage(training: Training, number: int, state: TrainingState | None) -> RunningStage:
    """A stage, ready for its next step.

    Args:
        training: with the networks as the stage before left them.
        number: of the stage.
        state: where to go on, if the stage had begun.
    """
    stage = training.recipe.stages[number]
    if number:
        seed_everything(training.recipe.seed, number)
    learner = training.learner(number)
    if state is None:
        for start in stage.start_from:
            bring_networks(start, training.networks, training.out, training.reporter.step)
        learner.begin()
    running = running_stage(stage, learner, training.device, training.recipe.name)
    if state is not None:
        running.restore(state.parts)
        running.epoch, running.at, running.step = state.epoch, state.at, state.step
        running.sums = {name: list(values) for name, values in state.sums.items()}
        restore_random_state(state.random)
    if still := unmoved(running):
        training.reporter.step(Message("training-unmoved", {"networks": tuple(still)}))
    return running


def go_back(training: Training, state: TrainingState | None, log: TrainingLog) -> None:
    """Networks, time and log as they were at a checkpoint."""
    reporter = training.reporter
    if first() and not has_tensorboard():
        reporter.step(Message("training-no-tensorboard"))
    if state is None:
        return
    for number in range(state.stage):
        training.learner(number)
    if not state.begun:
        restore_networks(training.networks, state.parts["networks"])
        training.networks = {
            name: network.to(training.device) for name, network in training.networks.items()
        }
    training.seconds, training.lines = state.seconds, state.lines
    if not first():
        return
    log.cut_back(state.lines)
    if len(read_lines(training.out)) < state.lines:
        reporter.step(Message("training-log-lacks-epochs"))
    stages = training.recipe.stages
    if len(stages) > 1:
        reporter.step(Message("training-stages-done", {"done": state.stage, "stages": len(stages)}))
    if state.begun:
        reporter.step(Message("training-going-on", {"epoch": state.epoch, "step": state.step}))
