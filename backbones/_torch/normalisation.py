"""Holding a card's normalisation against the one that fast-reid's older files carry."""

from __future__ import annotations

from collections.abc import Iterable

from probe.backbones._torch.checkpoint import Checkpoint
from probe.contracts import BackboneCard
from probe.errors import CheckpointError
from probe.wording import Message, refusal

_LIMIT = 0.5
"""In units of 0..255 pixels (ours): less than any two published normalisations differ by."""


def check_stated_normalisation(
    card: BackboneCard, checkpoint: Checkpoint, others: Iterable[BackboneCard] = ()
) -> None:
    """Refuse weights whose file says they were trained with another normalisation than the card's.

    Args:
        card: the card in use.
        checkpoint: its weights; `pixel_mean` and `pixel_std` are looked for, in 0..255 pixels.
        others: further cards of the architecture, one of which may fit.

    Raises:
        CheckpointError: naming the normalisation of the file and the card that has it, if any.
    """
    stated = _stated(checkpoint)
    if stated is None or _agrees(card, stated):
        return
    mean, std = (tuple(round(v / 255, 4) for v in half) for half in (stated[:3], stated[3:]))
    fitting = next((other.name for other in others if _agrees(other, stated)), "")
    raise refusal(
        CheckpointError,
        Message(
            "weights-other-normalisation",
            {
                "card": card.name,
                "mean": str(mean),
                "std": str(std),
                "card_mean": str(card.mean),
                "card_std": str(card.std),
            },
        ),
        place=checkpoint.path,
        hint=Message("weights-use-backbone", {"name": fitting, "file": str(checkpoint.path)})
        if fitting
        else Message("weights-state-normalisation"),
    )


def _stated(checkpoint: Checkpoint) -> list[float] | None:
    """Mean and std of a file, six numbers in 0..255 pixels; None where it states none."""
    numbers: list[float] = []
    for wanted in ("pixel_mean", "pixel_std"):
        named = [t for name, t in checkpoint.tensors.items() if name.endswith(wanted)]
        if len(named) != 1 or named[0].numel() != 3:
            return None
        numbers += named[0].flatten().double().tolist()
    return numbers


def _agrees(card: BackboneCard, stated: list[float]) -> bool:
    card_values = [255 * value for value in (*card.mean, *card.std)]
    return max(abs(a - b) for a, b in zip(card_values, stated, strict=True)) < _LIMIT
