"""Opening SSD's files: which network a file holds follows from its tensors."""

from __future__ import annotations

from pathlib import Path

from torch import nn

from probe.backbones._detectors.ssd.network import (
    SCALES,
    SEEN,
    SmallShape,
    small_network,
    vgg_network,
)
from probe.backbones._detectors.ssd.people import SsdPeople
from probe.backbones._torch.checkpoint import Checkpoint, Tensors, read_checkpoint
from probe.backbones._torch.device import choose_device, use_threads
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones._torch.resnet_shape import resnet_shape
from probe.backbones._torch.trained_file import trained_file
from probe.contracts import Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

_CLASSES = "head.classification_head.module_list.0.weight"

_VGG_BOXES = 4
"""Default boxes at a place of SSD300's first map (Liu et al., 2.2)."""

_EXPECTED = Message("detectors-expected-ssd")


def open_ssd(weights: Path, runtime: Runtime) -> SsdPeople:
    """The detector of a weights file, its network told from the tensors.

    Args:
        weights: its file, or the folder of a training.
        runtime: device and threads.

    Raises:
        DetectorError: torchvision is missing.
        CheckpointError: the file cannot be read, or is no SSD that is known here.
    """
    checkpoint = read_checkpoint(trained_file(weights))
    network, size = _filled(checkpoint)
    use_threads(runtime)
    device = choose_device(runtime.device)
    network.to(device).eval().requires_grad_(False)
    return SsdPeople(network, device, checkpoint.sha256, size)


def _filled(checkpoint: Checkpoint) -> tuple[nn.Module, tuple[int, int] | None]:
    """The network of a file with its values, and what it sees where it was trained here."""
    tensors = stripped(checkpoint.tensors)
    if _CLASSES not in tensors:
        first = next(iter(tensors), "nothing")
        raise refusal(
            CheckpointError,
            Message("detectors-no-ssd", {"wanted": _CLASSES, "first": first}),
            place=checkpoint.path,
            hint=_EXPECTED,
        )
    size = _size(tensors)
    if SCALES in tensors:
        network, expected = small_network(told_shape(tensors, checkpoint.path)), "the small SSD"
    else:
        classes = len(tensors[_CLASSES]) // _VGG_BOXES
        network, expected = vgg_network(classes, trained_here=size is not None), "SSD300-VGG16"
    load_tensors(network, checkpoint, expected=expected)
    return network, size


def told_shape(tensors: Tensors, path: Path) -> SmallShape:
    """The shape of a small network, from the names and sizes of its tensors.

    Raises:
        CheckpointError: its trunk is no ResNet of basic blocks, or it does not say what it sees.
    """
    trunk, size = resnet_shape(tensors, "backbone.resnet."), _size(tensors)
    if trunk is None or size is None:
        missing = SEEN if size is None else "backbone.resnet.layer1.0.conv1.weight"
        raise refusal(
            CheckpointError,
            Message("detectors-no-small-ssd", {"wanted": missing}),
            place=path,
            hint=_EXPECTED,
        )
    scales = tuple(float(scale) for scale in tensors[SCALES])
    # Two boxes with ratio 1, and two for each of the others.
    boxes = len(tensors["head.regression_head.module_list.0.weight"]) // 4
    classes = len(tensors[_CLASSES]) // boxes - 1
    return SmallShape(size, trunk.blocks, trunk.widths, classes, scales)


def _size(tensors: Tensors) -> tuple[int, int] | None:
    if SEEN not in tensors:
        return None
    height, width = tensors[SEEN].tolist()
    return int(height), int(width)
