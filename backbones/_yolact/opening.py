"""Opening YOLACT's files: which of its networks it is follows from the tensors."""

from __future__ import annotations

import re
from pathlib import Path

from probe.backbones._torch.checkpoint import Checkpoint, Tensors, read_checkpoint
from probe.backbones._torch.device import choose_device, use_threads
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones._yolact.model import Yolact, YolactShape
from probe.backbones._yolact.people import YolactPeople
from probe.contracts import Runtime
from probe.errors import CheckpointError

_BOX = "prediction_layers.0.bbox_layer.weight"
_CLASS = "prediction_layers.0.conf_layer.weight"
_BLOCK = re.compile(r"backbone\.layers\.(\d+)\.(\d+)\.conv3\.weight")
_DEFORMABLE = re.compile(r"backbone\.layers\.(\d+)\.(\d+)\.conv2\.conv_offset_mask\.weight")

_LEFT_OUT = (
    "backbone.layer1.", "backbone.layer2.", "backbone.layer3.", "backbone.layer4.",
    "fpn.downsample_layers.2.", "fpn.downsample_layers.3.", "semantic_seg_conv.",
)  # fmt: skip
"""Older names, and layers that the official code leaves out, too; the last is for training only."""

_EXPECTED = "Expected a file of dbolya/yolact such as yolact_plus_resnet50_54_800000.pth."


def open_people(weights: Path, runtime: Runtime) -> YolactPeople:
    """YOLACT as a detector of people.

    Raises:
        CheckpointError: the file cannot be read, or is no YOLACT on a ResNet-50 or -101.
    """
    checkpoint = read_checkpoint(weights)
    network = filled(checkpoint)
    use_threads(runtime)
    device = choose_device(runtime.device)
    network.to(device).eval().requires_grad_(False)
    return YolactPeople(network, device, checkpoint.sha256)


def filled(checkpoint: Checkpoint) -> Yolact:
    """The network of a file with its values.

    Raises:
        CheckpointError: it is another network, or not whole.
    """
    network = Yolact(told_shape(stripped(checkpoint.tensors), checkpoint.path))
    load_tensors(network, checkpoint, heads=_LEFT_OUT, expected=network.shape.name)
    return network


def told_shape(tensors: Tensors, path: Path) -> YolactShape:
    """Trunk, deformable blocks, anchors and classes, as the names and shapes of tensors tell them.

    Raises:
        CheckpointError: it is no YOLACT, or one on another trunk.
    """
    if _BOX not in tensors or _CLASS not in tensors:
        first = next(iter(tensors), "nothing")
        raise CheckpointError(
            f"this is no file of YOLACT: it holds no {_BOX} (but {first}, ...)",
            place=path,
            hint=_EXPECTED,
        )
    places = _places(_BLOCK, tensors)
    blocks = tuple(sum(stage == number for stage, _ in places) for number in range(4))
    one, two, three, four = blocks
    anchors = len(tensors[_BOX]) // 4
    classes = len(tensors[_CLASS]) // max(anchors, 1) - 1
    if not all(blocks) or anchors not in (3, 9) or classes < 1:
        raise CheckpointError(
            f"this YOLACT has {one}, {two}, {three} and {four} bottlenecks, {anchors} anchors a "
            f"place and {classes} classes",
            place=path,
            hint="ResNet-50 and -101 are known, with 3 or 9 anchors and one class or more.",
        )
    deformable = frozenset(_places(_DEFORMABLE, tensors))
    rescores = any(name.startswith("maskiou_net.") for name in tensors)
    return YolactShape((one, two, three, four), deformable, anchors, classes, rescores)


def _places(pattern: re.Pattern[str], tensors: Tensors) -> list[tuple[int, int]]:
    matches = (pattern.fullmatch(name) for name in tensors)
    return [(int(match[1]), int(match[2])) for match in matches if match]
