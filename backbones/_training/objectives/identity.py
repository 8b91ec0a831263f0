"""Identities told apart as reid-strong-baseline does (Luo et al., CVPRW 2019).

Cross-entropy, with label smoothing or without, over a linear classifier; and, each where the recipe
has it, the BNNeck, a batch-hard triplet loss and the centre loss. Triplets and centres see the
feature before the neck.
"""

from __future__ import annotations

from typing import ClassVar, Literal

import torch
from torch import nn

from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.losses.metric import (
    Centres,
    batch_hard_triplet,
    smoothed_cross_entropy,
)
from probe.backbones._training.objective import (
    BACKBONE,
    DataFacts,
    Networks,
    NetworkShape,
    Objective,
    network_named,
)
from probe.backbones._training.recipe_part import NotNegative, Positive, RecipePart, Share

CLASSIFIER_SPREAD = 0.001
"""Standard deviation of the classifier's weights at the start, as in reid-strong-baseline."""


class Triplet(RecipePart):
    """The batch-hard triplet loss.

    Attributes:
        weight: of this loss in the sum.
        margin: distance wanted between positive and negative; null for the soft margin.
        unit: scale features to length 1 first.
    """

    weight: Positive
    margin: NotNegative | None
    unit: bool


class CentreLoss(RecipePart):
    """The centre loss; its centres are the network `centres`, with an optimiser of their own.

    Attributes:
        weight: of this loss in the sum.
    """

    weight: Positive


class IdentityLosses(Objective):
    """The losses over features and classes: base of objectives that tell identities apart.

    Attributes:
        label_smoothing: epsilon; 0 for none (reid-strong-baseline: 0.1).
        triplet: null for none.
        centre: null for none.
    """

    label_smoothing: Share
    triplet: Triplet | None
    centre: CentreLoss | None

    def step(
        self,
        features: torch.Tensor,
        logits: torch.Tensor,
        labels: torch.Tensor,
        centres: nn.Module | None,
    ) -> Step:
        """The sum of the losses, each of them, and the share of right classes.

        Args:
            features: `(n, d)`, before a neck.
            logits: `(n, classes)`.
            labels: `(n,)`.
            centres: of the classes, for the centre loss.
        """
        losses = {"identity": smoothed_cross_entropy(logits, labels, self.label_smoothing)}
        if self.triplet is not None:
            triplet = batch_hard_triplet(
                features, labels, self.triplet.margin, unit=self.triplet.unit
            )
            losses["triplet"] = self.triplet.weight * triplet.loss
        if self.centre is not None and centres is not None:
            losses["centre"] = self.centre.weight * centres(features, labels)
        right = (logits.detach().argmax(1) == labels).float().mean()
        watched = {name: loss.detach() for name, loss in losses.items()} if len(losses) > 1 else {}
        return Step(torch.stack(list(losses.values())).sum(), {**watched, "right": right})


class IdentityObjective(IdentityLosses):
    """Identities told apart, over any network with a feature.

    Attributes:
        kind: `identity`.
        neck: a batch norm with its bias fixed at 0 between feature and classifier (BNNeck).
    """

    kind: Literal["identity"]
    neck: bool

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The backbone with `neck`, `classifier` and `centres`, as far as they are wanted."""
        network_named(networks, BACKBONE, self.kind)
        if self.neck and "neck" not in networks:
            neck = nn.BatchNorm1d(shape.length)
            neck.bias.requires_grad_(False)
            networks["neck"] = neck
        if "classifier" not in networks:
            classifier = nn.Linear(shape.length, facts.classes, bias=False)
            nn.init.normal_(classifier.weight, std=CLASSIFIER_SPREAD)
            networks["classifier"] = classifier
        if self.centre is not None and "centres" not in networks:
            networks["centres"] = Centres(facts.classes, shape.length)
        return IdentityLearner(networks, self)


class IdentityLearner(Learner):
    """Features, necks and classes; see `IdentityObjective`."""

    views: ClassVar[int] = 1

    def __init__(self, networks: Networks, objective: IdentityObjective) -> None:
        super().__init__(networks)
        self.objective = objective

    def forward(self, turn: str, prepared: Batch) -> Step:
        """The sum of the losses, each of them, and the share of right classes."""
        batch = prepared.only
        features = self.networks[BACKBONE](batch.pictures).float()
        necked = self.networks["neck"](features) if self.objective.neck else features
        logits = self.networks["classifier"](necked)
        centres = self.networks["centres"] if self.objective.centre is not None else None
        return self.objective.step(features, logits, batch.labels, centres)
