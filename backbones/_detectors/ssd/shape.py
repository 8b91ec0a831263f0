"""The shapes of SSD's networks in a recipe, and how they begin."""

from __future__ import annotations

from typing import ClassVar, Literal

import torch
from torch import nn

from probe.backbones._detectors.ssd.network import (
    MEAN,
    STD,
    VGG_MEAN,
    VGG_SIZE,
    VGG_STD,
    SmallShape,
    small_network,
    vgg_network,
)
from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.load_report import stripped
from probe.backbones._training.frame_data import check_kinds
from probe.backbones._training.objective import DataFacts, Networks, NetworkShape
from probe.backbones._training.recipe_part import Count, Positive, Triple
from probe.backbones._training.table import TrainingTable
from probe.backbones._training.trunk_start import Pretrained, checked_file, initialise
from probe.errors import CheckpointError, UsageError
from probe.wording import Message, refusal

DETECTOR = "detector"
"""Name of the network."""

SAME = 1e-4
"""Values of a recipe's normalisation may differ from the network's by this (they are rounded)."""


class SsdShape(NetworkShape):
    """What SSD's shapes share.

    Attributes:
        classes: without the background.
    """

    classes: Count
    backbones: ClassVar[tuple[str, ...]] = ()
    detectors: ClassVar[tuple[str, ...]] = (DETECTOR,)
    detector: ClassVar[str] = "ssd"

    def check(self, table: TrainingTable) -> None:
        """Refuse a class that the network does not have."""
        check_kinds(table.records, self.classes)

    def feature(self) -> str:
        """Nothing: it finds people."""
        return ""


class SmallSsd(SsdShape):
    """A small SSD on a ResNet of basic blocks; see `network.SmallShape`.

    Attributes:
        kind: `ssd_resnet`.
        blocks: of the trunk's four stages.
        trunk: channels of its stages.
        scales: sides of the default boxes on the five levels, and one more, as shares.
    """

    kind: Literal["ssd_resnet"]
    blocks: tuple[Count, Count, Count, Count]
    trunk: tuple[Count, Count, Count, Count]
    scales: tuple[Positive, Positive, Positive, Positive, Positive, Positive]

    def networks(self, facts: DataFacts) -> Networks:
        """The network at its start: convolutions by He et al., the head by Glorot, as torchvision.

        Raises:
            UsageError: another normalisation than the network's.
            DetectorError: torchvision is missing.
        """
        _check_normalisation(facts, MEAN, STD)
        shape = SmallShape(facts.size, self.blocks, self.trunk, self.classes, self.scales)
        network = small_network(shape)
        initialise(network.get_submodule("backbone"))
        return {DETECTOR: network}

    def options(self) -> dict[str, str | int]:
        """The shape for people; whoever opens the file reads it from its tensors."""
        return {"width": self.trunk[0], "classes": self.classes}


class Ssd300(SsdShape):
    """torchvision's SSD300-VGG16.

    Attributes:
        kind: `ssd300`.
        start: weights of VGG16's features that the trunk begins with; null for random ones.
    """

    kind: Literal["ssd300"]
    start: Pretrained | None

    def networks(self, facts: DataFacts) -> Networks:
        """The network at its start.

        Raises:
            UsageError: pictures of another size or normalisation.
            CheckpointError: the start is of another network.
            DetectorError: torchvision is missing.
        """
        if facts.size != VGG_SIZE:
            raise refusal(
                UsageError,
                Message("detectors-ssd300-size", {"height": facts.size[0], "width": facts.size[1]}),
                place=Message("place-step", {"step": "resize"}),
                hint=Message("detectors-ssd300-step"),
            )
        _check_normalisation(facts, VGG_MEAN, VGG_STD)
        network = vgg_network(self.classes + 1, trained_here=True)
        if self.start is not None:
            _start(network.get_submodule("backbone"), self.start)
        return {DETECTOR: network}

    def options(self) -> dict[str, str | int]:
        """The shape for people; whoever opens the file reads it from its tensors."""
        return {"classes": self.classes}


def _check_normalisation(facts: DataFacts, mean: Triple, std: Triple) -> None:
    """Whoever opens the file normalises as the network's definition says."""
    given, wanted = (*facts.mean, *facts.std), (*mean, *std)
    if max(abs(a - b) for a, b in zip(given, wanted, strict=True)) > SAME:
        numbers = [[round(value, 5) for value in part] for part in (mean, std)]
        raise refusal(
            UsageError,
            Message("detectors-one-normalisation"),
            place=Message("place-step", {"step": "normalise"}),
            hint=Message("detectors-write-mean", {"mean": str(numbers[0]), "std": str(numbers[1])}),
        )


def _start(trunk: nn.Module, start: Pretrained) -> None:
    """Fill the thirteen convolutions that the trunk has of VGG16, in their order.

    Raises:
        UsageError: the file is not on this machine.
        CheckpointError: it is another file, or not VGG16.
    """
    path = checked_file(start)
    tensors = stripped(read_checkpoint(path).tensors)
    names = [name for name in tensors if name.startswith("features.") and "weight" in name]
    names.sort(key=lambda name: int(name.split(".")[1]))
    layers = [module for module in trunk.modules() if isinstance(module, nn.Conv2d)]
    for layer, name in zip(layers, names, strict=False):
        if layer.weight.shape != tensors[name].shape or layer.bias is None:
            names = []
            break
        with torch.no_grad():
            layer.weight.copy_(tensors[name])
            layer.bias.copy_(tensors[name.replace("weight", "bias")])
    if len(names) != VGG_LAYERS:
        raise refusal(
            CheckpointError,
            Message("detectors-no-vgg16"),
            place=path,
            hint=Message("detectors-name-vgg16"),
        )


VGG_LAYERS = 13
"""Convolutions of VGG16's features."""
