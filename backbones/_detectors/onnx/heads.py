"""What the numbers of an exported detector mean: boxes of people and their scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.backbones._detectors.onnx.card import DetectorCard
from probe.errors import DetectorError
from probe.wording import Message, refusal

Floats = NDArray[np.float64]


def people_of(outputs: Mapping[str, NDArray[Any]], card: DetectorCard) -> tuple[Floats, Floats]:
    """Boxes `(n, 4)` (left, top, right, bottom in the network's picture) and scores `(n,)`.

    Args:
        outputs: of one frame, by name; of a `yolo` without a name the only one.
        card: what they mean.

    Raises:
        DetectorError: an output has another shape than the card says, or holds no numbers.
    """
    boxes, scores = _HEADS[card.head](outputs, card)
    _check_as_many(boxes=len(boxes), scores=len(scores))
    kept = scores >= card.least_score
    if np.isnan(scores).any() or not np.isfinite(boxes[kept]).all():
        raise refusal(
            DetectorError,
            Message("detectors-not-finite"),
            hint=Message("detectors-input-as-trained"),
        )
    return as_corners(boxes[kept], card), scores[kept]


def suppressed(corners: Floats, scores: Floats, overlap: float | None) -> NDArray[np.int64]:
    """Rows that stay, the surest first: a box goes when it overlaps a kept one by more.

    Args:
        corners: `(n, 4)`.
        scores: `(n,)`.
        overlap: IoU; None keeps all.
    """
    order = np.argsort(-scores, kind="stable")
    if overlap is None:
        return order
    areas = (corners[:, 2:] - corners[:, :2]).clip(0).prod(1)
    kept: list[int] = []
    while len(order):
        best, order = int(order[0]), order[1:]
        kept.append(best)
        low = np.maximum(corners[best, :2], corners[order, :2])
        high = np.minimum(corners[best, 2:], corners[order, 2:])
        shared = (high - low).clip(0).prod(1)
        order = order[shared <= overlap * (areas[best] + areas[order] - shared)]
    return np.array(kept, np.int64)


def as_corners(boxes: Floats, card: DetectorCard) -> Floats:
    """Boxes as the card has them to left, top, right, bottom in pixels of the network's picture."""
    if card.unit == "shares":
        boxes = boxes * np.tile(card.input_size[::-1], 2)
    if card.box == "corners":
        return boxes
    low = boxes[:, :2] - boxes[:, 2:] / 2 if card.box == "centre" else boxes[:, :2]
    return np.concatenate([low, low + boxes[:, 2:]], 1)


def _yolo(outputs: Mapping[str, NDArray[Any]], card: DetectorCard) -> tuple[Floats, Floats]:
    (output,) = outputs.values()
    rows = _squeezed(output, 2)
    # The longer axis counts the boxes: thousands of them, and some tens of columns.
    rows = rows.T if rows.shape[0] < rows.shape[1] else rows
    first = 5 if card.objectness else 4
    values = _activated(rows[:, 4:], card)
    person = _column(values, card.person + first - 4, "columns")
    return rows[:, :4], person * values[:, 0] if card.objectness else person


def _detr(outputs: Mapping[str, NDArray[Any]], card: DetectorCard) -> tuple[Floats, Floats]:
    boxes, scores = _squeezed(outputs[card.boxes], 2), _squeezed(outputs[card.scores], 2)
    return _four(boxes), _column(_activated(scores, card), card.person, "classes")


def _after_nms(outputs: Mapping[str, NDArray[Any]], card: DetectorCard) -> tuple[Floats, Floats]:
    boxes = _four(_squeezed(outputs[card.boxes], 2))
    scores, classes = (_squeezed(outputs[name], 1) for name in (card.scores, card.classes))
    _check_as_many(boxes=len(boxes), scores=len(scores), classes=len(classes))
    people = classes.round() == card.person
    return boxes[people], _activated(scores, card)[people]


_HEADS = {"yolo": _yolo, "detr": _detr, "boxes": _after_nms}


def _activated(values: Floats, card: DetectorCard) -> Floats:
    if card.activation == "none":
        return values
    if card.activation == "sigmoid":
        sure: Floats = 1 / (1 + np.exp(-values))
        return sure
    powers = np.exp(values - values.max(1, keepdims=True))
    shares: Floats = powers / powers.sum(1, keepdims=True)
    return shares


def _squeezed(output: NDArray[Any], axes: int) -> Floats:
    """An output without the axis of the batch."""
    if np.asarray(output).dtype.kind not in "fiub":
        raise refusal(
            DetectorError, Message("detectors-output-texts"), hint=Message("detectors-name-outputs")
        )
    values = np.asarray(output, np.float64)
    if values.ndim == axes + 1 and len(values) == 1:
        values = values[0]
    if values.ndim != axes:
        raise refusal(
            DetectorError,
            Message("detectors-output-shape", {"shape": str(np.shape(output))}),
            hint=Message("detectors-compare-head"),
        )
    return values


def _check_as_many(**rows: int) -> None:
    if len(set(rows.values())) > 1:
        counts = tuple(
            Message("detectors-output-count", {"count": count, "of": of})
            for of, count in rows.items()
        )
        raise refusal(
            DetectorError,
            Message("detectors-outputs-apart", {"counts": counts}),
            hint=Message("detectors-compare-head"),
        )


def _four(boxes: Floats) -> Floats:
    if boxes.shape[1] != 4:
        raise refusal(DetectorError, Message("detectors-four-numbers", {"numbers": boxes.shape[1]}))
    return boxes


def _column(values: Floats, column: int, noun: str) -> Floats:
    if column >= values.shape[1]:
        raise refusal(
            DetectorError,
            Message(
                "detectors-person-number",
                {"have": int(values.shape[1]), "of": noun, "person": column},
            ),
            hint=Message("detectors-person-counts"),
        )
    chosen: Floats = values[:, column]
    return chosen
