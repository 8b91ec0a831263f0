"""What a stage of StarGAN learns: discriminator and generator take turns."""

from __future__ import annotations

from typing import ClassVar, Literal, cast

import numpy as np
import torch

from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.objective import DataFacts, Networks, NetworkShape, Objective
from probe.backbones._training.recipe_part import NotNegative
from probe.backbones._training.table import TrainingTable
from probe.backbones.stargan.discriminator import StyleDiscriminator
from probe.backbones.stargan.generator import StyleGenerator
from probe.backbones.stargan.losses import (
    CameraBatch,
    LossWeights,
    discriminator_losses,
    generator_losses,
)
from probe.backbones.stargan.shape import DISCRIMINATOR, GENERATOR
from probe.errors import UsageError
from probe.wording import Message, refusal

LEAST_CAMERAS = 2
"""A style is what one camera has and another has not."""


class StyleObjective(Objective):
    """StarGAN's losses over the cameras of pictures; who is on them is not looked at.

    Its turns are `discriminator` and `generator`; `every: 5` of the latter is the published
    number of discriminator steps for each of the generator's.

    Attributes:
        kind: `camera_style`.
        penalty, classification, reconstruction: see `LossWeights`.
    """

    kind: Literal["camera_style"]
    penalty: NotNegative
    classification: NotNegative
    reconstruction: NotNegative
    by_identity: ClassVar[bool] = False

    def check(self, table: TrainingTable) -> None:
        """Refuse pictures of one camera.

        Raises:
            UsageError: there is one camera, or none is known.
        """
        if table.camera_count < LEAST_CAMERAS:
            camera = int(np.unique([record.camera for record in table.records])[0])
            raise refusal(
                UsageError,
                Message("backbones-two-cameras", {"camera": camera}),
                place=", ".join(table.set_names),
                hint=Message("backbones-cameras-needed"),
            )

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The learner of both networks."""
        return StyleLearner(networks, self)


class StyleLearner(Learner):
    """Turns `discriminator` and `generator`; both share the styles that a step wants."""

    turns = (DISCRIMINATOR, GENERATOR)

    def __init__(self, networks: Networks, objective: StyleObjective) -> None:
        super().__init__(networks)
        self.weights = LossWeights(
            objective.penalty, objective.classification, objective.reconstruction
        )

    def prepare(self, batch: Batch) -> CameraBatch:
        """Wanted styles are the batch's cameras in another order, as officially."""
        pictures, cameras = batch.only.pictures, batch.only.cameras
        order = torch.randperm(len(cameras)).to(cameras.device)
        shares = torch.rand(len(cameras), 1, 1, 1).to(pictures)
        return CameraBatch(pictures, cameras, cameras[order], shares)

    def forward(self, turn: str, prepared: CameraBatch) -> Step:
        """The loss of a turn."""
        generator = cast("StyleGenerator", self.networks[GENERATOR])
        discriminator = cast("StyleDiscriminator", self.networks[DISCRIMINATOR])
        if turn == GENERATOR:
            drawn = generator_losses(generator, discriminator, prepared)
            watched = {"cameras": drawn.cameras, "reconstruction": drawn.reconstruction}
            return Step(drawn.total(self.weights), watched)
        with torch.no_grad():
            styled = generator(prepared.pictures, prepared.wanted)
        judged = discriminator_losses(discriminator, prepared, styled)
        distance = -(judged.real + judged.fake)
        watched = {"cameras": judged.cameras, "penalty": judged.penalty, "distance": distance}
        return Step(judged.total(self.weights), watched)
