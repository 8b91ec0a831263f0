"""What an ensemble recipe trains: one network of several branches, a softmax loss for each cell."""

from __future__ import annotations

from typing import Annotated, Literal, cast

import torch
from pydantic import Field
from torch import nn

from probe.backbones._torch.resnet_shape import BLOCK_KINDS, ResNetShape
from probe.backbones._torch.stage_options import dashed
from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.losses.metric import smoothed_cross_entropy
from probe.backbones._training.objective import (
    BACKBONE,
    DataFacts,
    Networks,
    NetworkShape,
    Objective,
    network_named,
)
from probe.backbones._training.objectives.identity import CLASSIFIER_SPREAD
from probe.backbones._training.recipe_part import Count, Share
from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones._training.trunk_start import Pretrained, initialise, start_trunk
from probe.backbones.ensemble.model import MOST_BRANCHES, SHARED, EnsembleNet, EnsembleShape
from probe.wording import Message

CLASSIFIERS = "classifiers"
"""The network that holds the classifiers of all cells, in the order of the vector."""


class EnsembleNetShape(NetworkShape):
    """EnsembleNet; what is unknown of the source is a setting (see the README).

    Attributes:
        kind: `ensemble`.
        block, blocks, widths, ibn_a: of the trunk, as in `ibn`; the source has ResNet-50.
        last_stride: of every branch's stage (ours: 1).
        branches: 1 to 8; the source takes 3.
        cells: `adaptive` as in the source, or `disjoint`.
        reduction: channels of a reduced cell (ours: 256); 0 leaves the 1x1 convolution out.
        norm: a batch norm behind the reduction (ours: yes).
        relu: a ReLU behind that (ours: yes).
        unit_parts: scale cells to length 1 before they are put together (ours: no).
        start: pretrained weights of the trunk, `layer4` going to every branch; null for random.
    """

    kind: Literal["ensemble"]
    block: Literal["basic", "bottleneck"]
    blocks: tuple[Count, Count, Count, Count]
    widths: tuple[Count, Count, Count, Count]
    ibn_a: bool
    last_stride: Literal[1, 2]
    branches: Annotated[int, Field(ge=1, le=MOST_BRANCHES)]
    cells: Literal["adaptive", "disjoint"]
    reduction: Annotated[int, Field(ge=0)]
    norm: bool
    relu: bool
    unit_parts: bool
    start: Pretrained | None

    @property
    def trunk(self) -> ResNetShape:
        """The shape of the ResNet that branches."""
        return ResNetShape(BLOCK_KINDS[self.block], self.blocks, self.widths, self.ibn_a)

    @property
    def shape(self) -> EnsembleShape:
        """The shape of the network."""
        return EnsembleShape(
            trunk=self.trunk,
            branches=self.branches,
            last_stride=self.last_stride,
            cells=self.cells,
            reduction=self.reduction,
            norm=self.norm and self.reduction > 0,
            relu=self.relu,
            unit_parts=self.unit_parts,
        )

    def networks(self, facts: DataFacts) -> Networks:
        """The backbone; with random weights its branches begin with different ones."""
        network = EnsembleNet(self.shape)
        initialise(network)
        if self.start is not None:
            trunk = self.trunk.network(self.last_stride, stem_relu=True)
            start_trunk(trunk, self.start)
            for name in SHARED:
                network.base.get_submodule(name).load_state_dict(
                    trunk.get_submodule(name).state_dict()
                )
            for branch in network.branches:
                last = trunk.get_submodule("layer4").state_dict()
                branch.get_submodule("stage").load_state_dict(last)
        return {BACKBONE: network}

    def options(self) -> dict[str, str | int]:
        """What the tensors do not tell, and the shape for people."""
        return {
            "blocks": dashed(self.blocks),
            "widths": dashed(self.widths),
            "branches": self.branches,
            "last_stride": self.last_stride,
            "cells": self.cells,
            "relu": self.relu,
            "unit_parts": self.unit_parts,
        }

    def feature(self) -> Message:
        """The feature, in words."""
        return self.shape.feature()

    @property
    def length(self) -> int:
        """Numbers of the feature."""
        return self.shape.dimension


class PartSoftmax(Objective):
    """A softmax log-loss, with bias, for every cell; the loss is their sum.

    Attributes:
        kind: `part_softmax`.
        label_smoothing: epsilon; the source has none.
    """

    kind: Literal["part_softmax"]
    label_smoothing: Share

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The backbone with its `classifiers`."""
        backbone = cast("EnsembleNet", network_named(networks, BACKBONE, self.kind))
        if CLASSIFIERS not in networks:
            length, count = backbone.shape.part_length, backbone.shape.part_count
            heads = [nn.Linear(length, facts.classes) for _ in range(count)]
            for head in heads:
                nn.init.normal_(head.weight, std=CLASSIFIER_SPREAD)
                nn.init.zeros_(head.bias)
            networks[CLASSIFIERS] = nn.ModuleList(heads)
        return PartLearner(networks, self)


class PartLearner(Learner):
    """Every cell tells identities apart by itself."""

    def __init__(self, networks: Networks, objective: PartSoftmax) -> None:
        super().__init__(networks)
        self.objective = objective

    def forward(self, turn: str, prepared: Batch) -> Step:
        """The sum of the losses, and the share of right classes of all cells together."""
        batch = prepared.only
        backbone = cast("EnsembleNet", self.networks[BACKBONE])
        classifiers = cast("nn.ModuleList", self.networks[CLASSIFIERS])
        parts = backbone.part_vectors(batch.pictures)
        logits = [head(part.float()) for head, part in zip(classifiers, parts, strict=True)]
        smoothing = self.objective.label_smoothing
        losses = [smoothed_cross_entropy(one, batch.labels, smoothing) for one in logits]
        together = torch.stack([one.detach().log_softmax(1) for one in logits]).sum(0)
        right = (together.argmax(1) == batch.labels).float().mean()
        return Step(torch.stack(losses).sum(), {"right": right})


TRAINED = TrainedArchitecture(
    card="ensemble",
    networks={"ensemble": EnsembleNetShape},
    objectives={"part_softmax": PartSoftmax},
)
