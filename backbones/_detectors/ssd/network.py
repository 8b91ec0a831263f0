"""SSD networks: torchvision's SSD300 on VGG16, and a small one on a ResNet of any width.

What a network that was trained here sees stands among its tensors, so that a weights file says by
itself which network it is.
"""

from __future__ import annotations

import importlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from probe.backbones._torch.resnet import BasicBlock, ResNet
from probe.backbones._torch.stage_options import Stages
from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.errors import DetectorError
from probe.wording import Message, refusal

MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Of the small network's pictures, 0 to 1 (ImageNet's, as torchvision's SSD has by default)."""

VGG_SIZE = (300, 300)
VGG_MEAN, VGG_STD = (0.48235, 0.45882, 0.40784), (1 / 255, 1 / 255, 1 / 255)
"""What SSD300 sees, as torchvision has it."""

RATIOS = (2, 3)
"""Of the small network's default boxes, on all levels; beside them the inverse of each, and 1."""

SEEN = "backbone.seen_size"
"""Tensor of (height, width) that a network trained here sees."""

SCALES = "backbone.anchor_scales"
"""Tensor of the sides of a small network's default boxes."""


@dataclass(frozen=True)
class SmallShape:
    """A small network.

    Attributes:
        size: (height, width) of what it sees.
        blocks: basic blocks of the trunk's four stages.
        widths: channels of its stages.
        classes: without the background.
        scales: sides of default boxes as shares of the picture, one a level and one more.
    """

    size: tuple[int, int]
    blocks: Stages
    widths: Stages
    classes: int
    scales: tuple[float, ...]


class SmallTrunk(nn.Module):
    """Five maps: after the last three stages of a ResNet, and two that are halved once more.

    Args:
        shape: of the network.
    """

    seen_size: torch.Tensor
    anchor_scales: torch.Tensor

    def __init__(self, shape: SmallShape) -> None:
        super().__init__()
        widths = shape.widths
        self.resnet = ResNet(2, block=BasicBlock, blocks=shape.blocks, widths=widths)
        self.extra = nn.ModuleList(_halving(widths[-1]) for _ in range(2))
        self.out_channels = [*widths[1:], widths[-1], widths[-1]]
        self.register_buffer("seen_size", torch.tensor(shape.size))
        self.register_buffer("anchor_scales", torch.tensor(shape.scales))

    def forward(self, x: torch.Tensor) -> OrderedDict[str, torch.Tensor]:
        """Normalised `(n, 3, h, w)` to maps with sides of 1/8, 1/16, ..., rounded up."""
        resnet, maps = self.resnet, []
        x = resnet.maxpool(resnet.relu(resnet.bn1(resnet.conv1(x))))
        for stage in range(1, 5):
            x = resnet.get_submodule(f"layer{stage}")(x)
            maps.append(x)
        for layer in self.extra:
            maps.append(layer(maps[-1]))
        return OrderedDict((str(level), given) for level, given in enumerate(maps[1:]))


def _halving(width: int) -> nn.Sequential:
    """As SSD's extra levels: 1x1 to half the channels, 3x3 with stride 2; normalised (ours)."""
    half = width // 2
    return nn.Sequential(
        nn.Conv2d(width, half, 1, bias=False), nn.BatchNorm2d(half), nn.ReLU(),
        nn.Conv2d(half, width, 3, 2, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
    )  # fmt: skip


def small_network(shape: SmallShape) -> nn.Module:
    """A small SSD with torchvision's head, default boxes, loss and suppression.

    Raises:
        DetectorError: torchvision is missing.
    """
    torchvision_detection()
    ssd = importlib.import_module("torchvision.models.detection.ssd")
    utilities = importlib.import_module("torchvision.models.detection.anchor_utils")
    trunk = SmallTrunk(shape)
    ratios = [list(RATIOS) for _ in trunk.out_channels]
    boxes = utilities.DefaultBoxGenerator(ratios, scales=list(shape.scales))
    height, width = shape.size
    network: nn.Module = ssd.SSD(trunk, boxes, (width, height), shape.classes + 1)
    return network


def vgg_network(classes: int, *, trained_here: bool) -> nn.Module:
    """Torchvision's SSD300-VGG16 with random weights.

    Args:
        classes: with the background.
        trained_here: it keeps what it sees among its tensors.

    Raises:
        DetectorError: torchvision is missing.
    """
    build = torchvision_detection().ssd300_vgg16
    network: nn.Module = build(weights=None, weights_backbone=None, num_classes=classes)
    if trained_here:
        trunk = network.get_submodule("backbone")
        trunk.register_buffer("seen_size", torch.tensor(VGG_SIZE))
    return network


def torchvision_detection() -> Any:
    """`torchvision.models.detection`.

    Raises:
        DetectorError: it cannot be imported.
    """
    allow_torchvision()
    try:
        return importlib.import_module("torchvision.models.detection")
    except ImportError as error:
        raise refusal(
            DetectorError,
            Message("detectors-needs-torchvision", {"error": str(error)}),
            hint=Message("step-install", {"extra": "ssd"}),
        ) from None
