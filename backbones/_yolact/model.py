"""YOLACT and YOLACT++: a trunk, a pyramid, one prediction head and prototypes."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import nn

from probe.backbones._torch.resnet import WIDTHS, BasicBlock, Bottleneck
from probe.backbones._torch.stage_options import Stages
from probe.backbones._yolact.anchors import anchor_boxes, official_sides
from probe.backbones._yolact.heads import (
    CHANNELS,
    PROTOTYPES,
    SCORER,
    MaskScorer,
    PredictionHead,
    Pyramid,
    prototype_layers,
)
from probe.backbones._yolact.trunk import Place, Trunk
from probe.backbones._yolact.view import OFFICIAL, View, ViewTensors


@dataclass(frozen=True)
class Widths:
    """Channels of a network; those of the official ones unless said otherwise.

    Attributes:
        basic: basic blocks instead of bottlenecks.
        trunk: inner channels of its stages.
        heads: channels of the pyramid and the heads.
        prototypes: prototype masks, and coefficients of an instance.
        scorer: channels of the network that scores masks.
    """

    basic: bool = False
    trunk: Stages = WIDTHS
    heads: int = CHANNELS
    prototypes: int = PROTOTYPES
    scorer: tuple[int, ...] = SCORER


@dataclass(frozen=True)
class YolactShape:
    """What differs between the networks.

    Attributes:
        blocks: of the trunk's four stages.
        deformable: where a convolution of the trunk is deformable; none in YOLACT.
        anchors: at every place, 3 in YOLACT and 9 in YOLACT++.
        classes: without the background.
        rescores: whether it has the network that scores masks (YOLACT++).
        widths: channels.
        view: what it sees, and its anchors; None for those of the official networks.
    """

    blocks: Stages
    deformable: frozenset[Place]
    anchors: int
    classes: int
    rescores: bool
    widths: Widths = field(default_factory=Widths)
    view: View | None = None

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of what it sees."""
        return self.view.size if self.view else OFFICIAL

    def anchor_boxes(self, levels: tuple[tuple[int, int], ...]) -> torch.Tensor:
        """Anchors `float32 (p, 4)` of maps of these sizes, see `anchors.anchor_boxes`."""
        sides = self.view.sides if self.view else official_sides(self.anchors)
        return anchor_boxes(levels, sides, self.size)

    @property
    def name(self) -> str:
        """`YOLACT++ ResNet-50`, as the field calls it."""
        depth = (2 if self.widths.basic else 3) * sum(self.blocks) + 2
        return f"YOLACT{'++' if self.deformable else ''} ResNet-{depth}"


@dataclass(frozen=True, eq=False)
class Predictions:
    """What the network says of frames.

    Attributes:
        offsets: `(n, p, 4)`, of the anchors' boxes.
        logits: `(n, p, 1 + classes)`, the background first.
        coefficients: `(n, p, k)`, -1 to 1.
        prototypes: `(n, h, w, k)`, at least 0; 138x138 and 32 of them in official networks.
        levels: (height, width) of the maps that the p rows stand for, in order.
        class_map: `(n, classes, h, w)`, logits place by place; None but in training.
    """

    offsets: torch.Tensor
    logits: torch.Tensor
    coefficients: torch.Tensor
    prototypes: torch.Tensor
    levels: tuple[tuple[int, int], ...]
    class_map: torch.Tensor | None = None


class Yolact(nn.Module):
    """The network, its tensors named as in official files."""

    def __init__(self, shape: YolactShape) -> None:
        super().__init__()
        self.shape = shape
        widths = shape.widths
        self.backbone = Trunk(
            shape.blocks, shape.deformable, basic=widths.basic, widths=widths.trunk
        )
        expansion = BasicBlock.expansion if widths.basic else Bottleneck.expansion
        second, third, fourth = (width * expansion for width in widths.trunk[1:])
        self.fpn = Pyramid((second, third, fourth), widths.heads)
        self.proto_net = prototype_layers(widths.heads, widths.prototypes)
        head = PredictionHead(shape.anchors, shape.classes + 1, widths.heads, widths.prototypes)
        self.prediction_layers = nn.ModuleList([head])
        self.semantic_seg_conv = nn.Conv2d(widths.heads, shape.classes, 1)
        if shape.rescores:
            self.maskiou_net = MaskScorer(shape.classes, widths.scorer)
        if shape.view:
            self.view = ViewTensors(shape.view)

    def forward(self, x: torch.Tensor) -> Predictions:
        """Normalised RGB `(n, 3, *size)` to what it predicts."""
        levels = self.fpn(self.backbone(x))
        rows = [self.prediction_layers[0](level) for level in levels]
        offsets, logits, coefficients = (torch.cat(parts, 1) for parts in zip(*rows, strict=True))
        prototypes = self.proto_net(levels[0]).permute(0, 2, 3, 1)
        sizes = tuple((level.shape[-2], level.shape[-1]) for level in levels)
        class_map = self.semantic_seg_conv(levels[0]) if self.training else None
        return Predictions(offsets, logits, coefficients, prototypes, sizes, class_map)
