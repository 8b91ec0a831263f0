"""The training loop: from a recipe and its pictures to networks, resumable at any checkpoint."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from probe.backbones._torch.device import choose_device
from probe.backbones._training.batches import TrainingPictures, epoch_batches, loaded
from probe.backbones._training.checkpoint import (
    CHECKPOINT,
    TrainingState,
    read_state,
    write_state,
)
from probe.backbones._training.learner import Learner
from probe.backbones._training.log import EpochLine, TrainingLog, has_tensorboard, read_lines
from probe.backbones._training.objective import DataFacts, Networks
from probe.backbones._training.processes import first, own_device, own_part, processes
from probe.backbones._training.random_state import (
    random_state,
    restore_random_state,
    seed_everything,
)
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.running import (
    RunningStage,
    restore_networks,
    running_stage,
    unmoved,
)
from probe.backbones._training.start import bring_networks
from probe.backbones._training.table import TrainingTable
from probe.contracts import Reporter
from probe.errors import CheckpointError, UsageError

StageDone = Callable[[int, Networks], None]
"""Told (number of a stage, networks) when it has ended."""


@dataclass(frozen=True)
class Machine:
    """What a training runs on; on a CPU none of it changes the weights.

    Attributes:
        device: `auto`, `cpu`, `cuda`, ...
        workers: processes that decode and augment; 0 decodes in the training's own.
        threads: of torch on a CPU; 0 leaves it to torch. Sums are formed in another order by
            another number of threads: repeat a training with the number it was made with.
    """

    device: str = "auto"
    workers: int = 0
    threads: int = 0


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
        size = self.recipe.stages[0].shown.size
        table = self.table
        return DataFacts(size, table.classes, table.camera_count, len(table.set_names))

    def learner(self, number: int) -> Learner:
        """The learner of a stage; networks that it adds stay for the stages after it."""
        objective = self.recipe.stages[number].objective
        return objective.learner(self.networks, self.recipe.network, self.facts)


def fit(
    recipe: Recipe,
    table: TrainingTable,
    out: Path,
    machine: Machine,
    reporter: Reporter,
    state: TrainingState | None,
    stages: int,
    stage_done: StageDone,
) -> Networks:
    """Train, leaving checkpoints and a log line an epoch in `out`.

    Args:
        recipe: what to do.
        table: what to learn from.
        out: folder of the training.
        machine: what to run on.
        reporter: told how it goes.
        state: where to go on, see `state_to_resume`.
        stages: how many to train, from the first.
        stage_done: told when a stage has ended, before its checkpoint is written.

    Returns:
        The networks by name, as the last stage leaves them.

    Raises:
        ProbeError: a setting that does not fit the networks, a checkpoint that cannot be written,
            a loss that is no number, ...
    """
    if machine.threads:
        torch.set_num_threads(machine.threads)
    device = choose_device(own_device(machine.device))
    _check_precision(recipe, device)
    training = begin_training(recipe, table, out, machine, reporter, device)
    with TrainingLog(out) as log:
        _go_back(training, state, log)
        for number in range(state.stage if state else 0, stages):
            begun = state if state and state.begun and state.stage == number else None
            running = begin_stage(training, number, begun)
            _run_stage(training, running, number, log)
            stage_done(number, training.networks)
            if first():
                _write_end(training, number)
    return training.networks


def state_to_resume(
    recipe: Recipe, table: TrainingTable, out: Path, *, resume: bool
) -> TrainingState | None:
    """The checkpoint in a folder, if there is one and it belongs to this training.

    Raises:
        CheckpointError: it is of another training, damaged, or `resume` was not said.
    """
    path = out / CHECKPOINT
    if not path.is_file():
        return None
    if not resume:
        raise CheckpointError(
            "there is a training in this folder already",
            place=path,
            hint="Go on with it with --resume, or give another --out.",
        )
    digests = {number: recipe.stage_digest(number) for number in range(len(recipe.stages))}
    return read_state(path, digests, table.digest())


def begin_training(
    recipe: Recipe,
    table: TrainingTable,
    out: Path,
    machine: Machine,
    reporter: Reporter,
    device: torch.device,
) -> Training:
    """A training with its networks at their start."""
    seed_everything(recipe.seed, 0)
    training = Training(recipe, table, table.digest(), out, machine, reporter, device, {})
    training.networks.update(recipe.network.networks(training.facts))
    return training


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
        training.reporter.step(f"note: moved by no optimiser: {', '.join(still)}")
    return running


def _go_back(training: Training, state: TrainingState | None, log: TrainingLog) -> None:
    """Networks, time and log as they were at a checkpoint."""
    reporter = training.reporter
    if first() and not has_tensorboard():
        reporter.step("note: no TensorBoard file is written: the package tensorboard is missing")
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
        reporter.step("the log lacks epochs; the weights do not depend on it")
    stages = training.recipe.stages
    if len(stages) > 1:
        reporter.step(f"{state.stage} of {len(stages)} stages are done")
    if state.begun:
        reporter.step(f"going on after epoch {state.epoch}, step {state.step}")


def _check_precision(recipe: Recipe, device: torch.device) -> None:
    for stage in recipe.stages:
        if stage.precision == "float16" and device.type != "cuda":
            raise UsageError(
                f"the recipe asks for float16, which {device.type} does not train with",
                place=recipe.name,
                hint="Use a CUDA GPU, or precision: bfloat16 or float32.",
            )


def _run_stage(training: Training, running: RunningStage, number: int, log: TrainingLog) -> None:
    recipe, stage = training.recipe, running.stage
    pictures = TrainingPictures(
        training.table, stage.augmentations, running.learner.views, recipe.seed, number, stage.load
    )
    named = f"training {recipe.name}"
    progress = training.reporter.progress(
        named if len(recipe.stages) == 1 else f"{named}, {stage.name}", "steps"
    )
    while not _ended(running):
        line = _epoch(training, running, number, pictures, progress)
        training.seconds = line.seconds
        training.lines += 1
        if first():
            _write(training, running, number)
            log.add(line)
            training.reporter.step(_line_text(line, running))
    running.end()


def _ended(running: RunningStage) -> bool:
    length = running.stage.length
    if length.steps is not None:
        return running.step >= length.steps
    return running.epoch >= (length.epochs or 0)


def _epoch(
    training: Training,
    running: RunningStage,
    number: int,
    pictures: TrainingPictures,
    progress: Callable[[int, int], None],
) -> EpochLine:
    stage, epoch, start, waited = running.stage, running.epoch, time.monotonic(), 0.0
    batches = [
        own_part(batch, stage.sampler.unit)
        for batch in epoch_batches(pictures, stage.sampler, epoch)
    ]
    epochs = float(stage.length.epochs or (stage.length.steps or 0) / len(batches))
    steps = stage.length.steps or round(epochs * len(batches))
    begin, rates = running.at, dict[str, float]()
    asked = time.monotonic()
    for batch in loaded(pictures, batches, epoch, training.machine.workers, begin):
        waited += time.monotonic() - asked
        rates = running.set_rates(running.at / len(batches), epochs)
        running.take_step(batch)
        running.at += 1
        progress(running.step if stage.length.steps else epoch * len(batches) + running.at, steps)
        if stage.length.steps is not None and running.step >= stage.length.steps:
            break
        if stage.checkpoint_every and running.step % stage.checkpoint_every == 0:
            _write_within(training, running, number, time.monotonic() - start)
        asked = time.monotonic()
    took = time.monotonic() - start
    seen = sum(len(picks) for batch in batches[begin : running.at] for picks in batch.values())
    running.epoch, running.at = epoch + 1, 0
    return _line(training, running, rates, seen, took, waited)


def _line(
    training: Training,
    running: RunningStage,
    rates: Mapping[str, float],
    seen: int,
    took: float,
    waited: float,
) -> EpochLine:
    means = {
        name: float(np.mean([float(value) for value in values]))
        for name, values in running.sums.items()
    }
    running.sums = {}
    groups: dict[str, dict[str, float]] = {"loss": {}, "watched": {}}
    for name, mean in means.items():
        group, _, key = name.partition("/")
        groups[group][key] = round(mean, 5)
    if not np.isfinite(list(means.values())).all():
        raise UsageError(
            f"the loss of epoch {running.epoch} is not a number: the training has diverged",
            place=training.recipe.name,
            hint="Lower optimiser.rate, or set clip_norm; the checkpoint before it is whole.",
        )
    return EpochLine(
        stage=running.stage.name,
        epoch=running.epoch,
        step=running.step,
        losses=groups["loss"],
        watched=groups["watched"],
        rates=dict(rates),
        pictures_per_second=round(processes() * seen / took, 2),
        waited=round(waited / took, 4),
        seconds=round(training.seconds + took, 2),
        when=round(time.time(), 2),
    )


def _write_within(training: Training, running: RunningStage, number: int, took: float) -> None:
    """A checkpoint in the middle of an epoch."""
    if running.at and first():
        running.sums = {
            name: [float(value) for value in values] for name, values in running.sums.items()
        }
        _write(training, running, number, took)


def _write(training: Training, running: RunningStage, number: int, took: float = 0.0) -> None:
    state = TrainingState(
        recipe=training.recipe.stage_digest(number),
        recipe_name=training.recipe.name,
        data=training.data,
        stage=number,
        begun=True,
        epoch=running.epoch,
        at=running.at,
        step=running.step,
        lines=training.lines,
        seconds=training.seconds + took,
        sums=running.sums,
        parts=running.parts(),
        random=random_state(),
    )
    write_state(training.out / CHECKPOINT, state)


def _write_end(training: Training, number: int) -> None:
    """The checkpoint after a stage: its networks, from which the next one begins."""
    states: dict[str, Any] = {
        name: network.state_dict() for name, network in training.networks.items()
    }
    state = TrainingState(
        recipe=training.recipe.stage_digest(number),
        recipe_name=training.recipe.name,
        data=training.data,
        stage=number + 1,
        begun=False,
        epoch=0,
        at=0,
        step=0,
        lines=training.lines,
        seconds=training.seconds,
        sums={},
        parts={"networks": states},
        random=random_state(),
    )
    write_state(training.out / CHECKPOINT, state)


def _line_text(line: EpochLine, running: RunningStage) -> str:
    length = running.stage.length
    whole = f"epoch {line.epoch} of {length.epochs}" if length.epochs else f"step {line.step}"
    losses = ", ".join(
        f"loss {value:.4f}" if len(line.losses) == 1 else f"{name} {value:.4f}"
        for name, value in line.losses.items()
    )
    watched = "".join(f", {name} {value:.3f}" for name, value in line.watched.items())
    return (
        f"{running.stage.name}: {whole}: {losses}{watched}, "
        f"{line.pictures_per_second:.0f} pictures/s, waited {line.waited:.0%}"
    )
