"""The state of a training after an epoch: written whole or not at all, read without running code.

Everything that decides the rest of the training is in it, so that a killed training that is resumed
ends with the same weights as one that was never killed (on a CPU; GPUs add in varying order).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from probe.errors import CheckpointError, ProbeError
from probe.files.atomic import replacing

FORMAT = 1
KEYS = ("format", "recipe", "recipe_name", "data", "epoch", "seconds", "parts", "generator")


@dataclass(frozen=True, eq=False)
class TrainingState:
    """A training after an epoch.

    Attributes:
        recipe: digest of the recipe.
        recipe_name: its name, for messages.
        data: digest of the training pictures' names and labels.
        epoch: epochs done.
        seconds: time they took.
        parts: state dicts by name: learner, optimiser, average, scaler.
        generator: state of torch's generator.
    """

    recipe: str
    recipe_name: str
    data: str
    epoch: int
    seconds: float
    parts: Mapping[str, Any]
    generator: torch.Tensor


def write_state(path: Path, state: TrainingState) -> None:
    """Replace the checkpoint; when that fails, the one before stays.

    Raises:
        ProbeError: the disk is full, or cannot be written to.
    """
    content = {
        "format": FORMAT,
        "recipe": state.recipe,
        "recipe_name": state.recipe_name,
        "data": state.data,
        "epoch": state.epoch,
        "seconds": state.seconds,
        "parts": dict(state.parts),
        "generator": state.generator,
    }
    try:
        with replacing(path) as temporary:
            torch.save(content, temporary)
    except (OSError, RuntimeError) as error:
        raise ProbeError(
            f"the checkpoint after epoch {state.epoch} could not be written ({_first_line(error)})",
            place=path,
            hint="The checkpoint before it is whole. Make room on the disk, then go on with "
            "--resume.",
        ) from error


def read_state(path: Path, recipe: str, data: str) -> TrainingState:
    """Read a checkpoint that belongs to this recipe and these pictures.

    Raises:
        CheckpointError: damaged, no checkpoint of a training, or of another recipe or data set.
    """
    found = _read(path)
    if found["recipe"] != recipe:
        raise CheckpointError(
            f"this training was begun with another recipe ({found['recipe_name']}, digest "
            f"{found['recipe'][:8]}, not {recipe[:8]})",
            place=path,
            hint="Resume with the recipe it was begun with (recipe.yaml beside the checkpoint), or "
            "give another --out.",
        )
    if found["data"] != data:
        raise CheckpointError(
            "this training was begun with other pictures: names or labels differ",
            place=path,
            hint="Give the data it was begun with, or another --out.",
        )
    return TrainingState(**{key: found[key] for key in KEYS if key != "format"})


def _read(path: Path) -> dict[str, Any]:
    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        # A cut-off or foreign file makes torch raise whatever the unpickling met.
        raise CheckpointError(
            f"not a readable checkpoint ({_first_line(error)})",
            place=path,
            hint="Delete it to begin anew, or restore an earlier copy.",
        ) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT or set(found) != set(KEYS):
        raise CheckpointError("this is no checkpoint of a training with this version", place=path)
    return found


def _first_line(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0][:160] if lines else type(error).__name__
