"""From predictions of one frame to detections: decoding, and YOLACT's Fast NMS."""

from __future__ import annotations

from dataclasses import dataclass

import torch

CANDIDATE = 0.05
"""Rows whose best class is above this are looked at (`nms_conf_thresh`)."""

OVERLAP = 0.5
"""IoU above which a box with a higher score takes another's place (`nms_thresh`)."""

PER_CLASS, IN_ALL = 200, 100
"""Rows of a class that NMS looks at (`nms_top_k`), and detections kept (`max_num_detections`)."""

VARIANCES = (0.1, 0.2)
"""Factors of the offsets of centre and size, as in SSD."""


@dataclass(frozen=True, eq=False)
class FrameDetections:
    """Detections of one frame, by falling score.

    Attributes:
        boxes: `(n, 4)`, left, top, right, bottom as shares of the frame; may reach over its border.
        scores: `(n,)`, 0 to 1.
        classes: `(n,)`, counted from 0 without the background.
        rows: `(n,)`, of the predictions.
    """

    boxes: torch.Tensor
    scores: torch.Tensor
    classes: torch.Tensor
    rows: torch.Tensor


def detections(
    offsets: torch.Tensor, shares: torch.Tensor, anchors: torch.Tensor
) -> FrameDetections:
    """The detections of a frame, of every class.

    Every row with a class above `CANDIDATE` is ranked for every class; a class has no threshold of
    its own, so that most of the detections have tiny scores. As the official code does.

    Args:
        offsets: `(p, 4)`.
        shares: `(p, 1 + classes)`, class probabilities, the background first.
        anchors: `(p, 4)`.
    """
    rows = torch.nonzero(shares[:, 1:].amax(1) > CANDIDATE)[:, 0]
    boxes = decoded(offsets[rows], anchors[rows])
    return fast_nms(boxes, shares[rows, 1:].T, rows)


def decoded(offsets: torch.Tensor, anchors: torch.Tensor) -> torch.Tensor:
    """Boxes `(n, 4)` left, top, right, bottom, of offsets from anchors (centre, size)."""
    centres = anchors[:, :2] + offsets[:, :2] * VARIANCES[0] * anchors[:, 2:]
    sizes = anchors[:, 2:] * torch.exp(offsets[:, 2:] * VARIANCES[1])
    low = centres - sizes / 2
    return torch.cat([low, low + sizes], 1)


def fast_nms(boxes: torch.Tensor, scores: torch.Tensor, rows: torch.Tensor) -> FrameDetections:
    """Bolya et al.'s Fast NMS: a box goes when any of its class with a higher score overlaps it.

    Unlike in greedy suppression, a box that goes still suppresses others.

    Args:
        boxes: `(n, 4)`.
        scores: `(classes, n)`.
        rows: `(n,)`, that the boxes are from.
    """
    scores, order = scores.sort(1, descending=True)
    scores, order = scores[:, :PER_CLASS], order[:, :PER_CLASS]
    overlaps = overlap(boxes[order])
    highest = overlaps.triu(1).amax(1) if order.shape[1] else overlaps.new_zeros(order.shape)
    kept = highest <= OVERLAP
    classes = torch.arange(len(scores), device=boxes.device)[:, None].expand_as(kept)[kept]
    chosen, scores = order[kept], scores[kept]
    scores, best = scores.sort(0, descending=True)
    best, scores = best[:IN_ALL], scores[:IN_ALL]
    return FrameDetections(boxes[chosen[best]], scores, classes[best], rows[chosen[best]])


def overlap(boxes: torch.Tensor) -> torch.Tensor:
    """IoU `(classes, n, n)` of boxes `(classes, n, 4)` with each other."""
    low = torch.maximum(boxes[:, :, None, :2], boxes[:, None, :, :2])
    high = torch.minimum(boxes[:, :, None, 2:], boxes[:, None, :, 2:])
    shared = (high - low).clamp(min=0).prod(-1)
    areas = (boxes[..., 2:] - boxes[..., :2]).prod(-1)
    return shared / (areas[:, :, None] + areas[:, None] - shared)
