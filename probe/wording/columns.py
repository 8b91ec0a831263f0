"""Texts one below the other on a terminal, where letters of some scripts take two columns."""

from __future__ import annotations

import unicodedata

WIDE = "WF"
"""Classes of letters that take two columns (Unicode Standard Annex 11)."""


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: 4 of `back`, 4 of `後ろ`."""
    letters = unicodedata.normalize("NFC", text)
    wide = sum(unicodedata.east_asian_width(letter) in WIDE for letter in letters)
    return len(letters) + wide - sum(unicodedata.combining(letter) > 0 for letter in letters)


def left(text: str, width: int) -> str:
    """A text at the left of so many columns; a longer one as it is."""
    return text + " " * (width - columns(text))


def right(text: str, width: int) -> str:
    """A text at the right of so many columns; a longer one as it is."""
    return " " * (width - columns(text)) + text
