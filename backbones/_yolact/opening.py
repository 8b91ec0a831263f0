"""Opening YOLACT's files: which of its networks it is follows from the tensors."""

from __future__ import annotations

import re
from pathlib import Path

from probe.backbones._torch.checkpoint import Checkpoint, Tensors, read_checkpoint
from probe.backbones._torch.device import choose_device, use_threads
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones._torch.stage_options import Stages
from probe.backbones._torch.trained_file import trained_file
from probe.backbones._yolact.model import Widths, Yolact, YolactShape
from probe.backbones._yolact.people import LEAST, YolactPeople
from probe.backbones._yolact.view import told_view
from probe.contracts import Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

_BOX = "prediction_layers.0.bbox_layer.weight"
_CLASS = "prediction_layers.0.conf_layer.weight"
_BLOCK = re.compile(r"backbone\.layers\.(\d+)\.(\d+)\.conv3\.weight")
_BASIC_BLOCK = re.compile(r"backbone\.layers\.(\d+)\.(\d+)\.conv2\.weight")
_BOTTLENECK = "backbone.layers.0.0.conv3.weight"
_STAGE = "backbone.layers.{}.0.conv1.weight"
_PROTOTYPES = "proto_net.10.weight"
_SCORER = re.compile(r"maskiou_net\.maskiou_net\.(\d+)\.weight")
_DEFORMABLE = re.compile(r"backbone\.layers\.(\d+)\.(\d+)\.conv2\.conv_offset_mask\.weight")

_LEFT_OUT = (
    "backbone.layer1.", "backbone.layer2.", "backbone.layer3.", "backbone.layer4.",
    "fpn.downsample_layers.2.", "fpn.downsample_layers.3.", "semantic_seg_conv.",
)  # fmt: skip
"""Older names, and layers that the official code leaves out, too; the last is for training only."""

_EXPECTED = Message("detectors-expected-yolact")


def open_people(weights: Path, runtime: Runtime, least: float = LEAST) -> YolactPeople:
    """YOLACT as a detector of people.

    Args:
        weights: its file, or the folder of a training.
        runtime: device and threads.
        least: boxes with a lower score are left out.

    Raises:
        CheckpointError: the file cannot be read, or is no YOLACT on a ResNet.
    """
    checkpoint = read_checkpoint(trained_file(weights))
    network = filled(checkpoint)
    use_threads(runtime)
    device = choose_device(runtime.device)
    network.to(device).eval().requires_grad_(False)
    return YolactPeople(network, device, checkpoint.sha256, least)


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
        raise refusal(
            CheckpointError,
            Message("detectors-no-yolact", {"wanted": _BOX, "first": first}),
            place=path,
            hint=_EXPECTED,
        )
    view = told_view(tensors)
    basic = view is not None and _BOTTLENECK not in tensors
    places = _places(_BASIC_BLOCK if basic else _BLOCK, tensors)
    blocks = tuple(sum(stage == number for stage, _ in places) for number in range(4))
    one, two, three, four = blocks
    anchors = len(tensors[_BOX]) // 4
    classes = len(tensors[_CLASS]) // max(anchors, 1) - 1
    known = (view.anchors,) if view else (3, 9)
    if not all(blocks) or anchors not in known or classes < 1:
        raise refusal(
            CheckpointError,
            Message(
                "detectors-other-yolact",
                {
                    "blocks": tuple(map(str, blocks)),
                    "basic": basic,
                    "anchors": anchors,
                    "classes": classes,
                },
            ),
            place=path,
            hint=Message("detectors-known-yolact"),
        )
    deformable = frozenset(_places(_DEFORMABLE, tensors))
    rescores = any(name.startswith("maskiou_net.") for name in tensors)
    widths = _told_widths(tensors, basic=basic)
    return YolactShape(
        (one, two, three, four), deformable, anchors, classes, rescores, widths, view
    )


def _told_widths(tensors: Tensors, *, basic: bool) -> Widths:
    """Channels by the tensors that are there; the official ones for those that are not."""
    usual = Widths()

    def outputs(name: str, otherwise: int) -> int:
        return len(tensors[name]) if name in tensors else otherwise

    one, two, three, four = (
        outputs(_STAGE.format(stage), width) for stage, width in enumerate(usual.trunk)
    )
    trunk: Stages = (one, two, three, four)
    # The last of the scorer's layers has one channel a class.
    layers = sorted((int(match[1]), name) for name in tensors if (match := _SCORER.match(name)))
    scorer = tuple(len(tensors[name]) for _, name in layers[:-1]) or usual.scorer
    heads = outputs("fpn.lat_layers.0.weight", usual.heads)
    return Widths(basic, trunk, heads, outputs(_PROTOTYPES, usual.prototypes), scorer)


def _places(pattern: re.Pattern[str], tensors: Tensors) -> list[tuple[int, int]]:
    matches = (pattern.fullmatch(name) for name in tensors)
    return [(int(match[1]), int(match[2])) for match in matches if match]
