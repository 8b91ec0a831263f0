"""The shape of the pair network in a recipe."""

from __future__ import annotations

from typing import ClassVar, Literal

from probe.backbones._training.objective import DataFacts, Networks, NetworkShape
from probe.backbones._training.recipe_part import Count
from probe.backbones.idla.model import PairNetwork, PairShape, cross_size
from probe.backbones.idla.rules import PORTS, Port
from probe.errors import UsageError
from probe.wording import Message, refusal

PAIRS = "pairs"
"""Name of the network."""


class IdlaShape(NetworkShape):
    """The pair network; its size is that of the pictures.

    Attributes:
        kind: `idla`.
        first, second, summary, cross, hidden: channels of its layers (the paper: 20, 25, 25, 25,
            500).
        port: `paper`, or the port whose slips are to be trained with.
    """

    kind: Literal["idla"]
    first: Count
    second: Count
    summary: Count
    cross: Count
    hidden: Count
    port: Port
    backbones: ClassVar[tuple[str, ...]] = (PAIRS,)

    def networks(self, facts: DataFacts) -> Networks:
        """The network at torch's own start; the paper names none.

        Raises:
            UsageError: the pictures are too small.
        """
        rules = PORTS[self.port]
        if min(cross_size(facts.size, ceiling=rules.ceiling)) < 1:
            raise refusal(
                UsageError,
                Message("backbones-too-small", {"height": facts.size[0], "width": facts.size[1]}),
                hint=Message("backbones-larger-step"),
            )
        shape = PairShape(self.first, self.second, self.summary, self.cross, self.hidden)
        return {PAIRS: PairNetwork(facts.size, shape, rules)}

    def options(self) -> dict[str, str | int]:
        """What the tensors do not tell."""
        return {"port": self.port}

    def feature(self) -> Message:
        """What is compared, in words."""
        return Message("card-feature-pair-maps", {"maps": self.second})
