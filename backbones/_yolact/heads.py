"""What stands on YOLACT's trunk: feature pyramid, prediction head, prototypes, mask scores."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional

CHANNELS = 256
"""Of the official pyramid and heads."""

PROTOTYPES = 32
"""Prototype masks, and coefficients of an instance, of the official networks."""

SCORER = (8, 16, 32, 64, 128)
"""Channels of the official network that scores masks."""


class Pyramid(nn.Module):
    """P3 to P7 from three maps of the trunk; the first layer of every list is that of the last map.

    Args:
        widths: channels of the three maps.
        channels: of every level.
    """

    def __init__(self, widths: tuple[int, int, int], channels: int = CHANNELS) -> None:
        super().__init__()
        self.lat_layers = nn.ModuleList(nn.Conv2d(width, channels, 1) for width in widths[::-1])
        self.pred_layers = nn.ModuleList(nn.Conv2d(channels, channels, 3, 1, 1) for _ in widths)
        self.downsample_layers = nn.ModuleList(
            nn.Conv2d(channels, channels, 3, 2, 1) for _ in range(2)
        )

    def forward(self, maps: list[torch.Tensor]) -> list[torch.Tensor]:
        """Five maps, from the largest to the smallest."""
        levels: list[torch.Tensor] = []
        above: torch.Tensor | None = None
        for given, lateral in zip(maps[::-1], self.lat_layers, strict=True):
            level = lateral(given)
            if above is not None:
                level = level + enlarged(above, given.shape[-2:])
            levels.append(level)
            above = level
        sides = zip(levels, self.pred_layers, strict=True)
        levels = [torch.relu(layer(level)) for level, layer in sides][::-1]
        for layer in self.downsample_layers:
            levels.append(layer(levels[-1]))
        return levels


class PredictionHead(nn.Module):
    """Box, classes and mask coefficients of every anchor; the same weights on every level.

    Args:
        anchors: at every place.
        classes: with the background.
        channels: of the levels.
        prototypes: coefficients of an instance.
    """

    def __init__(
        self, anchors: int, classes: int, channels: int = CHANNELS, prototypes: int = PROTOTYPES
    ) -> None:
        super().__init__()
        self.classes, self.prototypes = classes, prototypes
        self.upfeature = nn.Sequential(nn.Conv2d(channels, channels, 3, 1, 1), nn.ReLU())
        self.bbox_layer = nn.Conv2d(channels, 4 * anchors, 3, 1, 1)
        self.conf_layer = nn.Conv2d(channels, classes * anchors, 3, 1, 1)
        self.mask_layer = nn.Conv2d(channels, prototypes * anchors, 3, 1, 1)

    def forward(self, level: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Offsets `(n, p, 4)`, class logits `(n, p, classes)`, coefficients `(n, p, k)`."""
        shared = self.upfeature(level)
        return (
            _by_anchor(self.bbox_layer(shared), 4),
            _by_anchor(self.conf_layer(shared), self.classes),
            _by_anchor(self.mask_layer(shared), self.prototypes).tanh(),
        )


class Doubled(nn.Module):
    """Twice the height and width, bilinear."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, c, h, w)` to `(n, c, 2 h, 2 w)`."""
        return functional.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)


def prototype_layers(channels: int = CHANNELS, prototypes: int = PROTOTYPES) -> nn.Sequential:
    """P3 to prototypes `(n, k, 2 h, 2 w)`; ReLU after the last layer, too."""

    def layer() -> nn.Conv2d:
        return nn.Conv2d(channels, channels, 3, 1, 1)

    relu = nn.ReLU
    return nn.Sequential(
        layer(), relu(), layer(), relu(), layer(), relu(), Doubled(), relu(), layer(), relu(),
        nn.Conv2d(channels, prototypes, 1), relu(),
    )  # fmt: skip


class MaskScorer(nn.Module):
    """How good a mask is, for every class: the rescoring of YOLACT++.

    Args:
        classes: without the background.
        widths: channels of its layers; each halves the mask.
    """

    def __init__(self, classes: int, widths: tuple[int, ...] = SCORER) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for inputs, outputs in pairwise((1, *widths)):
            layers += [nn.Conv2d(inputs, outputs, 3, 2), nn.ReLU()]
        self.maskiou_net = nn.Sequential(*layers, nn.Conv2d(widths[-1], classes, 1), nn.ReLU())

    def forward(self, masks: torch.Tensor) -> torch.Tensor:
        """Soft masks `(n, 1, h, w)` to expected IoU `(n, classes)`."""
        scores: torch.Tensor = self.maskiou_net(masks).amax((2, 3))
        return scores


def enlarged(x: torch.Tensor, size: torch.Size) -> torch.Tensor:
    """`(n, c, *size)`, bilinear as all of YOLACT's resizing (no aligned corners)."""
    return functional.interpolate(x, size=tuple(size), mode="bilinear", align_corners=False)


def _by_anchor(x: torch.Tensor, values: int) -> torch.Tensor:
    """`(n, anchors * values, h, w)` to `(n, h * w * anchors, values)`: rows, columns, anchors."""
    return x.permute(0, 2, 3, 1).reshape(len(x), -1, values)
