"""What an ArcFace recipe trains: an iResNet with class centres and a margin."""

from __future__ import annotations

from typing import Literal, cast

import torch
from pydantic import model_validator
from torch import nn

from probe.backbones._torch.stage_options import dashed
from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.losses.margin import CombinedMargin, MarginHead, insightface_margin
from probe.backbones._training.objective import (
    BACKBONE,
    DataFacts,
    Networks,
    NetworkShape,
    Objective,
    network_named,
)
from probe.backbones._training.recipe_part import Count, NotNegative, Positive
from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones.arcface.model import IResNet
from probe.wording import Message

INITIAL_SPREAD = 0.1
"""Standard deviation of insightface's convolutions at the start."""

CENTRES = "centres"
"""Name of the network that holds the class centres."""


class IResNetShape(NetworkShape):
    """iResNet: blocks and channels of its stages, and the length of the feature."""

    kind: Literal["iresnet"]
    blocks: tuple[Count, Count, Count, Count]
    widths: tuple[Count, Count, Count, Count]
    dimension: Count

    def networks(self, facts: DataFacts) -> Networks:
        """The backbone, initialised as insightface does."""
        network = IResNet(facts.size, self.dimension, self.blocks, self.widths)
        _initialise(network)
        return {BACKBONE: network}

    def options(self) -> dict[str, str | int]:
        """Blocks, widths and dimension."""
        shape = {"blocks": dashed(self.blocks), "widths": dashed(self.widths)}
        return {**shape, "dimension": self.dimension}

    def feature(self) -> Message:
        """The feature, in words."""
        return Message("card-feature-linear", {"dimension": self.dimension})

    @property
    def length(self) -> int:
        """Numbers of the feature."""
        return self.dimension


class MarginObjective(Objective):
    """Identities told apart with an angular margin.

    Attributes:
        kind: `margin`.
        form: `combined` is the study's equation 1; `arcface` and `cosface` are insightface's.
        scale: s.
        m1: times the angle.
        m2: plus the angle, in radians.
        m3: minus the cosine.
        gradient: `insightface` goes straight through the angular margin; `exact` is the derivative.
        centre_spread: standard deviation of the class centres at the start.
    """

    kind: Literal["margin"]
    form: Literal["combined", "arcface", "cosface"]
    scale: Positive
    m1: Positive
    m2: NotNegative
    m3: NotNegative
    gradient: Literal["insightface", "exact"]
    centre_spread: Positive

    @model_validator(mode="after")
    def _of_its_form(self) -> MarginObjective:
        if self.form == "arcface" and (self.m1, self.m3) != (1.0, 0.0):
            raise ValueError("arcface has m1: 1.0 and m3: 0.0; with others it is 'combined'")
        if self.form == "cosface" and (self.m1, self.m2) != (1.0, 0.0):
            raise ValueError("cosface has m1: 1.0 and m2: 0.0; with others it is 'combined'")
        return self

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The backbone with its class centres."""
        network_named(networks, BACKBONE, self.kind)
        if CENTRES not in networks:
            networks[CENTRES] = MarginHead(
                shape.length, facts.classes, self.margin(), self.centre_spread
            )
        return MarginLearner(networks)

    def margin(self) -> CombinedMargin:
        """The margin that the numbers mean."""
        numbers = self.scale, self.m1, self.m2, self.m3
        if self.form != "combined" and self.gradient == "insightface":
            return insightface_margin(*numbers)
        return CombinedMargin(*numbers, self.gradient)


class MarginLearner(Learner):
    """Tells identities apart: ArcFace and its kind."""

    def forward(self, turn: str, prepared: Batch) -> Step:
        """Loss, and share of pictures nearest to their own class centre."""
        batch, centres = prepared.only, cast("MarginHead", self.networks[CENTRES])
        features = self.networks[BACKBONE](batch.pictures)
        loss = centres(features, batch.labels)
        with torch.no_grad():
            unit = nn.functional.normalize(centres.weight)
            near = (features.float() @ unit.T).argmax(1)
        return Step(loss, {"right": (near == batch.labels).float().mean()})


def _initialise(network: IResNet) -> None:
    """As insightface: convolutions N(0, 0.1), batch norms 1 and 0, `features` weight fixed at 1."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.normal_(module.weight, 0.0, INITIAL_SPREAD)
    network.features.weight.requires_grad_(False)


TRAINED = TrainedArchitecture(
    card="arcface_trained",
    networks={"iresnet": IResNetShape},
    objectives={"margin": MarginObjective},
)
