"""Checkpoints of a training in progress."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from probe.backbones._training.beginning import Training
from probe.backbones._training.checkpoint import (
    CHECKPOINT,
    TrainingState,
    read_state,
    write_state,
)
from probe.backbones._training.processes import first
from probe.backbones._training.random_state import (
    random_state,
)
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.running import RunningStage
from probe.backbones._training.table import TrainingTable
from probe.errors import CheckpointError
from probe.wording import Message, refusal


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
        raise refusal(
            CheckpointError,
            Message("train-there-already"),
            place=path,
            hint=Message("step-resume-or-out"),
        )
    digests = {number: recipe.stage_digest(number) for number in range(len(recipe.stages))}
    return read_state(path, digests, table.digest())


def write_within(training: Training, running: RunningStage, number: int, took: float) -> None:
    """A checkpoint in the middle of an epoch."""
    if running.at and first():
        running.sums = {
            name: [float(value) for value in values] for name, values in running.sums.items()
        }
        write_checkpoint(training, running, number, took)


def write_checkpoint(
    training: Training, running: RunningStage, number: int, took: float = 0.0
) -> None:
    """Write the checkpoint of a stage in progress.

    Args:
        training: with everything before this epoch counted.
        running: the stage.
        number: of the stage, counted from 0.
        took: seconds of an epoch that is not over.

    Raises:
        CheckpointError: the file cannot be written.
    """
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


def write_end(training: Training, number: int) -> None:
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
