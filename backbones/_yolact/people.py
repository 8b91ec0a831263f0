"""YOLACT as a detector of people: boxes, scores and masks of the people in a frame."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from probe.backbones._torch.float32 import float32_products
from probe.backbones._yolact.detection import FrameDetections, detections
from probe.backbones._yolact.masks import mask_scores, pixel_boxes, soft_masks, solid_masks
from probe.backbones._yolact.model import Predictions, Yolact
from probe.backbones._yolact.preprocess import as_seen
from probe.contracts import Detections, Detector

PERSON = 0
"""The class of people, in COCO's order as in files of one class."""

LEAST = 0.15
"""Boxes with a lower score are left out, as in the official evaluation of pictures."""


class YolactPeople(Detector):
    """Implements `probe.contracts.Detector`; scores are those of the masks where it has them.

    Args:
        network: in evaluation mode.
        device: where it is.
        weights: sha256 of its file.
        least: boxes with a lower score are left out.
    """

    name = "yolact"
    has_masks = True

    def __init__(
        self, network: Yolact, device: torch.device, weights: str, least: float = LEAST
    ) -> None:
        self.network = network
        self.device = device
        self._least = least
        limit = "" if least == LEAST else f", from {least}"
        self._digest = f"yolact 1, {network.shape.name}, {weights}{limit}"
        self._anchors: torch.Tensor | None = None

    @property
    def digest(self) -> str:
        """Of the network and this way of using it."""
        return self._digest

    def detect(self, frame: NDArray[np.uint8]) -> Detections:
        """People in a frame `uint8 (h, w, 3)` RGB with masks, by falling score."""
        with torch.inference_mode(), float32_products():
            shape = self.network.shape
            seen = as_seen(frame, self.device, size=shape.size, smooth=shape.view is not None)
            predictions = self.network(seen)
            return self._people(predictions, (frame.shape[0], frame.shape[1]))

    def _people(self, given: Predictions, size: tuple[int, int]) -> Detections:
        if self._anchors is None:
            self._anchors = self.network.shape.anchor_boxes(given.levels).to(self.device)
        seen = detections(given.offsets[0], given.logits[0].softmax(1), self._anchors)
        people = chosen(seen, (seen.classes == PERSON) & (seen.scores > self._least))
        soft = soft_masks(given.prototypes[0], given.coefficients[0][people.rows], people.boxes)
        scores = people.scores
        if self.network.shape.rescores and len(scores):
            scores = mask_scores(soft, people.classes, scores, self.network.maskiou_net)
        boxes = pixel_boxes(people.boxes, size)
        boxes[:, 2:] -= boxes[:, :2]
        order = scores.argsort(descending=True, stable=True)
        order = order[(boxes[order, 2:] > 0).all(1)]
        masks = solid_masks(soft[order], size)
        return Detections(
            boxes[order].double().cpu().numpy(),
            # The network that scores masks has no upper bound; a share of more than 1 is 1.
            scores[order].double().clamp(0, 1).cpu().numpy(),
            masks.cpu().numpy(),
        )


def chosen(seen: FrameDetections, which: torch.Tensor) -> FrameDetections:
    """Some of the detections."""
    return FrameDetections(
        seen.boxes[which], seen.scores[which], seen.classes[which], seen.rows[which]
    )
