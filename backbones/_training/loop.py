"""The training loop: from a recipe and its pictures to networks, resumable at any checkpoint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch

from probe.backbones._torch.device import choose_device
from probe.backbones._training.batches import TrainingPictures
from probe.backbones._training.beginning import Training, begin_stage, begin_training, go_back
from probe.backbones._training.checkpoint import (
    TrainingState,
)
from probe.backbones._training.epoch import line_message, run_epoch
from probe.backbones._training.log import TrainingLog
from probe.backbones._training.machine import Machine, check_precision, low_precision
from probe.backbones._training.objective import Networks
from probe.backbones._training.processes import first, own_device
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.running import RunningStage
from probe.backbones._training.saving import write_checkpoint, write_end
from probe.backbones._training.table import TrainingTable
from probe.contracts import Reporter
from probe.wording import Message

StageDone = Callable[[int, Networks], None]
"""Told (number of a stage, networks) when it has ended."""


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
    check_precision(recipe, device)
    training = begin_training(recipe, table, out, machine, reporter, device)
    with TrainingLog(out) as log:
        go_back(training, state, log)
        for number in range(state.stage if state else 0, stages):
            begun = state if state and state.begun and state.stage == number else None
            running = begin_stage(training, number, begun)
            _run_stage(training, running, number, log)
            stage_done(number, training.networks)
            if first():
                write_end(training, number)
    return training.networks


def _run_stage(training: Training, running: RunningStage, number: int, log: TrainingLog) -> None:
    recipe, stage = training.recipe, running.stage
    pictures = TrainingPictures(
        training.table, stage.augmentations, running.learner.views, recipe.seed, number, stage.load
    )
    if stage.precision == "bfloat16" and low_precision(stage.precision, running.device) is None:
        training.reporter.step(Message("training-float32", {"stage": stage.name}))
    several = len(recipe.stages) > 1
    values = {"recipe": recipe.name, "stage": stage.name if several else None}
    progress = training.reporter.progress(Message("training-progress", values), "steps")
    while not _ended(running):
        line = run_epoch(training, running, number, pictures, progress)
        training.seconds = line.seconds
        training.lines += 1
        if first():
            write_checkpoint(training, running, number)
            log.add(line)
            training.reporter.step(line_message(line, running))
    running.end()


def _ended(running: RunningStage) -> bool:
    length = running.stage.length
    if length.steps is not None:
        return running.step >= length.steps
    return running.epoch >= (length.epochs or 0)
