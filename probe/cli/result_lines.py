"""How a command prints its results: a short label, then what it is about."""

from __future__ import annotations

LABEL_WIDTH = 7
"""Characters that a label takes, so that what follows stands one below the other (ours)."""


def result_line(label: str, text: object) -> str:
    """A line such as `run     runs/turn/20260131T120000Z-1a2b`."""
    return f"{label:<{LABEL_WIDTH}} {text}"
