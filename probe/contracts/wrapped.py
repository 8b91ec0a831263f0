"""A network of a Python program, as it is handed over in place of a backbone's name."""

from __future__ import annotations

from dataclasses import dataclass

from probe.contracts.card import BackboneCard
from probe.contracts.loading import BackboneLoader
from probe.wording import Message


@dataclass(frozen=True, eq=False)
class WrappedModel:
    """A network or function that `probe.wrap` made a backbone of; it stands where a name may stand.

    Attributes:
        card: how pictures come in.
        load: opens it.
        modules: whose source decides its vectors, besides its state, which `card.sha256` holds.
        reason: why it cannot be known what decides them: nothing of it is then kept between runs.
    """

    card: BackboneCard
    load: BackboneLoader
    modules: tuple[str, ...] = ()
    reason: Message | None = None

    def __str__(self) -> str:
        return self.card.name

    def __repr__(self) -> str:
        return f"<WrappedModel {self.card.name}>"
