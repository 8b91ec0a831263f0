"""What a training leaves: the weights and the card of every network, and where they are from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torch import nn

from probe.backbones._torch.trained_file import NAME
from probe.backbones._training.card_file import backbone_card, network_card
from probe.backbones._training.objective import Networks
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.table import TrainingTable
from probe.backbones._training.training_manifest import MANIFEST, read_training_manifest
from probe.backbones.naming import sha256_of
from probe.errors import ProbeError
from probe.files.atomic import replacing, write_text
from probe.wording import Message, refusal

WEIGHTS = NAME
CARD = "card.yaml"
PAIRS = "pairs.yaml"
"""Card of the pair scorer in the same weights file, where the architecture has one."""

STAGES = "stages"
"""Folder of the networks of earlier stages."""


def export_stage(
    recipe: Recipe, number: int, networks: Networks, table: TrainingTable, out: Path
) -> None:
    """Write every network as a stage leaves it, with its card, and the stage into the manifest.

    The first backbone of the last stage (without any: the first generator or detector) is
    `weights.safetensors` with `card.yaml`; its other networks lie in `networks/`, those of earlier
    stages in `stages/NAME/`. Where the same file opens as a pair scorer, a second card says so:
    `pairs.yaml`, `NETWORK.pairs.yaml`. Further features of the first backbone have cards of their
    own: `CARD.yaml`.

    Raises:
        ProbeError: a file cannot be written.
    """
    last = number == len(recipe.stages) - 1
    shape = recipe.network
    shipped = shape.backbones or shape.generators or shape.detectors
    main = next(name for name in shipped if name in networks)
    files = {}
    for name, network in networks.items():
        if not network.state_dict():
            continue
        place = _place(recipe, number, name, is_main=last and name == main)
        card = place.parent / CARD if last and name == main else place.with_suffix(".yaml")
        write_weights(out / place, network, recipe)
        if name in recipe.network.backbones:
            text = backbone_card(recipe, number, place.name, table, network)
        else:
            text = network_card(recipe, number, name, place.name)
        write_text(out / card, text)
        if name in recipe.network.backbones and recipe.network.pair_card:
            pairs = PAIRS if card.name == CARD else f"{name}.{PAIRS}"
            text = backbone_card(
                recipe, number, place.name, table, network, recipe.network.pair_card
            )
            write_text((out / card).with_name(pairs), text)
        if last and name == main:
            for further in recipe.network.further_cards(network):
                text = backbone_card(recipe, number, place.name, table, network, further)
                write_text(out / f"{further}.yaml", text)
        files[name] = {"file": place.as_posix(), "sha256": sha256_of(out / place)}
    _write_manifest(recipe, number, files, table, out)


def _place(recipe: Recipe, number: int, name: str, *, is_main: bool) -> Path:
    if is_main:
        return Path(WEIGHTS)
    if number == len(recipe.stages) - 1:
        return Path("networks") / f"{name}.safetensors"
    return Path(STAGES) / recipe.stages[number].name / f"{name}.safetensors"


def write_weights(path: Path, network: nn.Module, recipe: Recipe) -> None:
    """Write a network's tensors as safetensors.

    Raises:
        ProbeError: the file cannot be written.
    """
    from safetensors import SafetensorError
    from safetensors.torch import save_file

    tensors = {
        name: value.detach().cpu().contiguous().clone()
        for name, value in network.state_dict().items()
    }
    # One entry: safetensors writes several in varying order, and equal weights are equal files.
    metadata = {"trained_by": f"{recipe.name} {recipe.digest()}"}
    try:
        with replacing(path) as temporary:
            save_file(tensors, temporary, metadata=metadata)
    except (OSError, SafetensorError) as error:  # its own class stands for a full disk, too
        reason = error.strerror if isinstance(error, OSError) else None
        raise refusal(
            ProbeError,
            Message("train-weights-unwritten", {"detail": str(reason or error)}),
            place=path,
            hint=Message("train-room-and-resume"),
        ) from error


def _write_manifest(
    recipe: Recipe,
    number: int,
    files: Mapping[str, Mapping[str, str]],
    table: TrainingTable,
    out: Path,
) -> None:
    path = out / MANIFEST
    stages: list[dict[str, Any]] = []
    if number and path.is_file():
        earlier = read_training_manifest(out).stages[:number]
        stages = [stage.model_dump(mode="json") for stage in earlier]
    stage = {
        "name": recipe.stages[number].name,
        "digest": recipe.stage_digest(number),
        "networks": files,
    }
    content = {
        "recipe": recipe.name,
        "digest": recipe.digest(),
        "data": table.digest(),
        "cameras": table.camera_names,
        "stages": [*stages, stage],
    }
    write_text(path, json.dumps(content, indent=1) + "\n")
