"""Opening weights of an EnsembleNet: its branches and cells are told from the tensors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import torch

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.checkpoint import Checkpoint
from probe.backbones._torch.families import recognise
from probe.backbones._torch.load_report import stripped
from probe.backbones._torch.opening import checkpoint_of, fill, options_of
from probe.backbones._torch.resnet_shape import resnet_shape
from probe.backbones.ensemble.cells import Cells
from probe.backbones.ensemble.model import MOST_BRANCHES, EnsembleNet, EnsembleShape
from probe.contracts import BackboneCard, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

Tensors = Mapping[str, torch.Tensor]

HEADS = ("classifiers.",)
"""What training adds and no vector needs."""

_BRANCH = re.compile(r"branches\.(\d+)\.")
_PART = re.compile(r"branches\.(\d+)\.parts\.(\d+)\.")
_CLASSIFIER = re.compile(r"classifiers\.\d+\.weight")

_ALLOWED: Mapping[str, tuple[str | int | bool, ...]] = {
    "last_stride": (1, 2),
    "cells": ("adaptive", "disjoint"),
    "relu": (True, False),
    "unit_parts": (False, True),
}
"""Option -> what it may be, the first being what holds where a card says nothing."""


def open_ensemble(card: BackboneCard, weights: Path | None, runtime: Runtime) -> TorchBackbone:
    """Open an EnsembleNet.

    Args:
        card: its options say what tensors cannot: `last_stride`, `cells`, `relu`, `unit_parts`.
        weights: the weights file.
        runtime: device, engine, precision.

    Raises:
        CheckpointError: no file, an option without meaning, a missing branch, another number of
            cells than its branch has, classifiers of different people, or another network.
    """
    options = options_of(card, _ALLOWED)
    checkpoint = checkpoint_of(card, weights)
    shape = _shape(checkpoint, options)
    changed = card.with_changes(dimension=shape.dimension, options=options, feature=shape.feature())
    return fill(
        changed,
        checkpoint,
        runtime,
        EnsembleNet(shape),
        heads=HEADS,
        parts=shape.parts(card.input_size[0]),
    )


def _shape(
    checkpoint: Checkpoint, options: Mapping[str, str | int | float | bool]
) -> EnsembleShape:
    tensors = stripped(checkpoint.tensors)
    branches = _branches(tensors, checkpoint.path)
    trunk = resnet_shape(tensors, "base.", last="branches.0.stage.")
    if trunk is None:
        raise refusal(CheckpointError, Message("backbones-shared-stages"), place=checkpoint.path)
    _check_classifiers(tensors, branches, checkpoint.path)
    reduction = tensors.get("branches.0.parts.0.conv.weight")
    return EnsembleShape(
        trunk=trunk,
        branches=branches,
        last_stride=int(options["last_stride"]),
        cells=cast("Cells", options["cells"]),
        reduction=0 if reduction is None else int(reduction.shape[0]),
        norm="branches.0.parts.0.norm.weight" in tensors,
        relu=bool(options["relu"]),
        unit_parts=bool(options["unit_parts"]),
    )


def _branches(tensors: Tensors, path: Path) -> int:
    """How many branches the tensors have, each with as many cells as its place says."""
    numbers = sorted({int(match[1]) for name in tensors if (match := _BRANCH.match(name))})
    if not numbers:
        raise refusal(
            CheckpointError,
            Message("backbones-no-branches"),
            place=path,
            hint=Message("weights-another-family", {"family": str(recognise(tensors))}),
        )
    missing = sorted(set(range(numbers[-1] + 1)) - set(numbers))
    if missing:
        raise refusal(
            CheckpointError,
            Message(
                "backbones-branch-missing", {"branch": missing[0] + 1, "branches": numbers[-1] + 1}
            ),
            place=path,
            hint=Message("backbones-take-whole"),
        )
    if len(numbers) > MOST_BRANCHES:
        raise refusal(
            CheckpointError,
            Message(
                "backbones-too-many-branches", {"branches": len(numbers), "most": MOST_BRANCHES}
            ),
            place=path,
        )
    _check_cells(tensors, len(numbers), path)
    return len(numbers)


def _check_cells(tensors: Tensors, branches: int, path: Path) -> None:
    cells: dict[int, set[int]] = {}
    for name in tensors:
        if match := _PART.match(name):
            cells.setdefault(int(match[1]), set()).add(int(match[2]))
    if not cells:
        return  # an ensemble without reductions has no tensors of its cells
    for branch in range(branches):
        here = cells.get(branch, set())
        if here != set(range(branch + 1)):
            raise refusal(
                CheckpointError,
                Message(
                    "backbones-reductions",
                    {
                        "branch": branch + 1,
                        "cells": len(here),
                        "numbers": tuple(str(cell + 1) for (cell) in (sorted(here))) or (None),
                    },
                ),
                place=path,
                hint=Message("backbones-branch-cells"),
            )


def _check_classifiers(tensors: Tensors, branches: int, path: Path) -> None:
    """Classifiers are not used here, but where they disagree the file is not of one training."""
    sizes = {name: len(tensors[name]) for name in tensors if _CLASSIFIER.fullmatch(name)}
    if not sizes:
        return
    parts = branches * (branches + 1) // 2
    if len(set(sizes.values())) > 1:
        listed = ", ".join(f"{name} {size}" for name, size in list(sizes.items())[:3])
        raise refusal(
            CheckpointError, Message("backbones-classifiers-differ", {"listed": listed}), place=path
        )
    if len(sizes) != parts:
        raise refusal(
            CheckpointError,
            Message(
                "backbones-classifier-count",
                {"classifiers": len(sizes), "parts": parts, "branches": branches},
            ),
            place=path,
        )
