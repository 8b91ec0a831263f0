"""What a stage of YOLACT learns: boxes, classes, masks, their expected IoU, and a class map."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, cast

import torch
from pydantic import Field

from probe.backbones._detectors.yolact.shape import DETECTOR, YolactNetwork
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
from probe.backbones._training.recipe_part import Count, NotNegative, Share
from probe.backbones._training.table import TrainingTable
from probe.backbones._yolact.box_losses import box_loss, class_loss
from probe.backbones._yolact.mask_losses import (
    assembled,
    class_map_loss,
    expected_iou_loss,
    mask_loss,
)
from probe.backbones._yolact.matching import MatchingRules, matched
from probe.backbones._yolact.model import Predictions, Yolact
from probe.errors import UsageError
from probe.wording import Message, refusal


class YolactObjective(Objective):
    """YOLACT's losses over frames with masks; names of the official settings in brackets.

    Attributes:
        kind: `instances`.
        boxes: weight of the boxes' loss (`bbox_alpha`, 1.5).
        classes: of the classes' (`conf_alpha`, 1).
        masks: of the masks' (`mask_alpha`, 6.125).
        class_map: of the class map's (`semantic_segmentation_alpha`, 1).
        expected_iou: of the masks' expected IoU (`maskiou_alpha`, 25); null without a scorer.
        positive, negative, crowd: see `MatchingRules` (.5, .4, .7).
        negatives: background anchors for each with an instance (`ohem_negpos_ratio`, 3).
        most_masks: assembled of a frame (`masks_to_train`, 100).
        least_area: of a mask that is scored, in places of the prototypes (`discard_mask_area`, 25).
    """

    kind: Literal["instances"]
    boxes: NotNegative
    classes: NotNegative
    masks: NotNegative
    class_map: NotNegative
    expected_iou: NotNegative | None
    positive: Share
    negative: Share
    crowd: Share
    negatives: Count
    most_masks: Count
    least_area: Annotated[int, Field(ge=0)]
    by_identity: ClassVar[bool] = False

    def check(self, table: TrainingTable) -> None:
        """Refuse frames without masks, and those whose files do not belong together."""
        check_frames(table.records, masks=True)

    def check_stage(
        self, shape: NetworkShape, size: tuple[int, int], roles: tuple[str, ...]
    ) -> None:
        """Refuse a weight of scores that the network does not give, and the other way round.

        Raises:
            UsageError: says what to set.
        """
        assert isinstance(shape, YolactNetwork)  # the only networks of this architecture
        if (shape.scorer is None) != (self.expected_iou is None):
            raise refusal(
                UsageError,
                Message("detectors-expected-iou"),
                hint=Message("detectors-expected-iou-step"),
            )

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The learner of the network."""
        network_named(networks, DETECTOR, self.kind)
        return YolactLearner(networks, self)


class YolactLearner(Learner):
    """One turn: the weighted sum of the losses, over the anchors that have an instance."""

    def __init__(self, networks: Networks, objective: YolactObjective) -> None:
        super().__init__(networks)
        self.objective = objective
        self.rules = MatchingRules(objective.positive, objective.negative, objective.crowd)

    @property
    def network(self) -> Yolact:
        """What learns."""
        return cast("Yolact", self.networks[DETECTOR])

    def forward(self, turn: str, prepared: Batch) -> Step:
        """The loss, and each of its parts as it counts."""
        frames = prepared.only
        assert frames.instances is not None  # the stage loads them
        given = self.network(frames.pictures)
        with torch.autocast(frames.pictures.device.type, enabled=False):
            parts = self.losses(_in_float32(given), frames.instances)
        return Step(torch.stack(list(parts.values())).sum(), parts)

    def losses(self, given: Predictions, instances: InstanceBatch) -> dict[str, torch.Tensor]:
        """The weighted losses by name.

        All are over the number of anchors with an instance in the batch, but for the class map,
        which is over the number of frames; as officially. A batch without such anchors, in which
        the official code divides by 0, counts as having one.
        """
        aims, count = self.objective, len(given.offsets)
        anchors = self.network.shape.anchor_boxes(given.levels).to(given.offsets)
        frames = [instances.of_frame(number) for number in range(count)]
        targets = [matched(frame, anchors, self.rules) for frame in frames]
        predicted = zip(given.prototypes, given.coefficients, targets, frames, strict=True)
        masks = [assembled(*parts, aims.most_masks) for parts in predicted]
        positive = max(sum(int(target.positive.sum()) for target in targets), 1)
        assert given.class_map is not None  # in training
        losses = {
            "boxes": aims.boxes * box_loss(given.offsets, targets) / positive,
            "classes": aims.classes * class_loss(given.logits, targets, aims.negatives) / positive,
            "masks": aims.masks * mask_loss(masks) / positive,
            "class_map": aims.class_map * class_map_loss(given.class_map, instances) / count,
        }
        if aims.expected_iou is not None:
            loss = expected_iou_loss(masks, self.network.maskiou_net, aims.least_area)
            losses["expected_iou"] = aims.expected_iou * loss / positive
        return losses


def _in_float32(given: Predictions) -> Predictions:
    """The same in float32 where a layer ran in less; losses of probabilities need it."""

    def whole(tensor: torch.Tensor) -> torch.Tensor:
        return tensor.float() if tensor.dtype in (torch.float16, torch.bfloat16) else tensor

    class_map = None if given.class_map is None else whole(given.class_map)
    return Predictions(
        whole(given.offsets), whole(given.logits), whole(given.coefficients),
        whole(given.prototypes), given.levels, class_map,
    )  # fmt: skip
