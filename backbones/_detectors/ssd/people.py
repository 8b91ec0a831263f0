"""torchvision's SSD300-VGG16 as a detector of people."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.device import choose_device, use_threads
from probe.backbones._torch.float32 import float32_products
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.contracts import Detections, Detector, Runtime
from probe.errors import CheckpointError, DetectorError

PERSON = 1
"""The label of people, in COCO as in files of one class; 0 is the background."""

_CLASSES = "head.classification_head.module_list.0.weight"

_BOXES_A_PLACE = 4
"""Default boxes at a place of the first map (Liu et al., 2.2)."""


class SsdPeople(Detector):
    """Implements `probe.contracts.Detector`; suppression, limits and scores are torchvision's.

    Args:
        network: torchvision's, in evaluation mode.
        device: where it is.
        weights: sha256 of its file.
    """

    name = "ssd"

    def __init__(self, network: nn.Module, device: torch.device, weights: str) -> None:
        self._network = network
        self._device = device
        self._digest = f"ssd 1, {weights}"

    @property
    def digest(self) -> str:
        """Of the weights and this way of using them."""
        return self._digest

    def detect(self, frame: NDArray[np.uint8]) -> Detections:
        """People in a frame `uint8 (h, w, 3)` RGB, by falling score."""
        shown = torch.from_numpy(np.ascontiguousarray(frame)).to(self._device)
        with torch.inference_mode(), float32_products():
            (seen,) = self._network([shown.permute(2, 0, 1).float() / 255])
        people = seen["labels"] == PERSON
        boxes = seen["boxes"][people].double()
        boxes[:, 2:] -= boxes[:, :2]
        sized = (boxes[:, 2:] > 0).all(1)
        scores = seen["scores"][people][sized].double()
        return Detections(boxes[sized].cpu().numpy(), scores.cpu().numpy())


def open_ssd(weights: Path, runtime: Runtime) -> SsdPeople:
    """The detector of a weights file, its number of classes told from the tensors.

    Raises:
        DetectorError: torchvision is missing.
        CheckpointError: the file cannot be read, or is no SSD300-VGG16 of torchvision.
    """
    build = _torchvision().ssd300_vgg16
    checkpoint = read_checkpoint(weights)
    tensors = stripped(checkpoint.tensors)
    if _CLASSES not in tensors:
        first = next(iter(tensors), "nothing")
        raise CheckpointError(
            f"this is no file of SSD300-VGG16: it holds no {_CLASSES} (but {first}, ...)",
            place=weights,
            hint="Expected torchvision's ssd300_vgg16, such as ssd300_vgg16_coco-b556d3b4.pth.",
        )
    classes = len(tensors[_CLASSES]) // _BOXES_A_PLACE
    network: nn.Module = build(weights=None, weights_backbone=None, num_classes=classes)
    load_tensors(network, checkpoint, expected="SSD300-VGG16")
    use_threads(runtime)
    device = choose_device(runtime.device)
    network.to(device).eval().requires_grad_(False)
    return SsdPeople(network, device, checkpoint.sha256)


def _torchvision() -> Any:
    allow_torchvision()
    try:
        return importlib.import_module("torchvision.models.detection")
    except ImportError as error:
        raise DetectorError(
            f"ssd needs the package torchvision, which cannot be imported ({error})",
            hint="pip install 'probe-reid[ssd]'",
        ) from None
