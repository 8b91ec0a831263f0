"""The state of a training after an epoch: written whole or not at all, read without running code.

Everything that decides the rest of the training is in it, so that a killed training that is resumed
ends with the same weights as one that was never killed (on a CPU; GPUs add in varying order).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import torch

from probe.errors import CheckpointError, ProbeError
from probe.files.atomic import replacing
from probe.wording import Message, refusal

_BEGIN_ANEW = Message("train-begin-anew")

FORMAT = 2
CHECKPOINT = "checkpoint.pt"


@dataclass(frozen=True, eq=False)
class TrainingState:
    """A training at a moment.

    Attributes:
        recipe: digest of the recipe up to the stage that the networks are of.
        recipe_name: its name, for messages.
        data: digest of the training pictures' names and columns.
        stage: number of the stage that is trained, or begins next.
        begun: whether that stage has begun; if not, only networks are kept.
        epoch: passes over the data done in the stage.
        at: batches done of the present pass.
        step: steps done in the stage.
        lines: lines of the log so far.
        seconds: time it all took.
        sums: what the present pass has to tell so far, by name.
        parts: state dicts by name: networks, learner, optimisers, averages, scalers.
        random: state of all random generators.
    """

    recipe: str
    recipe_name: str
    data: str
    stage: int
    begun: bool
    epoch: int
    at: int
    step: int
    lines: int
    seconds: float
    sums: Mapping[str, list[float]]
    parts: Mapping[str, Any]
    random: Mapping[str, Any]


KEYS = tuple(field.name for field in fields(TrainingState))


def write_state(path: Path, state: TrainingState) -> None:
    """Replace the checkpoint; when that fails, the one before stays.

    Raises:
        ProbeError: the disk is full, or cannot be written to.
    """
    content = {"format": FORMAT, **{key: getattr(state, key) for key in KEYS}}
    try:
        # PyTorch's own writer does not say that the disk is full; Python's does.
        with replacing(path) as temporary, temporary.open("wb") as file:
            torch.save(content, file)
    except (OSError, RuntimeError) as error:
        cause = error.__context__ if isinstance(error.__context__, OSError) else error
        raise refusal(
            ProbeError,
            Message(
                "train-checkpoint-unwritten", {"step": state.step, "detail": _first_line(cause)}
            ),
            place=path,
            hint=Message("train-checkpoint-before"),
        ) from error


def read_state(path: Path, recipes: Mapping[int, str], data: str) -> TrainingState:
    """Read a checkpoint that belongs to this recipe and these pictures.

    Args:
        path: the checkpoint.
        recipes: digest of the recipe up to each stage, by number.
        data: digest of the pictures.

    Raises:
        CheckpointError: damaged, no checkpoint of a training, or of another recipe or data set.
    """
    state = TrainingState(**_read(path))
    trained = state.stage if state.begun else state.stage - 1
    if recipes.get(trained) != state.recipe:
        other = recipes[trained][:8] if trained in recipes else None
        raise refusal(
            CheckpointError,
            Message(
                "train-other-recipe",
                {"name": state.recipe_name, "digest": state.recipe[:8], "other": other},
            ),
            place=path,
            hint=Message("train-resume-with"),
        )
    if state.data != data:
        raise refusal(
            CheckpointError,
            Message("train-other-pictures"),
            place=path,
            hint=Message("train-data-begun-with"),
        )
    return state


def _read(path: Path) -> dict[str, Any]:
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        # A cut-off or foreign file makes torch raise whatever the unpickling met.
        raise refusal(
            CheckpointError,
            Message("train-checkpoint-unreadable", {"detail": _first_line(error)}),
            place=path,
            hint=_BEGIN_ANEW,
        ) from None
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise refusal(CheckpointError, Message("train-no-checkpoint"), place=path, hint=_BEGIN_ANEW)
    if set(content) != set(KEYS):
        raise refusal(CheckpointError, Message("train-no-checkpoint"), place=path, hint=_BEGIN_ANEW)
    return content


def _first_line(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0][:160] if lines else type(error).__name__
