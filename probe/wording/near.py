"""The next step where a name is not known: the nearest of those that are, or what they are."""

from __future__ import annotations

from collections.abc import Iterable

from probe.errors import MOST_NAMES, near_name
from probe.wording.message import Message

DID_YOU_MEAN = "near-name"
"""The message that ends in a question mark."""


def nearest(name: object, valid: Iterable[str]) -> Message:
    """`did you mean 'x'?`, or the list of valid names when none is near.

    Args:
        name: what was written.
        valid: the names that exist.
    """
    names = sorted({str(candidate) for candidate in valid})
    near = near_name(str(name), names)
    if near:
        return Message(DID_YOU_MEAN, {"name": repr(near)})
    if not names:
        return Message("near-none")
    more = max(0, len(names) - MOST_NAMES)
    return Message("near-valid", {"names": tuple(names[:MOST_NAMES]), "more": more})


def joined_hint(first: Message | str, then: Message | str) -> Message:
    """Two next steps on one line: a question mark ends the first, else a semicolon parts them."""
    asks = isinstance(first, Message) and first.id == DID_YOU_MEAN
    return Message("sentences" if asks else "parts-joined", {"parts": (first, then)})
