"""`training.json`: which stages of a training have ended, and the files of their networks."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from probe.backbones.naming import sha256_of
from probe.errors import CheckpointError, UsageError
from probe.files.data_path import path_in_data
from probe.files.places import is_file
from probe.wording import Message, refusal

MANIFEST = "training.json"


class NetworkFile(BaseModel):
    """Where the weights of a network lie.

    Attributes:
        file: path below the folder of the training.
        sha256: of the file.
    """

    model_config = ConfigDict(frozen=True)

    file: str
    sha256: str


class StageEntry(BaseModel):
    """A stage that has ended.

    Attributes:
        name: of the stage.
        digest: of the recipe up to it.
        networks: their files by name.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    digest: str = ""
    networks: dict[str, NetworkFile]


class TrainingManifest(BaseModel):
    """What a training has left.

    Attributes:
        stages: in their order, one at least.
        cameras: names and numbers of the cameras that it was trained with.
    """

    model_config = ConfigDict(frozen=True)

    stages: tuple[StageEntry, ...] = Field(min_length=1)
    cameras: tuple[tuple[str, int], ...] = ()

    def by_name(self) -> dict[str, StageEntry]:
        """The stages by their names, in their order."""
        return {stage.name: stage for stage in self.stages}


def read_training_manifest(folder: Path) -> TrainingManifest:
    """The manifest of a training.

    Raises:
        UsageError: there is none in the folder.
        CheckpointError: it cannot be read; nothing of it is quoted.
    """
    path = folder / MANIFEST
    if not is_file(path):
        raise refusal(
            UsageError,
            Message("train-no-ended-stage"),
            place=folder,
            hint=Message("train-name-out-or-resume"),
        )
    try:
        return TrainingManifest.model_validate_json(path.read_bytes())
    except (ValidationError, OSError):
        raise refusal(
            CheckpointError,
            Message("train-no-stage-list"),
            place=path,
            hint=Message("train-restore-list"),
        ) from None


def weights_of(folder: Path, network: NetworkFile) -> Path:
    """The weights of a network, which are as they were when its stage ended.

    Raises:
        CheckpointError: they lie outside the folder, are missing or have been changed.
    """
    path = path_in_data(folder, network.file, CheckpointError, folder / MANIFEST)
    if not is_file(path) or sha256_of(path) != network.sha256:
        raise refusal(
            CheckpointError,
            Message("train-weights-changed"),
            place=path,
            hint=Message("step-train-again"),
        )
    return path
