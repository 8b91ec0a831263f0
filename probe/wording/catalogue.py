"""The words of one language: messages turned into text by the sentences of its Fluent file."""

from __future__ import annotations

from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from probe.errors import UsageError
from probe.wording.message import Message, Value, message_from, stored_message
from probe.wording.near import nearest
from probe.wording.numbers import Numbers
from probe.wording.spoken import spoken_language

if TYPE_CHECKING:
    from probe.wording.fluent import Bundle


FOLDER: Traversable = resources.files("probe.wording")
"""Where the files of the languages are."""


def languages() -> list[str]:
    """Codes of the languages there are words in: one `.ftl` file each."""
    names = (entry.name for entry in FOLDER.iterdir())
    return sorted(name.removesuffix(".ftl") for name in names if name.endswith(".ftl"))


def wording_of(language: str | None = None) -> Wording:
    """The words of a language; without one, of the language that is spoken (see `speaking`).

    Raises:
        UsageError: there are none; the message names the languages there are.
    """
    return read_wording(language or spoken_language())


@cache
def read_wording(language: str) -> Wording:
    """The words of a language, read once."""
    codes = languages()
    if language not in codes:
        english = read_wording("en")
        raise UsageError(
            english.text("no-language", name=repr(language)), hint=english(nearest(language, codes))
        )
    return Wording(language, (FOLDER / f"{language}.ftl").read_text("utf-8"))


class Wording:
    """Turns messages into the text of one language.

    Args:
        language: its code, such as `en`.
        catalogue: its sentences, as the text of a Fluent file.

    Raises:
        WordingError: on first use: the catalogue cannot be read, or has a message twice.

    Examples:
        >>> words = wording_of("en")
        >>> words(Message("versus-pairs", {"pairs": 8}))
        '8 pairs'
        >>> words.text("versus-pairs", pairs=1)
        '1 pair'
    """

    def __init__(self, language: str, catalogue: str) -> None:
        self.language = language
        self._catalogue = catalogue
        self._labels: dict[str, str] = {}
        self._stored_texts: dict[str, str] = {}  # columns repeat few notes in thousands of cells

    @cached_property
    def _bundle(self) -> Bundle:
        from probe.wording.fluent import Bundle  # takes a while: not before a sentence is needed

        return Bundle(self.language, self._catalogue)

    @property
    def ids(self) -> frozenset[str]:
        """Ids of all messages."""
        return self._bundle.ids

    @property
    def numbers(self) -> Numbers:
        """How this language prints numbers, for figures that stand alone in a table."""
        return self._bundle.numbers

    def __call__(self, message: Message) -> str:
        """A message in words.

        Raises:
            WordingError: the catalogue has no such message, or the message lacks a value.
        """
        return self._bundle.render(message.id, message.values)

    def text(self, key: str, /, **values: Value) -> str:
        """`words(Message(key, values))`, for labels and sentences that nothing stores."""
        if values:
            return self(Message(key, values))
        label = self._labels.get(key)
        if label is None:
            label = self._labels[key] = self(Message(key))
        return label

    def either(self, value: Message | str) -> str:
        """A message in words; a text, which runs of schema version 1 hold instead, as it is."""
        return value if isinstance(value, str) else self(value)

    def stored(self, data: object) -> str:
        """A message in words, however it is held: as such, as plain data, as JSON in a column; a
        text of an older run as it is.

        Raises:
            WordingError: neither a message nor a text.
        """
        if isinstance(data, str):
            text = self._stored_texts.get(data)
            if text is None:
                text = self._stored_texts[data] = self.either(stored_message(data))
            return text
        return self(data if isinstance(data, Message) else message_from(data))
