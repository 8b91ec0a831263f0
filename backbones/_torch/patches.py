"""Grids of overlapping patches: which stride a checkpoint's position embedding belongs to."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import BackboneCard
from probe.errors import CheckpointError
from probe.wording import Message, refusal

PATCH = 16
"""Pixels across a patch of ViT-B/16 and DeiT."""

STRIDES = (16, 14, 12, 10, 8)
"""Strides that people train with; the published ones are 16 and 12."""

SIZES = ((256, 128), (384, 128), (256, 256), (224, 224), (384, 192))
"""Sizes that are tried to say at which one weights were trained: those of the official
configurations for people and vehicles, ImageNet's, and a larger one."""


def grid(size: tuple[int, int], stride: int) -> tuple[int, int]:
    """Rows and columns of patches of 16 x 16 pixels, without padding."""
    return (size[0] - PATCH) // stride + 1, (size[1] - PATCH) // stride + 1


def strides_of(size: tuple[int, int], positions: int) -> list[int]:
    """Strides at which pictures of a size have as many patches, the largest first."""
    return [stride for stride in STRIDES if _count(size, stride) == positions]


def stride_of(card: BackboneCard, positions: int, path: Path) -> int:
    """The stride at which a picture of the card has as many patches as there are positions.

    Args:
        card: states the size of the pictures.
        positions: of the position embedding, that of the class token not counted.
        path: the checkpoint, for messages.

    Raises:
        CheckpointError: no stride fits; the sizes that would are named.
    """
    strides = strides_of(card.input_size, positions)
    if strides:
        return strides[0]
    fitting = [
        f"[{height}, {width}] (stride {stride})"
        for height, width in SIZES
        for stride in STRIDES[:3:2]
        if _count((height, width), stride) == positions
    ]
    height, width = card.input_size
    raise refusal(
        CheckpointError,
        Message("weights-patches", {"positions": positions, "height": height, "width": width}),
        place=path,
        hint=Message("weights-state-size", {"sizes": tuple(fitting)}) if fitting else None,
    )


def _count(size: tuple[int, int], stride: int) -> int:
    rows, columns = grid(size, stride)
    return rows * columns
