"""Which model of timm has given tensors, told from their names and sizes."""

from __future__ import annotations

import re
from collections.abc import Mapping

Shapes = Mapping[str, tuple[int, ...]]

NAME = "NAME"
"""Stands for the model in `timm:NAME` where it is not told."""

TIMM_STEMS = (
    r"^patch_embed\.proj\.weight$",
    r"^conv_stem\.weight$",
    r"^stem\.(0|conv|conv1\.conv|conv1)\.weight$",
    r"^conv1\.weight$",
    r"^conv1\.0\.weight$",
)
"""First layers by the names that timm gives them: transformers, EfficientNets and MobileNets,
ConvNeXts and others with a stem, ResNets, ResNets with a deep stem."""

_TRUNKS = r"^(blocks|layers|stages|layer1|features)\.\d+\."
"""What follows a stem in timm's networks."""

_RESNETS = {
    (False, (2, 2, 2, 2)): "resnet18",
    (False, (3, 4, 6, 3)): "resnet34",
    (True, (3, 4, 6, 3)): "resnet50",
    (True, (3, 4, 23, 3)): "resnet101",
    (True, (3, 8, 36, 3)): "resnet152",
}
"""Models by bottlenecks (or basic blocks) and blocks of the four stages."""

_TRANSFORMERS = {192: "tiny", 384: "small", 768: "base", 1024: "large"}
"""Sizes of ViTs by the width of their tokens."""

_DEPTHS = {"tiny": 12, "small": 12, "base": 12, "large": 24}


def timm_name(shapes: Shapes) -> str:
    """The model, such as `resnet18`; `NAME` for one of timm's that is not told; empty for others.

    Args:
        shapes: sizes of the tensors by their names, prefixes of wrappers taken off.
    """
    if not any(re.search(stem, name) for stem in TIMM_STEMS for name in shapes):
        return ""
    if not any(re.search(_TRUNKS, name) for name in shapes):
        return ""
    return _resnet(shapes) or _transformer(shapes) or NAME


def _resnet(shapes: Shapes) -> str:
    """A plain ResNet of the usual widths, or nothing."""
    stem, first = shapes.get("conv1.weight", ()), "layer1.0.conv2.weight"
    if stem[:1] != (64,) or stem[2:] != (7, 7) or shapes.get(first, ())[:2] != (64, 64):
        return ""
    if any(".se." in name or ".IN." in name for name in shapes):
        return ""
    counts = tuple(_count(shapes, rf"layer{stage}\.\d+\.conv1\.weight") for stage in range(1, 5))
    four = (counts[0], counts[1], counts[2], counts[3])
    return _RESNETS.get(("layer1.0.conv3.weight" in shapes, four), "")


def _transformer(shapes: Shapes) -> str:
    """A plain ViT with one class token, or nothing; its patches say which."""
    stem = shapes.get("patch_embed.proj.weight", ())
    size = _TRANSFORMERS.get(stem[0] if len(stem) == 4 else 0, "")
    blocks = _count(shapes, r"blocks\.\d+\.attn\.qkv\.weight")
    plain = "cls_token" in shapes and not any(".ls1." in name for name in shapes)
    if not size or not plain or blocks != _DEPTHS[size]:
        return ""
    return f"vit_{size}_patch{stem[2]}_224"


def _count(shapes: Shapes, pattern: str) -> int:
    return sum(re.fullmatch(pattern, name) is not None for name in shapes)
