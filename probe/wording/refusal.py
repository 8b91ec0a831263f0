"""Errors made of messages: what a run stores as the reason can then be told in any language."""

from __future__ import annotations

from typing import TypeVar

from probe.errors import ProbeError
from probe.wording.catalogue import wording_of
from probe.wording.message import Message

Error = TypeVar("Error", bound=ProbeError)


def refusal(
    kind: type[Error], reason: Message, *, place: object = None, hint: str | None = None
) -> Error:
    """An error that says a message in the language that is spoken, and carries it.

    Args:
        kind: class of the error.
        reason: what is wrong.
        place: where.
        hint: the next step.
    """
    error = kind(wording_of()(reason), place=place, hint=hint)
    error.reason = reason
    return error


def reason_of(error: ProbeError) -> Message | str:
    """Why an error was raised: its message where it was made of one, else its text."""
    return error.reason if isinstance(error.reason, Message) else error.message
