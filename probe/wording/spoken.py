"""The language spoken where none is named: English in a program, the user's in a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_SPOKEN = ["en"]
"""The languages of the blocks that are open, the innermost last; of all threads alike, since a
worker's sentences belong to the command that started it."""


def spoken_language() -> str:
    """Code of the language that is spoken now."""
    return _SPOKEN[-1]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language within the block.

    Args:
        language: its code, one of `probe.wording.languages()`.
    """
    _SPOKEN.append(language)
    try:
        yield
    finally:
        _SPOKEN.pop()
