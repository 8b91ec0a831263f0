"""What an architecture's `train.py` writes: shapes of networks, and objectives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from torch import nn

from probe.backbones._training.learner import Learner
from probe.backbones._training.recipe_part import RecipePart, Triple
from probe.backbones._training.table import TrainingTable
from probe.errors import UsageError
from probe.wording import Message, refusal

BACKBONE = "backbone"
"""The network that most architectures ship: normalised `(n, 3, h, w)` to `(n, d)`."""

Networks = dict[str, nn.Module]
"""Networks by name; an objective adds those it needs, such as class centres."""


@dataclass(frozen=True)
class DataFacts:
    """What networks may depend on.

    Attributes:
        size: (height, width) of the pictures.
        classes: identities of the labelled pictures.
        cameras: how many there are, over all sets.
        sets: how many data sets there are.
        mean, std: what pictures are normalised with, red first, of values from 0 to 1.
    """

    size: tuple[int, int]
    classes: int
    cameras: int
    sets: int
    mean: Triple = (0.0, 0.0, 0.0)
    std: Triple = (1.0, 1.0, 1.0)


class NetworkShape(RecipePart):
    """The shape of an architecture's networks: base of `network` in a recipe.

    Attributes:
        kind: its name.
        backbones: networks that `probe run --backbone` can take; the first that there is (a stage
            may add one) is the training's `weights.safetensors`.
        generators: networks that draw; the first is `weights.safetensors` where no network is a
            backbone.
        detectors: networks that find people in frames; likewise where none is a backbone.
        detector: name by which `probe crop --detector` opens them.
        pair_card: card of a pair scorer that opens the same files; nothing where there is none.
    """

    kind: str
    backbones: ClassVar[tuple[str, ...]] = (BACKBONE,)
    generators: ClassVar[tuple[str, ...]] = ()
    detectors: ClassVar[tuple[str, ...]] = ()
    detector: ClassVar[str] = ""
    pair_card: ClassVar[str] = ""

    def options_of(self, network: nn.Module) -> dict[str, str | int]:
        """Further options of the card of a trained backbone, which an objective has decided."""
        return {}

    def further_cards(self, network: nn.Module) -> tuple[str, ...]:
        """Cards of other features in the weights of a backbone: each is written as `CARD.yaml`."""
        return ()

    def check(self, table: TrainingTable) -> None:
        """Refuse pictures that these networks cannot learn from, before the first stage.

        Raises:
            ProbeError: says which picture, and why.
        """

    def networks(self, facts: DataFacts) -> Networks:
        """The networks at their start; torch's generator is seeded before."""
        raise NotImplementedError

    def options(self) -> dict[str, str | int]:
        """The shape as a card's options, for whoever opens the weights."""
        raise NotImplementedError

    def feature(self) -> Message | str:
        """What the feature is, for the card; empty where the networks have none."""
        raise NotImplementedError

    @property
    def length(self) -> int:
        """Numbers of the feature.

        Raises:
            UsageError: these networks have no feature of one length.
        """
        raise UsageError(f"networks of kind {self.kind!r} have no feature to put a head on")


class Objective(RecipePart):
    """What a stage learns: base of `objective` in a recipe.

    Attributes:
        kind: its name.
        by_identity: whether labels are looked at, so that people with one picture are worth a note.
    """

    kind: str
    by_identity: ClassVar[bool] = True

    @property
    def joint_layout(self) -> str:
        """What the layout of its keypoints is called; nothing where any will do."""
        return ""

    @property
    def joints(self) -> int | None:
        """Joints that a picture's keypoints must have; None where any number will do."""
        return None

    def check(self, table: TrainingTable) -> None:
        """Refuse pictures that it cannot learn from, before the first stage takes its hours.

        Raises:
            ProbeError: says what is missing.
        """

    def check_stage(
        self, shape: NetworkShape, size: tuple[int, int], roles: tuple[str, ...]
    ) -> None:
        """Refuse a stage that it cannot learn in, before the first stage takes its hours.

        Args:
            shape: of the architecture's networks.
            size: (height, width) of the pictures.
            roles: of the pictures that the stage's sampler gives.

        Raises:
            ProbeError: says what does not fit.
        """

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """What the loop trains.

        Args:
            networks: those that are there; new ones are added under their names. Networks of an
                earlier stage are used again, not replaced.
            shape: of the architecture's networks.
            facts: about the data.
        """
        raise NotImplementedError


def network_named(networks: Networks, name: str, objective: str) -> nn.Module:
    """The network of a name.

    Raises:
        UsageError: the architecture has none.
    """
    if name not in networks:
        raise refusal(
            UsageError,
            Message("train-no-network", {"objective": repr(objective), "network": repr(name)}),
            hint=Message("train-its-networks", {"networks": tuple(sorted(networks))}),
        )
    return networks[name]
