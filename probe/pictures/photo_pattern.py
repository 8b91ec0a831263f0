"""Path patterns: which parts of a picture's path say who, where and how."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from probe.errors import ProtocolError

FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class PathPattern:
    """A pattern such as `{subject}_c{camera}_o{level}.png`, ready to match paths.

    Attributes:
        text: as written.
        fields: the names in braces, in order, each once.
    """

    text: str
    fields: tuple[str, ...]
    _expression: re.Pattern[str]

    @classmethod
    def parse(cls, text: str) -> PathPattern:
        """Read a pattern; `/` parts folders, `*` stands for anything inside one name.

        Raises:
            ProtocolError: it leaves its folder, has unbalanced braces, a field without a name, or
                two fields with nothing between them.
        """
        _check(text)
        pieces, fields = [], []
        for index, piece in enumerate(FIELD.split(text)):
            if index % 2 == 0:
                pieces.append("[^/]*".join(re.escape(part) for part in piece.split("*")))
            elif piece in fields:
                pieces.append(f"(?P={piece})")
            else:
                fields.append(piece)
                pieces.append(f"(?P<{piece}>[^/]+?)")
        return cls(text, tuple(fields), re.compile("".join(pieces) + r"\Z", re.IGNORECASE))

    def match(self, path: str) -> Mapping[str, str] | None:
        """The fields of a path (parts joined by `/`), None when it does not fit."""
        match = self._expression.match(path)
        return match.groupdict() if match else None


def _check(text: str) -> None:
    place = f"photos pattern {text!r}"
    if text.startswith("/") or "\\" in text or ".." in text.split("/") or ":" in text:
        raise ProtocolError(
            "a pattern stays below the photo folder",
            place=place,
            hint="write it relative to the folder given with --photos, with '/' between folders",
        )
    rest = FIELD.sub("", text)
    if "{" in rest or "}" in rest:
        raise ProtocolError("unbalanced braces", place=place, hint="write fields as {subject}")
    for name in FIELD.findall(text):
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
            raise ProtocolError(f"{{{name}}} is no field name", place=place)
    if "}{" in text:
        raise ProtocolError(
            "two fields stand side by side: nothing says where one ends",
            place=place,
            hint="put a letter, '_' or '/' between them",
        )
