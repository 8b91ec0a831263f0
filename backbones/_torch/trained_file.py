"""The weights of a training, where its folder is named instead of a file."""

from __future__ import annotations

from pathlib import Path

from probe.errors import CheckpointError
from probe.files.places import is_file, is_folder
from probe.wording import Message, refusal

NAME = "weights.safetensors"
"""What `probe train` calls the weights that it leaves."""


def trained_file(given: Path) -> Path:
    """The weights in the folder of a training; a path that is no folder as it is.

    Raises:
        CheckpointError: the folder has none.
    """
    if not is_folder(given):
        return given
    if not is_file(given / NAME):
        raise refusal(
            CheckpointError,
            Message("weights-folder-has-no", {"file": NAME}),
            place=given,
            hint=Message("weights-name-training"),
        )
    return given / NAME
