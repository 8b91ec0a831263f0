"""What an ibn recipe trains: the strong baseline with each of its tricks a switch.

Of reid-strong-baseline (Luo et al., CVPRW 2019): last stride, neck (`network`); label smoothing,
triplet, centre loss (`objective`); warm-up (`schedule`), random erasing (`augmentation`), rate and
weight decay of biases (`groups` of the optimiser), and the centres' own optimiser.
"""

from __future__ import annotations

from typing import Literal, cast

from torch import nn

from probe.backbones._torch.resnet_shape import BLOCK_KINDS, ResNetShape
from probe.backbones._torch.stage_options import dashed
from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.losses.metric import Centres
from probe.backbones._training.objective import (
    BACKBONE,
    DataFacts,
    Networks,
    NetworkShape,
    network_named,
)
from probe.backbones._training.objectives.identity import CLASSIFIER_SPREAD, IdentityLosses
from probe.backbones._training.recipe_part import Count
from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones._training.trunk_start import Pretrained, initialise, start_trunk
from probe.backbones.ibn.model import StrongBaseline
from probe.wording import Message

CLASSIFIER = "classifier"
CENTRES = "centres"


class BaselineShape(NetworkShape):
    """The strong baseline.

    Attributes:
        kind: `strong_baseline`.
        block: `basic` (ResNet-18, ResNet-34) or `bottleneck` (ResNet-50).
        blocks: how many in each stage.
        widths: inner channels of each stage; ResNet-18 and ResNet-50 have 64, 128, 256, 512.
        ibn_a: IBN-a in the first three stages.
        last_stride: of the last stage; 1 is a trick of the baseline.
        stem_relu: a ReLU behind the first batch norm. The official plain ResNet has none, the
            official IBN-a trunk has it.
        neck: the BNNeck, its bias fixed at 0.
        start: pretrained weights of the trunk; null for random ones.
    """

    kind: Literal["strong_baseline"]
    block: Literal["basic", "bottleneck"]
    blocks: tuple[Count, Count, Count, Count]
    widths: tuple[Count, Count, Count, Count]
    ibn_a: bool
    last_stride: Literal[1, 2]
    stem_relu: bool
    neck: bool
    start: Pretrained | None

    @property
    def trunk(self) -> ResNetShape:
        """The shape of its trunk."""
        return ResNetShape(BLOCK_KINDS[self.block], self.blocks, self.widths, self.ibn_a)

    def networks(self, facts: DataFacts) -> Networks:
        """The backbone, its trunk pretrained or as the official code initialises it."""
        trunk = self.trunk.network(self.last_stride, stem_relu=self.stem_relu)
        initialise(trunk)
        if self.start is not None:
            start_trunk(trunk, self.start)
        network = StrongBaseline(trunk, neck=self.neck)
        if isinstance(network.bottleneck, nn.BatchNorm1d):
            network.bottleneck.bias.requires_grad_(False)
        return {BACKBONE: network}

    def options(self) -> dict[str, str | int]:
        """What the tensors do not tell, and the shape for people."""
        shape = {"blocks": dashed(self.blocks), "widths": dashed(self.widths)}
        return {**shape, "last_stride": self.last_stride, "stem_relu": self.stem_relu}

    def feature(self) -> Message:
        """The feature, in words."""
        if self.neck:
            return Message("card-feature-bnneck", {"dimension": self.length})
        return Message("card-feature-average", {"dimension": self.length})

    @property
    def length(self) -> int:
        """Numbers of the feature."""
        return self.widths[-1] * BLOCK_KINDS[self.block].expansion


class BaselineObjective(IdentityLosses):
    """The losses of the strong baseline; triplets and centres see the feature before the neck.

    Attributes:
        kind: `strong_baseline`.
    """

    kind: Literal["strong_baseline"]

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The backbone with `classifier` and, where wanted, `centres`."""
        backbone = cast("StrongBaseline", network_named(networks, BACKBONE, self.kind))
        necked = isinstance(backbone.bottleneck, nn.BatchNorm1d)
        if CLASSIFIER not in networks:
            # Officially the classifier has a bias only where there is no neck.
            classifier = nn.Linear(shape.length, facts.classes, bias=not necked)
            nn.init.normal_(classifier.weight, std=CLASSIFIER_SPREAD)
            networks[CLASSIFIER] = classifier
        if self.centre is not None and CENTRES not in networks:
            networks[CENTRES] = Centres(facts.classes, shape.length)
        return BaselineLearner(networks, self)


class BaselineLearner(Learner):
    """Pooled features, the neck inside the backbone, classes."""

    def __init__(self, networks: Networks, objective: BaselineObjective) -> None:
        super().__init__(networks)
        self.objective = objective

    def forward(self, turn: str, prepared: Batch) -> Step:
        """The sum of the losses."""
        batch = prepared.only
        backbone = cast("StrongBaseline", self.networks[BACKBONE])
        features = backbone.base(batch.pictures).float()
        logits = self.networks[CLASSIFIER](backbone.bottleneck(features))
        centres = self.networks[CENTRES] if self.objective.centre is not None else None
        return self.objective.step(features, logits, batch.labels, centres)


TRAINED = TrainedArchitecture(
    card="ibn",
    networks={"strong_baseline": BaselineShape},
    objectives={"strong_baseline": BaselineObjective},
)
