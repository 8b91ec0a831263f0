"""The shape of FD-GAN's networks in a recipe."""

from __future__ import annotations

from typing import ClassVar, Literal

from torch import nn

from probe.backbones._torch.resnet_shape import BLOCK_KINDS, ResNetShape
from probe.backbones._torch.stage_options import dashed
from probe.backbones._training.objective import DataFacts, Networks, NetworkShape
from probe.backbones._training.recipe_part import Count, RecipePart, Triple
from probe.backbones._training.trunk_start import Pretrained, initialise, start_trunk
from probe.backbones.fdgan.encoder import Siamese
from probe.backbones.fdgan.generator import Fuse, GeneratorShape, PoseGenerator
from probe.backbones.fdgan.pose_discriminator import PoseDiscriminator
from probe.wording import Message

SPREAD = 0.02
"""Of the weights of G and D_pd at the start, as in the official `init_weights`."""


class GeneratorPart(RecipePart):
    """The generator; see `GeneratorShape`. Its size is that of the pictures."""

    pose: Count
    noise: Count
    width: Count
    skips: Literal[0, 1, 2, 3, 4, 5]
    fuse: Fuse


class FdganShape(NetworkShape):
    """E_I, G with E_P, D_id and D_pd.

    Attributes:
        kind: `fdgan`.
        block: of E_I: `basic` (document 0: ResNet-18) or `bottleneck` (official: ResNet-50).
        blocks: how many in each stage.
        widths: inner channels of each stage.
        last_stride: of the last stage; officially 2.
        start: pretrained weights of E_I's trunk; null for random ones.
        mean, std: of the encoder's units; those of the step `normalise`.
        generator: of G and E_P.
        discriminator_width: channels of D_pd's first convolution; officially 64.
    """

    kind: Literal["fdgan"]
    block: Literal["basic", "bottleneck"]
    blocks: tuple[Count, Count, Count, Count]
    widths: tuple[Count, Count, Count, Count]
    last_stride: Literal[1, 2]
    start: Pretrained | None
    mean: Triple
    std: Triple
    generator: GeneratorPart
    discriminator_width: Count
    backbones: ClassVar[tuple[str, ...]] = ("domain", "encoder")
    pair_card: ClassVar[str] = "fdgan_pairs"

    def networks(self, facts: DataFacts) -> Networks:
        """Encoder, generator and discriminators at their start."""
        generator = PoseGenerator(self.generator_shape(facts.size))
        pose = PoseDiscriminator(self.discriminator_width)
        for network in (generator, pose):
            _scatter(network)
        return {
            "encoder": self._siamese(2),
            "generator": generator,
            "identity": self._siamese(1),
            "pose": pose,
        }

    def generator_shape(self, size: tuple[int, int]) -> GeneratorShape:
        """The generator's shape for pictures of a size (height, width)."""
        part = self.generator
        return GeneratorShape(
            size, self.length, part.pose, part.noise, part.width, part.skips, part.fuse
        )

    def _siamese(self, logits: int) -> Siamese:
        shape = ResNetShape(BLOCK_KINDS[self.block], self.blocks, self.widths, ibn_a=False)
        trunk = shape.network(self.last_stride, stem_relu=True)
        initialise(trunk)
        if self.start is not None:
            start_trunk(trunk, self.start)
        return Siamese(trunk, logits)

    def options(self) -> dict[str, str | int]:
        """What the tensors do not tell, and the shape for people."""
        return {
            "last_stride": self.last_stride,
            "blocks": dashed(self.blocks),
            "widths": dashed(self.widths),
        }

    def feature(self) -> Message:
        """The feature, in words; opening the weights says whose."""
        return Message("card-feature-average", {"dimension": self.length})

    @property
    def length(self) -> int:
        """Numbers of the feature."""
        return self.widths[-1] * BLOCK_KINDS[self.block].expansion


def _scatter(network: nn.Module) -> None:
    for module in network.modules():
        if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
            nn.init.normal_(module.weight, std=SPREAD)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1.0, SPREAD)
            nn.init.zeros_(module.bias)
