"""What a MoCo v2 recipe trains: a ResNet with an MLP head, a key encoder and a queue."""

from __future__ import annotations

import copy
from typing import ClassVar, Literal, cast

import torch
from torch import nn

from probe.backbones._torch.resnet import EXPANSION, ResNet
from probe.backbones._torch.stage_options import dashed
from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.losses.contrast import KeyQueue, info_nce
from probe.backbones._training.objective import (
    BACKBONE,
    DataFacts,
    Networks,
    NetworkShape,
    Objective,
    network_named,
)
from probe.backbones._training.processes import gathered, in_groups, shuffled_together
from probe.backbones._training.recipe_part import Count, Positive, Share
from probe.backbones._training.registry import TrainedArchitecture
from probe.wording import Message


class ResNetShape(NetworkShape):
    """Bottleneck ResNet: blocks and inner channels of its stages, and the last stride."""

    kind: Literal["resnet"]
    blocks: tuple[Count, Count, Count, Count]
    widths: tuple[Count, Count, Count, Count]
    last_stride: Literal[1, 2]

    def networks(self, facts: DataFacts) -> Networks:
        """The backbone, initialised as torchvision does."""
        network = ResNet(self.last_stride, blocks=self.blocks, widths=self.widths)
        _initialise(network)
        return {BACKBONE: network}

    def options(self) -> dict[str, str | int]:
        """Blocks, widths and last stride."""
        shape = {"blocks": dashed(self.blocks), "widths": dashed(self.widths)}
        return {**shape, "last_stride": self.last_stride}

    def feature(self) -> Message:
        """The feature, in words."""
        return Message("card-feature-map", {"dimension": self.length, "before": None})

    @property
    def length(self) -> int:
        """Numbers of the feature."""
        return EXPANSION * self.widths[-1]


class ContrastObjective(Objective):
    """MoCo v2: a picture told apart from all others without labels.

    Attributes:
        kind: `contrast`.
        temperature: divides the cosines (the study says .07; LUPerson used .1; MoCo v2 .2).
        momentum: share of the key encoder kept by each step.
        queue: keys kept.
        groups: parts of a batch that batch norms see by themselves. Several GPUs are groups; one
            process needs some, or it may recognise the batch instead of the picture.
        head: widths of the two linear layers of the MLP head; the first 0 means as the feature.
    """

    kind: Literal["contrast"]
    temperature: Positive
    momentum: Share
    queue: Count
    groups: Count
    head: tuple[int, Count]
    by_identity: ClassVar[bool] = False

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The backbone with `head`, `key_encoder` and `queue`."""
        backbone = network_named(networks, BACKBONE, self.kind)
        if "head" not in networks:
            length, (inner, width) = shape.length, self.head
            inner = inner or length
            head = nn.Sequential(
                nn.Linear(length, inner), nn.ReLU(inplace=True), nn.Linear(inner, width)
            )
            keys = copy.deepcopy(nn.Sequential(backbone, head))
            for parameter in keys.parameters():
                parameter.requires_grad_(False)
            queue = KeyQueue(width, self.queue)
            networks.update({"head": head, "key_encoder": keys, "queue": queue})
        return ContrastLearner(networks, self)


class ContrastLearner(Learner):
    """MoCo v2: queries against keys of a slowly following copy."""

    views: ClassVar[int] = 2

    def __init__(self, networks: Networks, objective: ContrastObjective) -> None:
        super().__init__(networks)
        self.objective = objective

    def forward(self, turn: str, prepared: Batch) -> Step:
        """Contrastive loss, and share of queries whose own key is the nearest."""
        views, groups = prepared.only.views, self.objective.groups
        key_encoder = self.networks["key_encoder"]
        queue = cast("KeyQueue", self.networks["queue"])
        online = nn.Sequential(self.networks[BACKBONE], self.networks["head"])
        queries = in_groups(views[0], online, groups).float()
        with torch.no_grad():
            self._follow(online, key_encoder)
            keys = shuffled_together(views[1], key_encoder, groups).float()
        contrast = info_nce(queries, keys, queue.keys.clone(), self.objective.temperature)
        queue.put(gathered(keys))
        right = (contrast.logits.argmax(1) == 0).float().mean()
        return Step(contrast.loss, {"right": right})

    def _follow(self, online: nn.Module, key_encoder: nn.Module) -> None:
        """The key encoder goes a little towards the query encoder; its batch norms do not."""
        for kept, now in zip(key_encoder.parameters(), online.parameters(), strict=True):
            kept.lerp_(now.detach(), 1 - self.objective.momentum)


def _initialise(network: ResNet) -> None:
    """As torchvision: convolutions by He et al. 2015 over the outputs."""
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")


TRAINED = TrainedArchitecture(
    card="moco_trained",
    networks={"resnet": ResNetShape},
    objectives={"contrast": ContrastObjective},
)
