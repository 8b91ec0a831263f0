"""Small versions of the two architectures of the study, for weights that fit in a repository.

Same blocks, same tensor names, same heads; fewer blocks and narrower stages.
"""

from __future__ import annotations

from pathlib import Path

from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.opening import open_backbone
from probe.backbones._torch.resnet import EXPANSION, ResNet50, _stage
from probe.backbones.arcface.model import ImprovedBlock, IResNet, positions
from probe.contracts import BackboneCard, Runtime
from probe.errors import BackboneError

Stages = tuple[int, int, int, int]
STAGES = 4


class NarrowIResNet(IResNet):
    """iResNet with stages of any width.

    Args:
        input_size: (height, width); part of the network, as the head reads the whole last map.
        dimension: of the feature.
        blocks: blocks of the four stages; iResNet-50 has (3, 4, 14, 3).
        widths: channels of the four stages; iResNet-50 has (64, 128, 256, 512).
    """

    def __init__(
        self, input_size: tuple[int, int], dimension: int, blocks: Stages, widths: Stages
    ) -> None:
        nn.Module.__init__(self)
        self.conv1 = nn.Conv2d(3, widths[0], 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(widths[0])
        self.prelu = nn.PReLU(widths[0])
        inputs = widths[0]
        for stage, (width, count) in enumerate(zip(widths, blocks, strict=True), start=1):
            rest = (ImprovedBlock(width, width, 1) for _ in range(count - 1))
            self.add_module(f"layer{stage}", nn.Sequential(ImprovedBlock(inputs, width, 2), *rest))
            inputs = width
        self.bn2 = nn.BatchNorm2d(inputs)
        self.fc = nn.Linear(inputs * positions(input_size), dimension)
        self.features = nn.BatchNorm1d(dimension)


class NarrowResNet(ResNet50):
    """Bottleneck ResNet with stages of any width, up to global average pooling.

    Args:
        last_stride: of the last stage, 1 or 2.
        blocks: blocks of the four stages; ResNet-50 has (3, 4, 6, 3).
        widths: inner channels of the four stages; ResNet-50 has (64, 128, 256, 512). The feature
            has four times the last.
    """

    def __init__(self, last_stride: int, blocks: Stages, widths: Stages) -> None:
        nn.Module.__init__(self)
        self.conv1 = nn.Conv2d(3, widths[0], 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(widths[0])
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        inputs = widths[0]
        for stage, (width, count) in enumerate(zip(widths, blocks, strict=True), start=1):
            stride = {1: 1, 4: last_stride}.get(stage, 2)
            self.add_module(f"layer{stage}", _stage(inputs, width, count, stride, ibn=False))
            inputs = width * EXPANSION


def open_narrow(card: BackboneCard, weights: Path | None, runtime: Runtime) -> TorchBackbone:
    """Open weights that `probe train` has made.

    Args:
        card: its options tell the shape: `blocks` and `widths` as `1-2-2-2`; and `dimension` of an
            iResNet, or `last_stride` of a ResNet.
        weights: the weights file.
        runtime: device, engine, precision.

    Raises:
        BackboneError: the options tell no shape.
        CheckpointError: the file does not fit it.
    """
    return open_backbone(card, weights, runtime, network_of(card))


def network_of(card: BackboneCard) -> NarrowIResNet | NarrowResNet:
    """The network that a card's options describe, its values still to be filled."""
    blocks, widths = (_stages(card, name) for name in ("blocks", "widths"))
    if "dimension" in card.options:
        dimension = _number(card, "dimension")
        return NarrowIResNet(card.input_size, dimension, blocks, widths)
    return NarrowResNet(_number(card, "last_stride"), blocks, widths)


def dashed(numbers: Stages) -> str:
    """Numbers as a card's option has them: `1-2-2-2`."""
    return "-".join(map(str, numbers))


def _stages(card: BackboneCard, name: str) -> Stages:
    parts = str(card.options.get(name, "")).split("-")
    if len(parts) != STAGES or not all(part.isdigit() and int(part) > 0 for part in parts):
        raise BackboneError(
            f"the option {name} is {card.options.get(name, '')!r}, not four numbers as in 1-2-2-2",
            place=card.name,
            hint="Use the card.yaml that `probe train` wrote beside the weights.",
        )
    first, second, third, fourth = map(int, parts)
    return first, second, third, fourth


def _number(card: BackboneCard, name: str) -> int:
    value = card.options.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise BackboneError(f"the option {name} is {value!r}, not a number", place=card.name)
    return value
