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


STAYS_BEHIND = frozenset(
    "、。，．；：！？）」』】〉》”’…‥・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ%"
)
"""Letters that begin no line."""

STAYS_BEFORE = frozenset("（「『【〈《“‘")
"""Letters that end no line."""


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of so many columns at most: broken at blanks, and between letters that take
    two columns, where scripts without blanks are broken; a longer word stays whole.
    """
    lines: list[str] = []
    for word in text.split():
        for place, piece in enumerate(_pieces(word)):
            blank = " " if lines and not place else ""
            if lines and columns(lines[-1] + blank + piece) <= width:
                lines[-1] += blank + piece
            else:
                lines.append(piece)
    return lines


def _pieces(word: str) -> list[str]:
    """The parts of a word between which a line may end."""
    pieces: list[str] = []
    for letter in word:
        if pieces and not _parts(pieces[-1][-1], letter):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _parts(before: str, letter: str) -> bool:
    """Whether a line may end between two letters; a figure stays with what it counts."""
    if before in STAYS_BEFORE or letter in STAYS_BEHIND or before.isdigit():
        return False
    return any(unicodedata.east_asian_width(one) in WIDE for one in (before, letter))
