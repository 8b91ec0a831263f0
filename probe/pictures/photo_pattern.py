"""Path patterns: which parts of a picture's path say who, where and how."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from probe.errors import ProtocolError
from probe.wording import Message, refusal

FIELD = re.compile(r"\{([^{}]*)\}")


SAME_FORMAT = (frozenset({".jpg", ".jpeg", ".jpe", ".jfif"}), frozenset({".tif", ".tiff"}))
"""Endings that stand for one format: a pattern that names one takes the others too."""


class _Piece(NamedTuple):
    """A part of a pattern: text as it stands, anything (`*`), a field, or an earlier one again."""

    kind: Literal["text", "any", "field", "again"]
    value: str


@dataclass(frozen=True)
class PathPattern:
    """A pattern such as `{subject}_c{camera}_o{level}.png`, ready to match paths.

    Attributes:
        text: as written, in Unicode's composed form.
        fields: the names in braces, in order, each once.
    """

    text: str
    fields: tuple[str, ...]
    _pieces: tuple[_Piece, ...]

    @classmethod
    def parse(cls, text: str) -> PathPattern:
        """Read a pattern; `/` parts folders, `*` stands for anything inside one name.

        Raises:
            ProtocolError: it leaves its folder, has unbalanced braces, a field without a name, or
                two fields with nothing between them.
        """
        text = unicodedata.normalize("NFC", text)
        _check(text)
        pieces: list[_Piece] = []
        fields: list[str] = []
        for index, part in enumerate(FIELD.split(text)):
            if index % 2 == 0:
                pieces += _texts(part)
            else:
                pieces.append(_Piece("again" if part in fields else "field", part))
                fields += [] if part in fields else [part]
        return cls(text, tuple(fields), tuple(pieces))

    def match(self, path: str) -> Mapping[str, str] | None:
        """The fields of a path (parts joined by `/`), None when it does not fit.

        A field is as short as it can be, `*` as long. Letters fit in either case. The time grows
        with the square of the path's length at most, however many fields there are.
        """
        return _Match(self._pieces, path).fields()

    def match_but_for_ending(self, path: str) -> Mapping[str, str] | None:
        """The fields of a path that would fit if it ended as the pattern does."""
        ends = PurePosixPath(self.text).suffix
        if not ends or set(ends) & set("{}*"):
            return None
        return self.match(path.removesuffix(PurePosixPath(path).suffix) + ends)

    def takes_ending(self, ending: str) -> bool:
        """Whether an ending stands for the format that the pattern's ending names."""
        own = PurePosixPath(self.text).suffix.lower()
        return any({own, ending} <= family for family in SAME_FORMAT)


class _Match:
    """One path held against a pattern: what has failed once is not tried again."""

    def __init__(self, pieces: Sequence[_Piece], path: str) -> None:
        self._pieces = pieces
        self._path = path
        self._small = [letter.lower() for letter in path]
        self._values: dict[str, str] = {}
        self._failed: set[tuple[object, ...]] = set()
        self._again = {piece.value for piece in pieces if piece.kind == "again"}

    def fields(self) -> Mapping[str, str] | None:
        return dict(self._values) if self._fits(0, 0) else None

    def _fits(self, index: int, at: int) -> bool:
        """Whether the pieces from `index` on fit the path from `at` on."""
        if index == len(self._pieces):
            return at == len(self._path)
        needed = tuple(self._values.get(name) for name in self._again)
        state = (index, at, *needed)
        if state in self._failed:
            return False
        if any(self._with(index, at, end) for end in self._ends(index, at)):
            return True
        self._failed.add(state)
        return False

    def _with(self, index: int, at: int, end: int) -> bool:
        piece = self._pieces[index]
        if piece.kind == "field":
            self._values[piece.value] = self._path[at:end]
        return self._fits(index + 1, end)

    def _ends(self, index: int, at: int) -> Iterable[int]:
        """Where a piece that begins at a place may end, the first choice first."""
        kind, value = self._pieces[index]
        if kind in {"text", "again"}:
            text = value if kind == "text" else self._values[value]
            small = [letter.lower() for letter in text]
            return (at + len(text),) if self._small[at : at + len(text)] == small else ()
        name_ends = self._path.find("/", at)
        most = len(self._path) if name_ends < 0 else name_ends
        return range(at + 1, most + 1) if kind == "field" else range(most, at - 1, -1)


def _texts(part: str) -> list[_Piece]:
    """The pieces between two fields: texts, and `*` between them."""
    pieces: list[_Piece] = []
    for index, text in enumerate(part.split("*")):
        pieces += [_Piece("any", "")] if index else []
        pieces += [_Piece("text", text)] if text else []
    return pieces


MOST_PARTS = 100
"""Fields and `*` that a pattern may have (ours: far more than any path has parts)."""


def _check(text: str) -> None:
    place = f"photos pattern {text!r}"
    if text.startswith("/") or "\\" in text or ".." in text.split("/") or ":" in text:
        raise refusal(
            ProtocolError,
            Message("pictures-pattern-below"),
            place=place,
            hint=Message("pictures-pattern-relative"),
        )
    rest = FIELD.sub("", text)
    if "{" in rest or "}" in rest:
        raise refusal(
            ProtocolError,
            Message("pictures-pattern-braces"),
            place=place,
            hint=Message("pictures-pattern-fields"),
        )
    for name in FIELD.findall(text):
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
            raise refusal(
                ProtocolError, Message("pictures-pattern-no-field", {"name": name}), place=place
            )
    if (parts := len(FIELD.findall(text)) + text.count("*")) > MOST_PARTS:
        raise refusal(
            ProtocolError,
            Message("pictures-pattern-parts", {"parts": parts}),
            place=place,
            hint=Message("pictures-pattern-most", {"most": MOST_PARTS}),
        )
    if "}{" in text:
        raise refusal(
            ProtocolError,
            Message("pictures-pattern-side-by-side"),
            place=place,
            hint=Message("pictures-pattern-between"),
        )
