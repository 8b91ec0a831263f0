"""Which anchor learns which instance (`match` of the official `layers/box_utils.py`)."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from probe.backbones._training.instances import InstanceBatch
from probe.backbones._yolact.detection import VARIANCES

NEUTRAL, BACKGROUND = -1, 0
"""Targets of anchors that are not learnt from, and of those with nothing on them."""

FORCED = 2.0
"""Overlap that an instance's best anchor is given, so that no threshold takes it away."""


@dataclass(frozen=True)
class MatchingRules:
    """When an anchor belongs to an instance.

    Attributes:
        positive: IoU from which it does (`positive_iou_threshold`, .5).
        negative: IoU below which it is background (`negative_iou_threshold`, .4); neutral between.
        crowd: an anchor that lies in a crowd by more than this share of it is no background
            (`crowd_iou_threshold`, .7).
    """

    positive: float = 0.5
    negative: float = 0.4
    crowd: float = 0.7


@dataclass(frozen=True, eq=False)
class AnchorTargets:
    """What the anchors of a frame are to say.

    Attributes:
        classes: `int64 (p,)`: `NEUTRAL`, `BACKGROUND`, or 1 + the class.
        instances: `int64 (p,)`, among those of the frame that are no crowd; meaningless where the
            class is not above 0.
        offsets: `(p, 4)`, what the box layer is to say; meaningless likewise.
    """

    classes: torch.Tensor
    instances: torch.Tensor
    offsets: torch.Tensor

    @property
    def positive(self) -> torch.Tensor:
        """`bool (p,)`: anchors with an instance."""
        return self.classes > BACKGROUND


def matched(instances: InstanceBatch, anchors: torch.Tensor, rules: MatchingRules) -> AnchorTargets:
    """The targets of a frame's anchors.

    Every anchor takes the instance that it overlaps most. The best anchor of every instance is its
    own whatever the overlap, given out from the highest overlap down.

    Args:
        instances: of one frame.
        anchors: `(p, 4)`, centre and size as shares.
        rules: thresholds.
    """
    single = instances.single()
    corners = as_corners(anchors)
    count = len(anchors)
    if not len(single.classes):
        classes = torch.full((count,), BACKGROUND, device=anchors.device)
        numbers, offsets = torch.zeros_like(classes), torch.zeros_like(anchors)
    else:
        boxes = single.boxes.to(anchors)
        best, numbers = _best_instances(box_overlaps(boxes, corners))
        classes = single.classes[numbers] + 1
        classes[best < rules.positive] = NEUTRAL
        classes[best < rules.negative] = BACKGROUND
        offsets = encoded(boxes[numbers], anchors)
    crowds = instances.boxes[instances.crowds].to(anchors)
    if len(crowds) and rules.crowd < 1:
        inside = shares_inside(corners, crowds).amax(1)
        classes[(classes <= BACKGROUND) & (inside > rules.crowd)] = NEUTRAL
    return AnchorTargets(classes, numbers, offsets)


def _best_instances(overlaps: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Overlap and number of the instance of every anchor, from overlaps `(n, p)`."""
    best, numbers = overlaps.max(0)
    left = overlaps.clone()
    for _ in range(len(left)):
        highest, places = left.max(1)
        instance = int(highest.argmax())
        place = places[instance]
        left[:, place] = -1
        left[instance] = -1
        best[place] = FORCED
        numbers[place] = instance
    return best, numbers


def encoded(boxes: torch.Tensor, anchors: torch.Tensor) -> torch.Tensor:
    """Offsets `(p, 4)` from anchors (centre, size) to boxes (corners): `decoded` backwards."""
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2 - anchors[:, :2]
    sizes = (boxes[:, 2:] - boxes[:, :2]) / anchors[:, 2:]
    return torch.cat([centres / (VARIANCES[0] * anchors[:, 2:]), sizes.log() / VARIANCES[1]], dim=1)


def as_corners(boxes: torch.Tensor) -> torch.Tensor:
    """Left, top, right, bottom `(p, 4)` of centres and sizes."""
    return torch.cat([boxes[:, :2] - boxes[:, 2:] / 2, boxes[:, :2] + boxes[:, 2:] / 2], 1)


def box_overlaps(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """IoU `(n, m)` of boxes `(n, 4)` and `(m, 4)` by their corners."""
    shared = _shared(first, second)
    areas = [(boxes[:, 2:] - boxes[:, :2]).prod(1) for boxes in (first, second)]
    return shared / (areas[0][:, None] + areas[1] - shared)


def shares_inside(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """`(n, m)`: which share of each of `(n, 4)` lies in each of `(m, 4)`."""
    return _shared(first, second) / (first[:, 2:] - first[:, :2]).prod(1)[:, None]


def _shared(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    low = torch.maximum(first[:, None, :2], second[:, :2])
    high = torch.minimum(first[:, None, 2:], second[:, 2:])
    return (high - low).clamp(min=0).prod(-1)
