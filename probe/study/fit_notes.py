"""How pictures came to the networks of a run where its protocols do not say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from probe.embedding.loaded import FitBy, Loaded
from probe.protocol.model import Protocol
from probe.wording import Message


def fit_by(protocols: Sequence[Protocol], source: Literal["photos", "scene"]) -> FitBy:
    """What decided how pictures are fitted: a protocol as its file says it, or their source."""
    return "protocol" if any(protocol.states_fit for protocol in protocols) else source


def fit_notes(by: FitBy, backbones: Sequence[Loaded]) -> list[Message]:
    """What each model's card says, where photographs went by the cards as nothing else is said.

    Args:
        by: what decided.
        backbones: as they were loaded.
    """
    if by != "photos":
        return []
    models = tuple(
        Message("note-fit-of-card", {"model": one.name, "fit": str(one.card.fit)})
        for one in backbones
    )
    return [Message("note-fit-of-cards", {"models": models})]
