"""What an lstm recipe trains: document 003, its parts as switches, and HHL as it is published."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal, cast

import torch
from pydantic import Field, model_validator
from torch import nn

from probe.backbones._torch.resnet_shape import BLOCK_KINDS, ResNetShape
from probe.backbones._torch.stage_options import dashed
from probe.backbones._training.batch import Batch, PictureBatch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.losses.metric import smoothed_cross_entropy
from probe.backbones._training.objective import (
    BACKBONE,
    DataFacts,
    Networks,
    NetworkShape,
    Objective,
)
from probe.backbones._training.recipe_part import Count, NotNegative, Positive, RecipePart, Share
from probe.backbones._training.registry import TrainedArchitecture
from probe.backbones._training.table import UNLABELLED
from probe.backbones._training.trunk_start import Pretrained, initialise, start_trunk
from probe.backbones.lstm.domain import connected_triplet, identities
from probe.backbones.lstm.heads import HeadOutputs, Heads, HeadSizes
from probe.backbones.lstm.model import Local, LstmNet, LstmShape
from probe.backbones.lstm.pooling import Pooling, Rows, rows_of
from probe.errors import UsageError
from probe.wording import Message, nearest, refusal

HEADS = "heads"
"""The network of both branches' layers that no vector needs."""


class LstmNetShape(NetworkShape):
    """The trunk; the branches upon it are of the objective, so that stages can share a trunk.

    Attributes:
        kind: `lstm`.
        block: of the trunk: `bottleneck` (the source has ResNet-50) or `basic`.
        blocks: how many in each stage.
        widths: inner channels of each stage.
        last_stride: of the last stage (ours: 2 as in HHL; the source does not say).
        start: pretrained weights of the trunk; null for random ones.
    """

    kind: Literal["lstm"]
    block: Literal["basic", "bottleneck"]
    blocks: tuple[Count, Count, Count, Count]
    widths: tuple[Count, Count, Count, Count]
    last_stride: Literal[1, 2]
    start: Pretrained | None

    @property
    def trunk(self) -> ResNetShape:
        """The shape of its trunk."""
        return ResNetShape(BLOCK_KINDS[self.block], self.blocks, self.widths, ibn_a=False)

    def networks(self, facts: DataFacts) -> Networks:
        """The trunk, averaged."""
        network = LstmNet(LstmShape(self.trunk, self.last_stride, "average", local="none"))
        initialise(network)
        if self.start is not None:
            start_trunk(network.base, self.start)
        return {BACKBONE: network}

    def options(self) -> dict[str, str | int]:
        """What the tensors do not tell, and the shape for people."""
        return {
            "blocks": dashed(self.blocks),
            "widths": dashed(self.widths),
            "last_stride": self.last_stride,
        }

    def options_of(self, network: nn.Module) -> dict[str, str | int]:
        """How the network pools, and its parts."""
        shape = cast("LstmNet", network).shape
        return {"pooling": shape.pooling, "rows": shape.rows}

    def further_cards(self, network: nn.Module) -> tuple[str, ...]:
        """The card whose vector has the branch in it, where there is a branch."""
        return ("lstm_branch",) if cast("LstmNet", network).shape.local != "none" else ()

    def feature(self) -> Message:
        """The feature, in words; opening the weights says how it is pooled."""
        return Message("card-feature-pooled-map")

    @property
    def length(self) -> int:
        """Numbers of the averaged map."""
        return self.widths[-1] * BLOCK_KINDS[self.block].expansion


class Branches(RecipePart):
    """What stands upon the trunk.

    Attributes:
        pooling: `average`, or average and maximum by `sum` or `concat` (ours: sum).
        local: `lstm`; `independent` for parts that do not see each other; `none`.
        rows: of the three parts, `adaptive` or `chunk` (ours: adaptive).
        hidden: units of each direction of the LSTM; the source has 256.
        features: of the first layer of a branch; the source has 2048, HHL 1024.
        embedding: of the triplet layer; 128.
        dropout: before the classes; 0.5.
    """

    pooling: Pooling
    local: Local
    rows: Rows
    hidden: Count
    features: Count
    embedding: Count
    dropout: Share

    def upon(self, networks: Networks, facts: DataFacts) -> None:
        """Put the branches upon the trunk of the backbone, and new heads beside it.

        A local branch of the same shape, from an earlier stage, is kept. Heads begin anew in every
        stage: rows of a matrix that share a first stage begin alike in their second.
        """
        backbone = cast("LstmNet", networks[BACKBONE])
        shape = replace(
            backbone.shape,
            pooling=self.pooling,
            rows=self.rows,
            local=self.local,
            hidden=self.hidden,
        )
        if shape != backbone.shape:
            networks[BACKBONE] = LstmNet(shape, backbone.base)
        sizes = HeadSizes(self.features, self.embedding, self.dropout, facts.classes)
        networks[HEADS] = Heads(shape, sizes)


class DomainTriplet(RecipePart):
    """The batch-hard triplet loss over domains.

    Attributes:
        weight: theta of the document (0.3); beta of HHL (0.5).
        margin: distance wanted between positive and negative (0.5; HHL 0.3); null for soft.
        groups: roles of the sampler whose pictures are one group, in which negatives are looked
            for: `[[source, target]]` is domain connectivity, `[[source], [target]]` leaves it out.
    """

    weight: Positive
    margin: NotNegative | None
    groups: Annotated[
        tuple[Annotated[tuple[str, ...], Field(min_length=1)], ...], Field(min_length=1)
    ]

    @model_validator(mode="after")
    def _once(self) -> DomainTriplet:
        roles = [role for group in self.groups for role in group]
        if len(set(roles)) < len(roles):
            raise ValueError("groups: a role stands twice; its pictures would count twice")
        return self


