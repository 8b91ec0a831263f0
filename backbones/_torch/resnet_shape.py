"""The shape of a ResNet, told from the names and sizes of its tensors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import torch

from probe.backbones._torch.resnet import BLOCKS, BasicBlock, Block, Bottleneck, ResNet
from probe.backbones._torch.stage_options import Stages

STAGES = len(BLOCKS)

BLOCK_KINDS: Mapping[str, Block] = {"basic": BasicBlock, "bottleneck": Bottleneck}
"""Blocks by the names that recipes use: of ResNet-18 and ResNet-34, and of the deeper ones."""


@dataclass(frozen=True)
class ResNetShape:
    """What a ResNet's tensors say about it; strides and activations are not among it.

    Attributes:
        block: of all stages.
        blocks: how many in each stage.
        widths: inner channels of each stage.
        ibn_a: whether the first three stages have IBN-a.
    """

    block: Block
    blocks: Stages
    widths: Stages
    ibn_a: bool

    def network(self, last_stride: int, *, stem_relu: bool) -> ResNet:
        """A network of this shape, its values still to be filled."""
        return ResNet(
            last_stride,
            block=self.block,
            blocks=self.blocks,
            widths=self.widths,
            ibn_a=self.ibn_a,
            stem_relu=stem_relu,
        )

    def __str__(self) -> str:
        kind = "bottlenecks" if self.block is Bottleneck else "basic blocks"
        counts, widths = ("-".join(map(str, numbers)) for numbers in (self.blocks, self.widths))
        return f"{kind} {counts} of widths {widths}{', IBN-a' if self.ibn_a else ''}"


def resnet_shape(
    tensors: Mapping[str, torch.Tensor], prefix: str = "", last: str = ""
) -> ResNetShape | None:
    """The shape of the ResNet under a prefix; None where there is none.

    Args:
        tensors: by name.
        prefix: of its names, such as `base.`.
        last: prefix of the last stage where it is kept elsewhere; empty for `PREFIXlayer4.`.
    """
    stages = [f"{prefix}layer{stage}." for stage in range(1, STAGES)]
    stages.append(last or f"{prefix}layer{STAGES}.")
    blocks = [_blocks(tensors, stage) for stage in stages]
    widths = [_width(tensors, f"{stage}0.conv1.weight") for stage in stages]
    if not all(blocks) or not all(widths):
        return None
    return ResNetShape(
        block=Bottleneck if f"{prefix}layer1.0.conv3.weight" in tensors else BasicBlock,
        blocks=(blocks[0], blocks[1], blocks[2], blocks[3]),
        widths=(widths[0], widths[1], widths[2], widths[3]),
        ibn_a=f"{prefix}layer1.0.bn1.IN.weight" in tensors,
    )


def _blocks(tensors: Mapping[str, torch.Tensor], stage: str) -> int:
    pattern = re.compile(re.escape(stage) + r"\d+\.conv1\.weight")
    return sum(pattern.fullmatch(name) is not None for name in tensors)


def _width(tensors: Mapping[str, torch.Tensor], name: str) -> int:
    return int(tensors[name].shape[0]) if name in tensors else 0
