"""The shape of StarGAN's networks in a recipe."""

from __future__ import annotations

from typing import ClassVar, Literal

from probe.backbones._training.objective import DataFacts, Networks, NetworkShape
from probe.backbones._training.recipe_part import Count
from probe.backbones.stargan.discriminator import DiscriminatorShape, StyleDiscriminator
from probe.backbones.stargan.generator import GeneratorShape, StyleGenerator

GENERATOR, DISCRIMINATOR = "generator", "discriminator"
"""Networks, and the turns in which they learn."""


class StarganShape(NetworkShape):
    """Generator and discriminator; both begin with torch's own random weights, as officially.

    Attributes:
        kind: `stargan`.
        width: channels of the generator's first convolution; officially 64.
        blocks: residual blocks; officially 6.
        discriminator_width: channels of the discriminator's first convolution; officially 64.
        discriminator_layers: convolutions that halve the picture; officially 6, which leave 4x2 of
            256x128.
    """

    kind: Literal["stargan"]
    width: Count
    blocks: Count
    discriminator_width: Count
    discriminator_layers: Count
    backbones: ClassVar[tuple[str, ...]] = ()
    generators: ClassVar[tuple[str, ...]] = (GENERATOR,)

    def networks(self, facts: DataFacts) -> Networks:
        """Generator and discriminator of the cameras of the data."""
        generator = StyleGenerator(GeneratorShape(facts.cameras, self.width, self.blocks))
        judged = DiscriminatorShape(
            facts.cameras, facts.size, self.discriminator_width, self.discriminator_layers
        )
        return {GENERATOR: generator, DISCRIMINATOR: StyleDiscriminator(judged)}

    def options(self) -> dict[str, str | int]:
        """The shape for people; whoever opens the files reads it from their tensors."""
        return {"width": self.width, "blocks": self.blocks}

    def feature(self) -> str:
        """Nothing: it draws."""
        return ""
