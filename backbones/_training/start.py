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
from probe.errors import CheckpointError, UsageError
from probe.files.places import is_file
from probe.wording import Message, Value, nearest, refusal


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
            raise refusal(
                UsageError,
                Message("train-start-no-network", {"network": repr(here)}),
                hint=nearest(here, networks),
            )
        if there not in stage.networks:
            raise refusal(
                UsageError,
                Message(
                    "train-start-no-network-there",
                    {"network": repr(there), "stage": repr(stage.name)},
                ),
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
        raise refusal(
            UsageError,
            Message("train-start-no-training"),
            place=folder,
            hint=Message("step-name-out"),
        )
    stages = read_training_manifest(folder).by_name()
    name = start.stage or list(stages)[-1]
    if name not in stages:
        raise refusal(
            UsageError,
            Message("train-start-no-stage", {"stage": repr(name)}),
            place=folder,
            hint=nearest(name, stages),
        )
    stage = stages[name]
    if start.digest is not None and stage.digest != start.digest:
        raise refusal(
            CheckpointError,
            Message(
                "train-start-digest",
                {"stage": repr(name), "digest": stage.digest[:8], "wanted": start.digest[:8]},
            ),
            place=folder,
            hint=Message("train-start-name"),
        )
    return stage


def _load(network: nn.Module, name: str, folder: Path, file: NetworkFile) -> None:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    path = weights_of(folder, file)
    try:
        network.load_state_dict(load_file(path))
    except (SafetensorError, OSError):
        raise refusal(
            CheckpointError,
            Message("train-no-safetensors"),
            place=path,
            hint=Message("step-train-again"),
        ) from None
    except RuntimeError as error:
        lines = str(error).splitlines()
        raise refusal(
            CheckpointError,
            Message("train-network-misfit", {"network": repr(name), "detail": lines[-1].strip()}),
            place=path,
            hint=Message("train-same-network"),
        ) from None
