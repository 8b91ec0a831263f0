"""The same weights under several names: they are no two models."""

from __future__ import annotations

from collections.abc import Iterable

from probe.embedding.loaded import ModelKey
from probe.wording import Message


def same_weights(models: Iterable[tuple[str, ModelKey]]) -> list[Message]:
    """A note for every model whose key is that of one before it.

    Args:
        models: name and key of each, in order; a model without a key is like no other.
    """
    first: dict[str, str] = {}
    notes = []
    for name, key in models:
        if not key.digest:
            continue
        if key.digest in first:
            names = {"model": first[key.digest], "name": name}
            notes.append(Message("note-same-weights-twice", names))
        first.setdefault(key.digest, name)
    return notes
