"""A message: the key of a sentence and the values it is filled with; what is stored, not shown."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from probe.errors import WordingError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""Plain data: what JSON can hold."""

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
"""How the id of a message is written: `factor-missed`."""

NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*\Z")
"""How the name of a value is written: `backbone`, `misses_low`."""

DEEPEST = 12
"""Messages and lists may be nested so deep (ours; a sentence needs five)."""


@dataclass(frozen=True)
class Translated:
    """A text that comes in several languages with the data: a title or a label of a protocol.

    Attributes:
        texts: language code -> text; `en` is what other languages fall back to.
    """

    texts: Mapping[str, str]

    def __post_init__(self) -> None:
        texts = dict(self.texts)
        if not texts or not all(isinstance(part, str) for pair in texts.items() for part in pair):
            raise WordingError("a translated text maps language codes to texts")
        object.__setattr__(self, "texts", texts)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.texts.items())))

    def language(self, code: str) -> str:
        """The text in a language, in English, or in the first language there is."""
        return self.texts.get(code) or self.texts.get("en") or next(iter(self.texts.values()))


Value: TypeAlias = "str | int | float | bool | Message | Translated | tuple[Value, ...] | None"
"""What a message may hold. A figure that is not known (also NaN and infinity) is None."""


@dataclass(frozen=True)
class Message:
    """A sentence, phrase or label as key and values.

    Attributes:
        id: key in the catalogue of every language.
        values: name -> raw number (never printed), name, text of a protocol, further messages.

    Raises:
        WordingError: an id, a name or a value of another kind.

    Examples:
        >>> Message("model-rate", {"model": "stripes", "rate": 0.145}).json()
        '{"id":"model-rate","values":{"model":"stripes","rate":0.145}}'
    """

    id: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not ID.match(self.id):
            raise WordingError(f"{self.id!r} is no id of a message", hint="write it like-this")
        values: dict[str, Value] = {}
        for name, value in self.values.items():
            if not isinstance(name, str) or not NAME.match(name):
                raise WordingError(f"{name!r} is no name of a value", place=self.id)
            values[name] = _plain(value, f"{self.id}.{name}")
        object.__setattr__(self, "values", values)

    def __hash__(self) -> int:
        return hash((self.id, tuple(sorted(self.values))))

    def data(self) -> dict[str, Json]:
        """As plain data: `{"id": ..., "values": {...}}`."""
        return {"id": self.id, "values": {name: _data(v) for name, v in self.values.items()}}

    def json(self) -> str:
        """As one line of JSON, as table columns hold it."""
        return json.dumps(self.data(), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def message_from(data: object) -> Message:
    """Read a message back from plain data.

    Raises:
        WordingError: not written by `Message.data`.
    """
    message = _value(data, 0)
    if not isinstance(message, Message):
        raise WordingError("this is no message: it has no id and values")
    return message


def message_from_json(text: str) -> Message:
    """Read a message back from JSON (see `message_from`)."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise WordingError("this is no message: it is no JSON") from None
    return message_from(data)


STORED = '{"id":"'
"""How the JSON of a message begins."""


def stored_message(text: str) -> Message | str:
    """What a column of a run holds: a message as JSON, or the text of an older run, as it is."""
    return message_from_json(text) if text.startswith(STORED) else text


def is_stored_message(data: object) -> bool:
    """Whether plain data stand for a message: as such, or as JSON in a text."""
    if isinstance(data, str):
        return data.startswith(STORED)
    return isinstance(data, dict) and set(data) == {"id", "values"}


def as_stored(note: Message | str) -> str:
    """A note as a manifest or a column holds it: a message as JSON, a text as it is."""
    return note if isinstance(note, str) else note.json()


def joined_notes(*notes: Message | str) -> Message | str:
    """Notes as one, empty ones left out."""
    given = tuple(note for note in notes if note)
    if len(given) < 2:
        return given[0] if given else ""
    return Message("parts-joined", {"parts": given})


def _plain(value: object, place: str) -> Value:
    """A value as a message holds it: NumPy scalars as Python's, lists as tuples."""
    if hasattr(value, "item"):
        value = value.item()
    if value is None or isinstance(value, str | bool | int | Message | Translated):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list | tuple):
        return tuple(_plain(part, place) for part in value)
    raise WordingError(f"a {type(value).__name__} is no value of a message", place=place)


def _data(value: Value) -> Json:
    if isinstance(value, Message):
        return value.data()
    if isinstance(value, Translated):
        return {"texts": dict(value.texts)}
    if isinstance(value, tuple):
        return [_data(part) for part in value]
    return value


def _value(data: object, depth: int) -> Value:
    """A value from plain data, checked: what a stranger wrote becomes a message or an error."""
    if depth > DEEPEST:
        raise WordingError("this is no message: it is nested too deep")
    if isinstance(data, dict):
        if set(data) == {"texts"} and isinstance(data["texts"], dict):
            return Translated(data["texts"])
        if set(data) == {"id", "values"} and isinstance(data["values"], dict):
            values = {name: _value(part, depth + 1) for name, part in data["values"].items()}
            return Message(data["id"], values)
        raise WordingError("this is no message: it has other keys than id and values")
    if isinstance(data, list):
        return tuple(_value(part, depth + 1) for part in data)
    return _plain(data, "value")
