"""A classical stripe descriptor of colour and texture: no weights, the floor for every network."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import (
    Backbone,
    BackboneCard,
    BackboneSpec,
    Pictures,
    Runtime,
    VectorPart,
    Vectors,
)
from probe.errors import BackboneError, CheckpointError
from probe.wording import Message, refusal

_CARD = BackboneCard(
    architecture="stripes",
    summary=Message("card-summary-stripes"),
    input_size=(128, 64),
    mean=(0.0, 0.0, 0.0),
    std=(1.0, 1.0, 1.0),
    fit="letterbox",
    feature=Message("card-feature-stripes"),
    dimension=336,
    training_data=Message("card-no-training"),
    licence="Apache-2.0",
    source=Message("card-source-here"),
    needs_weights=False,
    options={"version": 1},
)


FIXED = ("input_size", "mean", "std", "channels")
"""What a card file cannot change."""


class _Stripes(Backbone):
    """Implements `probe.contracts.Backbone` with `StripeDescriptor`."""

    def __init__(self, card: BackboneCard) -> None:
        from probe.backbones.stripes.descriptor import StripeDescriptor

        self._card = card
        self._describe = StripeDescriptor()

    @property
    def card(self) -> BackboneCard:
        """The card."""
        return self._card

    @property
    def engine(self) -> str:
        """What computes the vectors, in words."""
        return "numpy"

    @property
    def parts(self) -> tuple[VectorPart, ...]:
        """Twelve stripes from the top down; each sees into its neighbours by half its height."""
        from probe.backbones.stripes.descriptor import stripe_parts

        return stripe_parts()

    def embed(self, images: Pictures) -> Vectors:
        """Descriptors `float32 (n, 336)` of `uint8 (n, 128, 64, 3)` pictures.

        Raises:
            BackboneError: the pictures have another shape.
        """
        from probe.backbones.pictures import check_pictures

        check_pictures(images, self._card)
        return self._describe(images)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    if weights is not None:
        raise refusal(
            CheckpointError,
            Message("backbones-stripes-no-weights"),
            place=weights,
            hint=Message("backbones-use-stripes"),
        )
    for name in FIXED:
        if getattr(card, name) != getattr(_CARD, name):
            raise refusal(
                BackboneError,
                Message("backbones-stripes-fixed", {"name": name}),
                hint=Message("backbones-leave-out", {"name": name}),
            )
    return _Stripes(card)


spec = BackboneSpec(cards=(_CARD,), load=_load)
