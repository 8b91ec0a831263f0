"""A model of many that cannot finish: what is said of it, while the others go on."""

from __future__ import annotations

from dataclasses import dataclass

from probe.errors import BackboneError
from probe.wording import Message


@dataclass(frozen=True)
class ModelFailure:
    """Why a model has no figures.

    Attributes:
        name: of the model.
        reason: with the picture and the node where they are known.
        hint: the next step; empty where none is known.
    """

    name: str
    reason: str
    hint: str = ""

    @property
    def note(self) -> Message:
        """What is said beside the figures of the others."""
        return Message("note-failed-model", {"model": self.name, "reason": self.reason})


def failure_of(name: str, error: BackboneError) -> ModelFailure:
    """What an error says of a model; its place stands in the reason where it is another."""
    elsewhere = error.place not in (None, name)
    reason = f"{error.place}: {error.message}" if elsewhere else error.message
    return ModelFailure(name, reason, error.hint or "")