class DomainObjective(Objective):
    """Classes of the labelled source, and one triplet over domains: L = L_cross + theta L_D.

    Both branches have both losses; the sum over them is learnt.

    Attributes:
        kind: `domain`.
        branches: upon the trunk.
        classes: role of the pictures whose classes are learnt.
        triplet: the triplet; null for none.
        statistics: which pictures share the means of batch norms: those of one role (`by_role`, as
            HHL, which passes its loaders one by one) or all of a step (`together`).
        official_groups: HHL's mistake by name: feat, feat_bn and triplet are in no group of its
            optimiser and stay as they begin (only running means move).
    """

    kind: Literal["domain"]
    branches: Branches
    classes: str
    triplet: DomainTriplet | None
    statistics: Literal["by_role", "together"]
    official_groups: bool

    def check_stage(
        self, shape: NetworkShape, size: tuple[int, int], roles: tuple[str, ...]
    ) -> None:
        """Refuse roles that the sampler does not give, and pictures too small for three parts.

        Raises:
            UsageError: says which.
        """
        for role in self.roles:
            if role not in roles:
                raise refusal(
                    UsageError,
                    Message("backbones-role-not-given", {"role": repr(role)}),
                    hint=Message(
                        "backbones-its-roles", {"near": nearest(role, roles), "roles": tuple(roles)}
                    ),
                )
        if self.branches.local != "none":
            trunk = cast("LstmNetShape", shape)
            plain = LstmShape(trunk.trunk, trunk.last_stride)
            rows_of(plain.map_height(size[0]), self.branches.rows)

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The backbone with its `heads`."""
        self.branches.upon(networks, facts)
        if self.official_groups:
            for parameter in cast("Heads", networks[HEADS]).without_optimiser():
                parameter.requires_grad = False
        return DomainLearner(networks, self, facts.classes)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles whose pictures it looks at, in their order."""
        groups = self.triplet.groups if self.triplet is not None else ()
        return tuple(dict.fromkeys((self.classes, *(role for g in groups for role in g))))


class DomainLearner(Learner):
    """Both branches over all domains of a step; see `DomainObjective`."""

    def __init__(self, networks: Networks, objective: DomainObjective, classes: int) -> None:
        super().__init__(networks)
        self.objective = objective
        self.classes = classes

    def forward(self, turn: str, prepared: Batch) -> Step:
        """The sum over the heads, each loss, and the share of right classes of POOL-5's head."""
        roles = self.objective.roles
        parts = {role: prepared[role] for role in roles}
        labels = parts[self.objective.classes].labels
        if bool((labels == UNLABELLED).any()):
            raise refusal(
                UsageError,
                Message("backbones-role-nameless", {"role": repr(self.objective.classes)}),
                hint=Message("backbones-set-source"),
            )
        outputs = self._outputs(parts)
        first = outputs[self.objective.classes]
        classes = [
            head.weight * smoothed_cross_entropy(head.logits.float(), labels, 0.0) for head in first
        ]
        losses = {"identity": torch.stack(classes).sum()}
        if self.objective.triplet is not None:
            losses["triplet"] = self._triplet(self.objective.triplet, parts, outputs)
        right = (first[0].logits.detach().argmax(1) == labels).float().mean()
        watched = {name: loss.detach() for name, loss in losses.items()}
        return Step(torch.stack(list(losses.values())).sum(), {**watched, "right": right})

    def _outputs(self, parts: dict[str, PictureBatch]) -> dict[str, list[HeadOutputs]]:
        """What every head says of the pictures of every role."""
        pictures = [part.pictures for part in parts.values()]
        if self.objective.statistics == "by_role":
            each = [self._heads(shown) for shown in pictures]
            return dict(zip(parts, each, strict=True))
        counts = [len(shown) for shown in pictures]
        split = [head.split(counts) for head in self._heads(torch.cat(pictures))]
        return {role: [head[at] for head in split] for at, role in enumerate(parts)}

    def _heads(self, pictures: torch.Tensor) -> list[HeadOutputs]:
        whole, parts = cast("LstmNet", self.networks[BACKBONE]).branches(pictures)
        heads = cast("Heads", self.networks[HEADS])
        return heads.outputs(whole.float(), None if parts is None else parts.float())

    def _triplet(
        self,
        triplet: DomainTriplet,
        parts: dict[str, PictureBatch],
        outputs: dict[str, list[HeadOutputs]],
    ) -> torch.Tensor:
        people = [
            torch.cat([identities(parts[role], self.classes) for role in group])
            for group in triplet.groups
        ]
        losses = []
        for at, head in enumerate(outputs[self.objective.classes]):
            embeddings = [
                torch.cat([outputs[role][at].embedding for role in group]).float()
                for group in triplet.groups
            ]
            losses.append(head.weight * connected_triplet(embeddings, people, triplet.margin))
        return triplet.weight * torch.stack(losses).sum()


TRAINED = TrainedArchitecture(
    card="lstm",
    networks={"lstm": LstmNetShape},
    objectives={"domain": DomainObjective},
)
