"""What a stage of SSD learns: torchvision's multibox loss over frames with boxes."""

from __future__ import annotations

import importlib
from typing import Any, ClassVar, Literal

import torch

from probe.backbones._detectors.ssd.shape import DETECTOR
from probe.backbones._training.batch import Batch
from probe.backbones._training.frame_data import check_frames
from probe.backbones._training.instances import InstanceBatch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.objective import (
    DataFacts,
    Networks,
    NetworkShape,
    Objective,
    network_named,
)
from probe.backbones._training.recipe_part import NotNegative
from probe.backbones._training.table import TrainingTable


class SsdObjective(Objective):
    """Smooth L1 of offsets, and cross-entropy with three of the hardest background boxes for each
    with an instance; both over the number of boxes with one. A crowd is left out, as in
    torchvision's own training.

    Attributes:
        kind: `boxes`.
        boxes: weight of the offsets' loss (1).
        classes: of the classes' (1).
    """

    kind: Literal["boxes"]
    boxes: NotNegative
    classes: NotNegative
    by_identity: ClassVar[bool] = False

    def check(self, table: TrainingTable) -> None:
        """Refuse frames whose files do not belong together; masks are not looked at."""
        check_frames(table.records, masks=False)

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The learner of the network."""
        network_named(networks, DETECTOR, self.kind)
        return SsdLearner(networks, self)


class SsdLearner(Learner):
    """One turn: torchvision's matching and loss, on pictures that are prepared already."""

    def __init__(self, networks: Networks, objective: SsdObjective) -> None:
        super().__init__(networks)
        self.objective = objective

    def forward(self, turn: str, prepared: Batch) -> Step:
        """The loss, and both of its parts as they count."""
        frames = prepared.only
        assert frames.instances is not None  # the stage loads them
        network: Any = self.networks[DETECTOR]
        maps = list(network.backbone(frames.pictures).values())
        given = {name: value.float() for name, value in network.head(maps).items()}
        sizes = [(frames.pictures.shape[-2], frames.pictures.shape[-1])] * len(frames.pictures)
        lists = importlib.import_module("torchvision.models.detection.image_list")
        boxes = network.anchor_generator(lists.ImageList(frames.pictures.float(), sizes), maps)
        with torch.autocast(frames.pictures.device.type, enabled=False):
            parts = self.losses(given, boxes, targets_of(frames.instances, sizes))
        return Step(torch.stack(list(parts.values())).sum(), parts)

    def losses(
        self,
        given: dict[str, torch.Tensor],
        boxes: list[torch.Tensor],
        targets: list[dict[str, torch.Tensor]],
    ) -> dict[str, torch.Tensor]:
        """The weighted losses by name.

        Args:
            given: `bbox_regression` `(n, p, 4)` and `cls_logits` `(n, p, 1 + classes)`.
            boxes: default boxes `(p, 4)` by their corners, of every picture.
            targets: as `targets_of` gives them.
        """
        network: Any = self.networks[DETECTOR]
        overlap = importlib.import_module("torchvision.ops.boxes").box_iou
        matches = []
        for own, target in zip(boxes, targets, strict=True):
            if len(target["boxes"]):
                matches.append(network.proposal_matcher(overlap(target["boxes"], own)))
            else:
                matches.append(torch.full((len(own),), -1, device=own.device))
        losses = network.compute_loss(targets, given, boxes, matches)
        return {
            "boxes": self.objective.boxes * losses["bbox_regression"],
            "classes": self.objective.classes * losses["classification"],
        }


def targets_of(
    instances: InstanceBatch, sizes: list[tuple[int, int]]
) -> list[dict[str, torch.Tensor]]:
    """Boxes in pixels by their corners, and labels from 1, of every picture; without crowds."""
    targets = []
    for number, (height, width) in enumerate(sizes):
        single = instances.of_frame(number).single()
        sides = single.boxes.new_tensor([width, height, width, height])
        targets.append({"boxes": single.boxes * sides, "labels": single.classes + 1})
    return targets
