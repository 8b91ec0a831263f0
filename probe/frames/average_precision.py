"""Average precision of detections, as COCO defines it (pycocotools 2.0, `COCOeval.evaluateImg`).

Within a frame the surest detection chooses first: of the instances that are left, the one that it
overlaps most, and at least by the threshold. One that falls on a crowd alone counts for nothing.
The precision at 101 recalls from 0 to 1 is the highest that is reached at that recall or beyond.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

THRESHOLDS = tuple(round(0.5 + 0.05 * step, 2) for step in range(10))
"""IoU from .5 to .95."""

RECALLS = np.linspace(0, 1, 101)

MOST = 100
"""Detections of a frame that count, the surest."""


@dataclass(frozen=True, eq=False)
class FrameOverlaps:
    """Detections of a frame beside what is there.

    Attributes:
        scores: `(n,)`.
        overlaps: `(n, m)` IoU with the m instances; with a crowd the share of the detection that
            lies in it.
        crowds: `bool (m,)`.
    """

    scores: NDArray[np.float64]
    overlaps: NDArray[np.float64]
    crowds: NDArray[np.bool_]


@dataclass(frozen=True)
class AveragePrecision:
    """Average precision over all frames.

    Attributes:
        at_half: with an IoU of .5 at least.
        mean: over `THRESHOLDS`.
        instances: that are no crowd.
    """

    at_half: float
    mean: float
    instances: int


def average_precision(frames: Sequence[FrameOverlaps]) -> AveragePrecision | None:
    """Average precision over frames; None where nothing is in any of them.

    Args:
        frames: all, those without detections or without instances included.
    """
    instances = sum(int((~frame.crowds).sum()) for frame in frames)
    if not instances:
        return None
    values = [_at(frames, threshold, instances) for threshold in THRESHOLDS]
    return AveragePrecision(values[0], float(np.mean(values)), instances)


def _at(frames: Sequence[FrameOverlaps], threshold: float, instances: int) -> float:
    parts = [_judged(frame, threshold) for frame in frames]
    scores = np.concatenate([scores for scores, _, _ in parts])
    hits = np.concatenate([hits for _, hits, _ in parts])
    ignored = np.concatenate([ignored for _, _, ignored in parts])
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum((hits & ~ignored)[order])
    wrong = np.cumsum((~hits & ~ignored)[order])
    if not len(order):
        return 0.0
    recall = right / instances
    precision = right / np.maximum(right + wrong, np.spacing(1))
    highest = np.maximum.accumulate(precision[::-1])[::-1]
    places = np.searchsorted(recall, RECALLS, side="left")
    reached = places < len(highest)
    return float(np.where(reached, highest[np.minimum(places, len(highest) - 1)], 0).mean())


def _judged(
    frame: FrameOverlaps, threshold: float
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Scores of a frame's detections, whether each hits something, and whether it is ignored."""
    order = np.argsort(-frame.scores, kind="stable")[:MOST]
    taken = np.zeros(len(frame.crowds), np.bool_)
    hits, ignored = np.zeros(len(order), np.bool_), np.zeros(len(order), np.bool_)
    for place, row in enumerate(order):
        overlaps = frame.overlaps[row]
        chosen = _choice(overlaps, ~taken & ~frame.crowds, threshold)
        if chosen is None:
            chosen = _choice(overlaps, frame.crowds, threshold)
        if chosen is not None:
            hits[place], ignored[place] = True, frame.crowds[chosen]
            taken[chosen] = True
    return frame.scores[order], hits, ignored


def _choice(
    overlaps: NDArray[np.float64], open_ones: NDArray[np.bool_], threshold: float
) -> int | None:
    """The instance of the highest overlap, the last of equal ones, as pycocotools has it."""
    if not open_ones.any():
        return None
    values = np.where(open_ones, overlaps, -1.0)
    best = len(values) - 1 - int(np.argmax(values[::-1]))
    return best if values[best] >= min(threshold, 1 - 1e-10) else None


def box_overlaps(
    boxes: NDArray[np.float64], instances: NDArray[np.float64], crowds: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """`(n, m)` overlaps of boxes as `FrameOverlaps` wants them; both are corners in pixels."""
    low = np.maximum(boxes[:, None, :2], instances[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], instances[None, :, 2:])
    shared = np.clip(high - low, 0, None).prod(2)
    areas = [(given[:, 2:] - given[:, :2]).prod(1) for given in (boxes, instances)]
    return _ratio(shared, areas[0], areas[1], crowds)


def mask_overlaps(
    masks: NDArray[np.bool_], instances: NDArray[np.bool_], crowds: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """`(n, m)` overlaps of masks `(n, h, w)` and `(m, h, w)`, likewise."""
    pixels = masks.shape[1] * masks.shape[2]  # -1 cannot be worked out where nothing was found
    flat = [given.reshape(-1, pixels).astype(np.float32) for given in (masks, instances)]
    shared = (flat[0] @ flat[1].T).astype(np.float64)
    areas = [given.sum(1, dtype=np.float64) for given in flat]
    return _ratio(shared, areas[0], areas[1], crowds)


def _ratio(
    shared: NDArray[np.float64],
    first: NDArray[np.float64],
    second: NDArray[np.float64],
    crowds: NDArray[np.bool_],
) -> NDArray[np.float64]:
    both = first[:, None] + second[None] - shared
    either = np.where(crowds[None], first[:, None], both)
    overlaps: NDArray[np.float64] = shared / np.maximum(either, 1e-9)
    return overlaps
