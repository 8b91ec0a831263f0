"""Errors made of messages: what a run stores as the reason can then be told in any language."""

from __future__ import annotations

from typing import TypeVar

from probe.errors import ProbeError
from probe.wording.catalogue import wording_of
from probe.wording.message import Message

Error = TypeVar("Error", bound=ProbeError)


def refusal(
    kind: type[Error],
    reason: Message | str,
    *,
    place: object = None,
    hint: Message | str | None = None,
) -> Error:
    """An error that says a message in the language that is spoken, and carries it.

    Args:
        kind: class of the error.
        reason: what is wrong; a text where another error, which is told on, had no message.
        place: where: a file, a line of it, a message that names a part of it.
        hint: the next step.
    """
    say = wording_of()
    spoken = say(place) if isinstance(place, Message) else place
    next_step = hint if hint is None else say.either(hint)
    error = kind(say.either(reason), place=spoken, hint=next_step)
    error.reason = reason if isinstance(reason, Message) else None
    return error


def reason_of(error: ProbeError) -> Message | str:
    """Why an error was raised: its message where it was made of one, else its text."""
    return error.reason if isinstance(error.reason, Message) else error.message
