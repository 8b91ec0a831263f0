"""Networks that begin with values of another training, or of an earlier stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from torch import nn

from probe.backbones._training.stage import StartFrom
from probe.backbones._training.training_manifest import (
    MANIFEST,
    NetworkFile,
    StageEntry,
    read_training_manifest,
    weights_of,
)
from probe.errors import CheckpointError, UsageError, nearest
from probe.files.places import is_file
from probe.wording import Message, Value


def bring_networks(
    start: StartFrom, networks: Mapping[str, nn.Module], out: Path, say: Callable[[Message], None]
) -> None:
    """Give networks the values that they have elsewhere.

    Args:
        start: whose values.
        networks: of this training, by name.
        out: folder of this training, for its earlier stages.
        say: told what was brought.

    Raises:
        UsageError: no such training, stage or network.
        CheckpointError: another digest, a damaged file, or tensors that do not fit.
    """
    folder = out if start.training is None else Path(start.training)
    stage = _stage(start, folder)
    for here, there in start.networks.items():
        if here not in networks:
            raise UsageError(
                f"start_from: there is no network {here!r} here", hint=nearest(here, networks)
            )
        if there not in stage.networks:
            raise UsageError(
                f"start_from: there is no network {there!r} in stage {stage.name!r}",
                place=folder,
                hint=nearest(there, stage.networks),
            )
        _load(networks[here], here, folder, stage.networks[there])
    values: dict[str, Value] = {
        "folder": str(folder),
        "stage": stage.name,
        "networks": tuple(start.networks),
    }
    say(Message("training-started-from", values))


def _stage(start: StartFrom, folder: Path) -> StageEntry:
    if not is_file(folder / MANIFEST):
        raise UsageError(
            "start_from: there is no training in this folder that has ended a stage",
            place=folder,
            hint="Name the --out of a `probe train` that has ended.",
        )
    stages = read_training_manifest(folder).by_name()
    name = start.stage or list(stages)[-1]
    if name not in stages:
        raise UsageError(
            f"start_from: there is no stage {name!r}", place=folder, hint=nearest(name, stages)
        )
    stage = stages[name]
    if start.digest is not None and stage.digest != start.digest:
        raise CheckpointError(
            f"start_from: stage {name!r} has the digest {stage.digest[:8]}, not {start.digest[:8]}",
            place=folder,
            hint="Name the training that the recipe means, or its new digest.",
        )
    return stage


def _load(network: nn.Module, name: str, folder: Path, file: NetworkFile) -> None:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    path = weights_of(folder, file)
    try:
        network.load_state_dict(load_file(path))
    except (SafetensorError, OSError):
        raise CheckpointError(
            "this is no safetensors file, or it is damaged",
            place=path,
            hint="Train that stage again, or restore the file from a copy.",
        ) from None
    except RuntimeError as error:
        lines = str(error).splitlines()
        raise CheckpointError(
            f"these weights do not fit the network {name!r} ({lines[-1].strip()})",
            place=path,
            hint="The network of this recipe has to be that of the training it starts from.",
        ) from None
