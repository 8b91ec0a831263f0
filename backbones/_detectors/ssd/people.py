"""SSD as a detector of people: torchvision's network, scores and suppression."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from probe.backbones._torch.float32 import float32_products
from probe.backbones._torch.taken_array import tensor_of
from probe.contracts import Detections, Detector

PERSON = 1
"""The label of people, in COCO as in files of one class; 0 is the background."""


class SsdPeople(Detector):
    """Implements `probe.contracts.Detector`; suppression, limits and scores are torchvision's.

    Args:
        network: torchvision's, in evaluation mode.
        device: where it is.
        weights: sha256 of its file.
        size: (height, width) that frames are brought to with antialiasing, as `probe train` does;
            None where torchvision resizes them, as its own weights were trained.
    """

    name = "ssd"

    def __init__(
        self,
        network: nn.Module,
        device: torch.device,
        weights: str,
        size: tuple[int, int] | None = None,
    ) -> None:
        self._network = network
        self._device = device
        self._size = size
        self._digest = f"ssd 1, {weights}"

    @property
    def digest(self) -> str:
        """Of the weights and this way of using them."""
        return self._digest

    def detect(self, frame: NDArray[np.uint8]) -> Detections:
        """People in a frame `uint8 (h, w, 3)` RGB, by falling score."""
        shown = tensor_of(frame).to(self._device)
        shown = shown.permute(2, 0, 1).float() / 255
        with torch.inference_mode(), float32_products():
            (seen,) = self._network([self._fitted(shown)])
        people = seen["labels"] == PERSON
        boxes = seen["boxes"][people].double()
        if self._size is not None:
            across, down = frame.shape[1] / self._size[1], frame.shape[0] / self._size[0]
            boxes *= boxes.new_tensor([across, down, across, down])
        boxes[:, 2:] -= boxes[:, :2]
        sized = (boxes[:, 2:] > 0).all(1)
        scores = seen["scores"][people][sized].double()
        return Detections(boxes[sized].cpu().numpy(), scores.cpu().numpy())

    def _fitted(self, shown: torch.Tensor) -> torch.Tensor:
        if self._size is None:
            return shown
        resized = functional.interpolate(
            shown[None], self._size, mode="bilinear", align_corners=False, antialias=True
        )
        return resized[0]
