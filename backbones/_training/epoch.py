"""An epoch: its batches, its steps, and its line of the log."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import numpy as np

from probe.backbones._training.batches import TrainingPictures, epoch_batches, loaded
from probe.backbones._training.beginning import Training
from probe.backbones._training.log import EpochLine
from probe.backbones._training.one_stage import STAGE
from probe.backbones._training.processes import own_part, processes
from probe.backbones._training.running import RunningStage
from probe.backbones._training.saving import write_within
from probe.errors import UsageError
from probe.wording import Message, Value, refusal


def run_epoch(
    training: Training,
    running: RunningStage,
    number: int,
    pictures: TrainingPictures,
    progress: Callable[[int, int], None],
) -> EpochLine:
    """One pass over the data, or what is left of it, and its line of the log.

    Args:
        training: what it belongs to.
        running: the stage; counts and rates go on in it.
        number: of the stage, counted from 0.
        pictures: what its batches are made of.
        progress: told (steps done, all).

    Raises:
        UsageError: a loss is not a number.
        PictureError: a picture cannot be read.
    """
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
            write_within(training, running, number, time.monotonic() - start)
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
        raise refusal(
            UsageError,
            Message("train-diverged", {"epoch": running.epoch}),
            place=training.recipe.name,
            hint=Message("train-lower-rate"),
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


def line_message(line: EpochLine, running: RunningStage) -> Message:
    """A line of the log as the command line tells it."""
    one = len(line.losses) == 1
    losses = (
        Message("training-loss", {"name": None if one else name, "value": value})
        for name, value in line.losses.items()
    )
    watched = (
        Message("training-watched", {"name": name, "value": value})
        for name, value in line.watched.items()
    )
    name = running.stage.name
    values: dict[str, Value] = {
        "stage": Message("training-stage") if name == STAGE else name,
        "epoch": line.epoch,
        "epochs": running.stage.length.epochs,
        "step": line.step,
        "figures": (*losses, *watched),
        "rate": line.pictures_per_second,
        "waited": line.waited,
    }
    return Message("training-epoch", values)
