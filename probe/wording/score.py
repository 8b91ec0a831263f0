"""What sentences call the score that two pictures are compared by."""

from __future__ import annotations

from collections.abc import Iterable

COSINE = "cosine"
"""What a message speaks of that names no score."""

SCORE = "score"
"""What scores of different names are called together."""


def common_score(names: Iterable[str]) -> str:
    """The name that the scores of several models share, `SCORE` where they differ; `COSINE` for no
    model.
    """
    different = set(names)
    return SCORE if len(different) > 1 else next(iter(different), COSINE)
