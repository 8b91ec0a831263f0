"""Text from outside without the controls that reorder what stands around it."""

from __future__ import annotations

import re

_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates of the bidirectional algorithm (Unicode annex 9): a name with
one of them turns the rest of a line round, so that what is read is not what is there."""


def spelt_out(text: str) -> str:
    """Text whose reordering controls are spelt, such as `<U+202E>`; Hebrew and Arabic need none."""
    return _REORDERING.sub(lambda control: f"<U+{ord(control[0]):04X}>", text)
