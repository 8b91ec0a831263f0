"""A model of many that cannot finish: what is said of it, while the others go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from probe.contracts import Reporter
from probe.embedding.choice import Choice
from probe.errors import BackboneError, VectorError
from probe.wording import Message

Opened = TypeVar("Opened")


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


def open_each(
    choices: Sequence[Choice], open_one: Callable[[Choice], Opened], say: Reporter
) -> tuple[list[Opened], list[ModelFailure]]:
    """Open models before anything is computed with them.

    Files that are absent or do not fit end it: nothing has been lost yet, and the input can be put
    right. A network that gives no finite numbers is left out and named: no input puts that right.

    Args:
        choices: the models asked for.
        open_one: opens one of them.
        say: told of those that are left out.

    Returns:
        Those that opened, and those that are left out.

    Raises:
        VectorError: none of them gives finite numbers.
        BackboneError: a model cannot be opened.
    """
    opened: list[Opened] = []
    failures: list[ModelFailure] = []
    for choice in choices:
        try:
            opened.append(open_one(choice))
        except VectorError as error:
            if len(failures) == len(choices) - 1:
                raise
            failures.append(failure_of(choice.name, error))
            say.step(failures[-1].note)
    return opened, failures
