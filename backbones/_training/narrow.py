"""Small versions of the two architectures of the study, for weights that fit in a repository.

Same blocks, same tensor names, same heads; fewer blocks and narrower stages.
"""

from __future__ import annotations

from torch import nn

from backbones._torch.resnet import EXPANSION, ResNet50, _stage
from backbones.arcface.model import ImprovedBlock, IResNet, positions

Stages = tuple[int, int, int, int]


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
