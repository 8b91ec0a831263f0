"""The words of a report: those of its language, with the name of what pictures are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from probe.wording import Message, Value, Wording
from probe.wording.numbers import Numbers


@dataclass(frozen=True, eq=False)
class Words:
    """Turns messages into text; every message may say `$score`.

    Attributes:
        wording: of the language.
        score: what all models of a run compare pictures by, `score` where they differ.
    """

    wording: Wording
    score: str
    _labels: dict[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """Code of the language."""
        return self.wording.language

    @property
    def numbers(self) -> Numbers:
        """How the language prints numbers."""
        return self.wording.numbers

    def text(self, key: str, /, **values: Value) -> str:
        """The text of a message by its id and values."""
        if values:
            return self._said(key, values)
        if key not in self._labels:
            self._labels[key] = self._said(key, {})
        return self._labels[key]

    def __call__(self, message: Message) -> str:
        """A stored message in words."""
        return self.wording(message)

    def stored(self, data: object) -> str:
        """What a run holds as plain data or in a column: a message in words, or a text."""
        return self.wording.stored(data)

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after another, as the language sets them; empty ones left out."""
        return self(Message("sentences", {"parts": tuple(filter(None, parts))}))

    def phrases(self, parts: Iterable[str]) -> str:
        """Phrases in one line, as the language sets them apart."""
        return self(Message("phrases", {"parts": tuple(parts)}))

    def parts(self, parts: Iterable[str]) -> str:
        """Longer parts in one line, as the language sets them apart."""
        return self(Message("parts-joined", {"parts": tuple(parts)}))

    def _said(self, key: str, values: Mapping[str, Value]) -> str:
        return self.wording(Message(key, {"score": self.score, **values}))
