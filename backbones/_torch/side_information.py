"""Transformers trained with embeddings of their cameras: which embedding other cameras get."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch

from probe.contracts import BackboneCard
from probe.errors import CheckpointError
from probe.wording import Message, refusal

MEAN = "mean"


def camera_embedding(
    card: BackboneCard, tensors: Mapping[str, torch.Tensor], name: str, path: Path
) -> torch.Tensor | None:
    """What the network adds for the camera of every picture, its coefficient included.

    A picture from a camera that was not in training has no embedding of its own: the mean of all,
    or that of one training camera, stands in only where the card asks for it.

    Args:
        card: `options["camera"]` is empty, `mean`, or the number of a training camera (or view)
            from 0; `options["coefficient"]` is the weight of the embedding in training.
        tensors: of the checkpoint, by bare name.
        name: of the embeddings, `(cameras, 1, width)` or `(cameras, width)`.
        path: the checkpoint, for messages.

    Returns:
        `(width,)`; None where the weights were trained without.

    Raises:
        CheckpointError: the weights need an embedding and the card does not say which, or the other
            way round, or there is no such camera.
    """
    asked = card.options.get("camera", "")
    if name not in tensors:
        if asked != "":
            raise refusal(
                CheckpointError,
                Message("weights-no-camera-embedding", {"card": card.name}),
                place=path,
                hint=Message("weights-use-backbone", {"name": plain_name(card), "file": str(path)}),
            )
        return None
    rows = tensors[name].float().flatten(1)
    if asked == "":
        raise refusal(
            CheckpointError,
            Message("weights-camera-embedding", {"cameras": len(rows)}),
            place=path,
            hint=Message("weights-camera-mean", {"name": plain_name(card), "file": str(path)}),
        )
    return float(card.options.get("coefficient", 1.0)) * _chosen(asked, rows, card, path)


def plain_name(card: BackboneCard) -> str:
    """The architecture without what its name says about cameras."""
    return card.architecture.removesuffix("_mean_camera")


def with_camera(feature: Message, card: BackboneCard, cameras: int) -> Message:
    """A feature and what stands in for the camera, for the card of what was loaded."""
    asked = card.options.get("camera", "")
    camera = None if asked == MEAN else str(asked)
    values = {"feature": feature, "camera": camera, "cameras": cameras}
    return Message("card-feature-camera", values)


def _chosen(asked: object, rows: torch.Tensor, card: BackboneCard, path: Path) -> torch.Tensor:
    if asked == MEAN:
        return rows.mean(0)
    if isinstance(asked, bool) or not isinstance(asked, int) or not 0 <= asked < len(rows):
        raise refusal(
            CheckpointError,
            Message(
                "weights-camera-option",
                {"card": card.name, "last": len(rows) - 1, "given": str(asked)},
            ),
            place=path,
        )
    return rows[asked]
