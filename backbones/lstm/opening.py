"""Opening weights of `lstm`: trunk and local branch are told from the tensors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.checkpoint import Tensors
from probe.backbones._torch.families import recognise
from probe.backbones._torch.load_report import stripped
from probe.backbones._torch.opening import checkpoint_of, fill, options_of
from probe.backbones._torch.resnet_shape import resnet_shape
from probe.backbones.lstm.model import HIDDEN, Local, LstmNet, LstmShape
from probe.backbones.lstm.pooling import PARTS, TIMES, Pooling, Rows
from probe.contracts import BackboneCard, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

BASE, LOCAL = "base.", "local."
"""Prefixes of the trunk and of the local branch."""

HEADS = ("feat.", "feat_bn.", "classifier.", "triplet.", "base.fc.", "whole.", "heads.")
"""What training adds and no vector needs; the first four are HHL's."""

_INPUTS, _HIDDEN = "local.lstm.weight_ih_l0", "local.lstm.weight_hh_l0"
_LAYER = "local.layers.{}.0.weight"

_ALLOWED: Mapping[str, tuple[str | int, ...]] = {
    "last_stride": (2, 1),
    "pooling": ("sum", "average", "concat"),
    "rows": ("adaptive", "chunk"),
}
"""Option -> what it may be, the first being what holds where a card says nothing."""


def open_lstm(
    card: BackboneCard, weights: Path | None, runtime: Runtime, *, with_branch: bool
) -> TorchBackbone:
    """Open weights of document 003's network, or of HHL.

    Args:
        card: its options say what tensors cannot: `last_stride`, `pooling`, `rows`.
        weights: the weights file.
        runtime: device, engine, precision.
        with_branch: put the vectors of the parts into the vector.

    Raises:
        CheckpointError: no file, an option without meaning, a branch that does not fit the trunk or
            is not there, or another network.
    """
    options = options_of(card, _ALLOWED)
    checkpoint = checkpoint_of(card, weights)
    tensors = stripped(checkpoint.tensors)
    shape = _shape(tensors, options, checkpoint.path, with_branch=with_branch)
    changed = card.with_changes(dimension=shape.dimension, options=options, feature=_feature(shape))
    return fill(
        changed,
        checkpoint,
        runtime,
        LstmNet(shape),
        heads=HEADS,
        parts=shape.parts(card.input_size[0]),
    )


def _shape(
    tensors: Tensors,
    options: Mapping[str, str | int | float | bool],
    path: Path,
    *,
    with_branch: bool,
) -> LstmShape:
    trunk = resnet_shape(tensors, BASE)
    if trunk is None:
        raise refusal(
            CheckpointError,
            Message("backbones-no-resnet-base"),
            place=path,
            hint=Message("weights-another-family", {"family": str(recognise(tensors))}),
        )
    local, hidden = _local(tensors, path)
    shape = LstmShape(
        trunk,
        int(options["last_stride"]),
        cast("Pooling", options["pooling"]),
        cast("Rows", options["rows"]),
        local,
        hidden,
        with_branch,
    )
    if with_branch and local == "none":
        raise refusal(
            CheckpointError,
            Message("backbones-no-local-branch"),
            place=path,
            hint=Message("backbones-take-lstm"),
        )
    _check_inputs(tensors, shape, path)
    return shape


def _local(tensors: Tensors, path: Path) -> tuple[Local, int]:
    """Which local branch the tensors have, and the units of its LSTM."""
    if _HIDDEN in tensors:
        return "lstm", int(tensors[_HIDDEN].shape[1])
    layers = [_LAYER.format(part) in tensors for part in range(PARTS)]
    if any(layers) and not all(layers):
        raise refusal(
            CheckpointError,
            Message("backbones-local-layers", {"layers": sum(layers), "parts": PARTS}),
            place=path,
        )
    if all(layers):
        return "independent", int(tensors[_LAYER.format(0)].shape[0]) // 2
    return "none", HIDDEN


def _check_inputs(tensors: Tensors, shape: LstmShape, path: Path) -> None:
    """The branch reads what the card's pooling gives."""
    name = {"lstm": _INPUTS, "independent": _LAYER.format(0)}.get(shape.local)
    if name is None or name not in tensors:
        return
    inputs = int(tensors[name].shape[1])
    if inputs != shape.pooled_length:
        channels = shape.pooled_length // TIMES[shape.pooling]
        right = ("concat",) if inputs == 2 * channels else ("sum", "average")
        raise refusal(
            CheckpointError,
            Message(
                "backbones-local-inputs",
                {"inputs": inputs, "pooling": shape.pooling, "given": shape.pooled_length},
            ),
            place=path,
            hint=Message("backbones-write-pooling", {"poolings": right})
            if inputs in (channels, 2 * channels)
            else Message("backbones-two-networks"),
        )


def _feature(shape: LstmShape) -> Message:
    branch = shape.local if shape.with_branch else None
    return Message("card-feature-pool-five", {"pooling": shape.pooling, "branch": branch})
