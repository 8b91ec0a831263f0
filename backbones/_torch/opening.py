"""Opening a backbone of a card: read the weights, fill the network, choose the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.checkpoint import Checkpoint, read_checkpoint
from probe.backbones._torch.embedding_head import with_head
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones._torch.unknown_heads import IGNORE
from probe.backbones.naming import tag_of
from probe.contracts import BackboneCard, Runtime, VectorPart
from probe.errors import CheckpointError
from probe.wording import Message, refusal

OptionValue = str | int | float | bool
"""Value of an option of a card."""


def open_backbone(
    card: BackboneCard,
    weights: Path | None,
    runtime: Runtime,
    network: nn.Module,
    *,
    roots: Sequence[str] = ("",),
    heads: Sequence[str] = (),
    classifiers: Sequence[str] = (),
) -> TorchBackbone:
    """Fill a network with the weights file of a card and make it a backbone.

    Args:
        card: what to open; `options["part"]` names one of several networks in the file,
            `options["ignore"]` beginnings of names to leave out, separated by spaces,
            `options["head"]` the layers that the network goes on with, or `ignore`.
        weights: the weights file.
        runtime: device, engine, precision.
        network: the architecture, its values still to be filled.
        roots: prefixes under which the architecture is known to be stored.
        heads: beginnings of the names of training heads, left out.
        classifiers: as `heads`, where they look like classifiers.

    Raises:
        CheckpointError: no file is named, or it does not fit.
    """
    checkpoint = checkpoint_of(card, weights)
    return fill(
        card, checkpoint, runtime, network, roots=roots, heads=heads, classifiers=classifiers
    )


def fill(
    card: BackboneCard,
    checkpoint: Checkpoint,
    runtime: Runtime,
    network: nn.Module,
    *,
    roots: Sequence[str] = ("",),
    heads: Sequence[str] = (),
    classifiers: Sequence[str] = (),
    elsewhere: Sequence[str] = (),
    parts: tuple[VectorPart, ...] = (),
) -> TorchBackbone:
    """As `open_backbone`, from a weights file that has been read already.

    Args:
        card: see there.
        checkpoint: the file.
        runtime: see there.
        network: see there.
        roots: see there.
        heads: see there.
        classifiers: see there.
        elsewhere: beginnings of full names beside the network that belong to training only.
        parts: of the vector.
    """
    ignored = str(card.options.get("ignore", "")).split()
    head = str(card.options.get("head", ""))
    report = load_tensors(
        network,
        checkpoint,
        roots=roots,
        heads=(*heads, *ignored),
        classifiers=classifiers,
        elsewhere=(*elsewhere, *ignored),
        head=head,
        expected=card.architecture,
    )
    loaded = _with_dimension(loaded_card(card, checkpoint), network)
    if head in ("", IGNORE):
        return TorchBackbone(loaded, network, runtime, report, parts)
    tensors = stripped(checkpoint.tensors)
    layers = head.split()
    whole, width = with_head(network, loaded.dimension, checkpoint, tensors, layers)
    feature = Message("card-feature-then", {"feature": card.feature, "layers": head})
    changed = loaded.with_changes(dimension=width, feature=feature)
    return TorchBackbone(changed, whole, runtime, report.with_head(layers))


def checkpoint_of(card: BackboneCard, weights: Path | None) -> Checkpoint:
    """Read the weights file a card needs, and hold it against the card's checksum.

    Raises:
        CheckpointError: no file is named, it cannot be read, or it is another file than the card's.
    """
    if weights is None:
        raise refusal(
            CheckpointError,
            Message("weights-needed", {"name": card.name}),
            hint=Message("weights-name-it", {"name": card.name, "architecture": card.architecture}),
        )
    checkpoint = read_checkpoint(weights, str(card.options.get("part", "")))
    if card.sha256 and card.sha256 != checkpoint.sha256:
        raise refusal(
            CheckpointError,
            Message(
                "weights-not-the-file",
                {"name": card.name, "digest": checkpoint.sha256, "wanted": card.sha256},
            ),
            place=weights,
            hint=Message(
                "weights-use-own", {"architecture": card.architecture, "file": str(weights)}
            ),
        )
    return checkpoint


def loaded_card(card: BackboneCard, checkpoint: Checkpoint) -> BackboneCard:
    """The card with the checksum and, where it has none, a tag made of the file's name."""
    tag = card.tag or tag_of(checkpoint.path, card.architecture)
    return card.with_changes(sha256=checkpoint.sha256, tag=tag)


def _with_dimension(card: BackboneCard, network: nn.Module) -> BackboneCard:
    """The card with the length of a vector, found by trying, where it does not state it."""
    if card.dimension:
        return card
    height, width = card.input_size
    with torch.inference_mode():
        feature = network.eval()(torch.zeros(1, 3, height, width))
    return card.with_changes(dimension=int(feature.shape[-1]))


def options_of(
    card: BackboneCard, allowed: Mapping[str, Sequence[OptionValue]]
) -> dict[str, OptionValue]:
    """The options of a card, held against what each may be.

    Args:
        card: what it does not say is the first value allowed.
        allowed: option -> the values that it takes.

    Raises:
        CheckpointError: another value.
    """
    options = {name: values[0] for name, values in allowed.items()} | dict(card.options)
    for name, values in allowed.items():
        if options[name] not in values:
            raise refusal(
                CheckpointError,
                Message(
                    "weights-option-takes",
                    {
                        "card": card.name,
                        "option": name,
                        "values": tuple(map(str, values)),
                        "given": str(options[name]),
                    },
                ),
            )
    return options
