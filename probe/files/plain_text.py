"""Text from outside as it can stand in a line, without controls that reorder it, or in a path."""

from __future__ import annotations

import re
import unicodedata

_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates of the bidirectional algorithm (Unicode annex 9): a name with
one of them turns the rest of a line round, so that what is read is not what is there."""


def spelt_out(text: str) -> str:
    """Text whose reordering controls are spelt, such as `<U+202E>`; Hebrew and Arabic need none."""
    return _REORDERING.sub(lambda control: f"<U+{ord(control[0]):04X}>", text)


def hyphenated(text: str) -> str:
    """Letters, their marks and digits of every script, composed, with a hyphen for all between."""
    composed = unicodedata.normalize("NFC", text)
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in composed)
    return "-".join("".join(kept).split())
