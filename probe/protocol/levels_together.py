"""The levels of a condition in one line, as a language sets them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from probe.wording import Wording, languages, wording_of


def together(labels: Sequence[str], language: str) -> str:
    """`180°, with backpack`; a single label as it is.

    Args:
        labels: of the levels, in the language.
        language: its code; what stands between labels is English where there are no words in it.
    """
    if len(labels) < 2:
        return "".join(labels)
    return _words(language).text("condition", levels=tuple(labels))


@cache
def _words(language: str) -> Wording:
    return wording_of(language if language in languages() else "en")
