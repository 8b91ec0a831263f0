"""Opening weights of the strong baseline: whole checkpoints, and IBN-Net's ImageNet trunks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.checkpoint import Checkpoint, Tensors
from probe.backbones._torch.load_report import stripped
from probe.backbones._torch.opening import OptionValue, checkpoint_of, fill, options_of
from probe.backbones._torch.resnet import BLOCKS, WIDTHS, Bottleneck
from probe.backbones._torch.resnet_shape import ResNetShape, resnet_shape
from probe.backbones.ibn.model import StrongBaseline
from probe.contracts import BackboneCard, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

BASE = "base."
"""Prefix of the trunk in a whole checkpoint."""

HEADS = ("classifier.", "base.fc.")
"""What training adds and no vector needs."""

IMAGENET = Message("card-only-imagenet")

_ALLOWED: Mapping[str, Sequence[OptionValue]] = {
    "last_stride": (1, 2),
    "neck": ("after", "before"),
    "stem_relu": ("official", True, False),
}
"""Option -> what it may be; the first is what the official files are evaluated with."""


def open_ibn(
    card: BackboneCard, weights: Path | None, runtime: Runtime, *, trunk: bool | None
) -> TorchBackbone:
    """Open a checkpoint of reid-strong-baseline, or an ImageNet trunk of IBN-Net.

    Args:
        card: options `last_stride`, `neck` (the feature before or after it), `stem_relu`.
        weights: the weights file.
        runtime: device, engine, precision.
        trunk: ResNet-50-IBN-a (True) or plain ResNet-50 (False) only; None takes what there is.

    Raises:
        CheckpointError: no file, an option without meaning, or a file of something else.
    """
    card = _with_options(card)
    checkpoint = checkpoint_of(card, weights)
    tensors = stripped(checkpoint.tensors)
    if trunk is None and "conv1.weight" in tensors and resnet_shape(tensors) is not None:
        return _open_trunk(card, checkpoint, tensors, runtime)
    inside = resnet_shape(tensors, BASE)
    shape = _fifty(ibn_a=trunk) if trunk is not None else inside or _fifty(ibn_a=True)
    whole = inside is None or "bottleneck.weight" in tensors
    base = shape.network(int(card.options["last_stride"]), stem_relu=_stem_relu(card, shape))
    after = card.options["neck"] == "after"
    network = StrongBaseline(base, neck=whole, after=after)
    feature = card.feature
    if not whole:
        feature = Message("card-feature-without-neck")
    elif not after:
        feature = Message("card-feature-before-bnneck")
    changed = card.with_changes(dimension=base.dimension, feature=feature)
    return fill(changed, checkpoint, runtime, network, heads=HEADS)


def _open_trunk(
    card: BackboneCard, checkpoint: Checkpoint, tensors: Tensors, runtime: Runtime
) -> TorchBackbone:
    """`resnet50_ibn_a-*.pth`, `r50_ibn_a.pth`, `*.pth.tar`: IBN-Net's trunk without a neck.

    Raises:
        CheckpointError: the trunk is a plain one, which is no network of this family by itself.
    """
    shape = resnet_shape(tensors)
    if shape is None or not shape.ibn_a:
        raise refusal(
            CheckpointError,
            Message("backbones-plain-resnet"),
            place=checkpoint.path,
            hint=Message("backbones-plain-resnet-step"),
        )
    network = StrongBaseline(shape.network(int(card.options["last_stride"]), stem_relu=True))
    changed = card.with_changes(
        dimension=network.base.dimension,
        feature=Message("card-feature-trunk"),
        training_data=Message("card-data-imagenet"),
        demonstration=IMAGENET,
    )
    return fill(changed, checkpoint, runtime, network.base, heads=("fc.",))


def _fifty(*, ibn_a: bool) -> ResNetShape:
    return ResNetShape(Bottleneck, BLOCKS, WIDTHS, ibn_a)


def _stem_relu(card: BackboneCard, shape: ResNetShape) -> bool:
    """As the official files have it, where the card says nothing else: with IBN-a only."""
    stated = card.options["stem_relu"]
    return shape.ibn_a if stated == "official" else bool(stated)


def _with_options(card: BackboneCard) -> BackboneCard:
    """The card with every option, each checked."""
    return card.with_changes(options=options_of(card, _ALLOWED))
