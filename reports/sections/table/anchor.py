"""Names of the rows of a chapter's table of figures, for links to them."""

from __future__ import annotations


def anchor(protocol: str, model: int, condition: int) -> str:
    """Name of the row of a model and condition."""
    return f"t-{protocol}-{model}-{condition}"
