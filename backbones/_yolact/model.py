"""YOLACT and YOLACT++: a trunk, a pyramid, one prediction head and prototypes."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn

from probe.backbones._torch.resnet import WIDTHS, Bottleneck
from probe.backbones._torch.stage_options import Stages
from probe.backbones._yolact.heads import (
    CHANNELS,
    MaskScorer,
    PredictionHead,
    Pyramid,
    prototype_layers,
)
from probe.backbones._yolact.trunk import Place, Trunk

SIZE = 550
"""Height and width of what the network sees, whatever the frame's (`max_size` of its files)."""


@dataclass(frozen=True)
class YolactShape:
    """What differs between the networks.

    Attributes:
        blocks: of the trunk's four stages.
        deformable: where a convolution of the trunk is deformable; none in YOLACT.
        anchors: at every place, 3 in YOLACT and 9 in YOLACT++.
        classes: without the background.
        rescores: whether it has the network that scores masks (YOLACT++).
    """

    blocks: Stages
    deformable: frozenset[Place]
    anchors: int
    classes: int
    rescores: bool

    @property
    def name(self) -> str:
        """`YOLACT++ ResNet-50`, as the field calls it."""
        depth = 3 * sum(self.blocks) + 2
        return f"YOLACT{'++' if self.deformable else ''} ResNet-{depth}"


@dataclass(frozen=True, eq=False)
class Predictions:
    """What the network says of frames.

    Attributes:
        offsets: `(n, p, 4)`, of the anchors' boxes.
        logits: `(n, p, 1 + classes)`, the background first.
        coefficients: `(n, p, 32)`, -1 to 1.
        prototypes: `(n, 138, 138, 32)`, at least 0.
        levels: (height, width) of the maps that the p rows stand for, in order.
    """

    offsets: torch.Tensor
    logits: torch.Tensor
    coefficients: torch.Tensor
    prototypes: torch.Tensor
    levels: tuple[tuple[int, int], ...]


class Yolact(nn.Module):
    """The network, its tensors named as in official files."""

    def __init__(self, shape: YolactShape) -> None:
        super().__init__()
        self.shape = shape
        self.backbone = Trunk(shape.blocks, shape.deformable)
        second, third, fourth = (width * Bottleneck.expansion for width in WIDTHS[1:])
        self.fpn = Pyramid((second, third, fourth))
        self.proto_net = prototype_layers()
        self.prediction_layers = nn.ModuleList([PredictionHead(shape.anchors, shape.classes + 1)])
        self.semantic_seg_conv = nn.Conv2d(CHANNELS, shape.classes, 1)
        if shape.rescores:
            self.maskiou_net = MaskScorer(shape.classes)

    def forward(self, x: torch.Tensor) -> Predictions:
        """Normalised RGB `(n, 3, 550, 550)` to what it predicts."""
        levels = self.fpn(self.backbone(x))
        rows = [self.prediction_layers[0](level) for level in levels]
        offsets, logits, coefficients = (torch.cat(parts, 1) for parts in zip(*rows, strict=True))
        prototypes = self.proto_net(levels[0]).permute(0, 2, 3, 1)
        sizes = tuple((level.shape[-2], level.shape[-1]) for level in levels)
        return Predictions(offsets, logits, coefficients, prototypes, sizes)
