"""Words in names that say what varies: in four languages, and in lists of one's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from probe.errors import UsageError
from probe.files.strict_yaml import YamlFile, load_yaml, parse_yaml
from probe.wording import Message, refusal

NAME = re.compile(r"[a-z][a-z0-9_-]*\Z")
_BETWEEN = re.compile(r"[\s_\-.・/]+")


class Meaning(NamedTuple):
    """What a word says.

    Attributes:
        factor: what varies.
        level: its value, by the name that all languages share.
        rank: place of the level among those of its factor; the lowest is the standard.
    """

    factor: str
    level: str
    rank: int


@dataclass(frozen=True)
class WordList:
    """Meanings of words, folded.

    Attributes:
        meanings: folded word -> what it may mean; a word can belong to several factors.
    """

    meanings: Mapping[str, tuple[Meaning, ...]]

    def meaning(self, text: str, factor: str) -> Meaning | None:
        """What a text says of a factor; None where it says nothing of it."""
        return next((m for m in self.meanings.get(folded(text), ()) if m.factor == factor), None)

    def factors(self, text: str) -> tuple[str, ...]:
        """The factors of which a text says something."""
        return tuple(dict.fromkeys(m.factor for m in self.meanings.get(folded(text), ())))

    def with_words(self, path: Path) -> WordList:
        """The list with another one before it.

        Args:
            path: a YAML file such as `words.yaml` here.

        Raises:
            UsageError: it is none.
        """
        added = _meanings(load_yaml(path))
        both = {**self.meanings}
        for word, meanings in added.items():
            both[word] = (*meanings, *both.get(word, ()))
        return WordList(both)


@cache
def known_words() -> WordList:
    """The words of `words.yaml`."""
    resource = files(__package__).joinpath("words.yaml")
    return WordList(_meanings(parse_yaml(resource.read_text("utf-8"), Path("words.yaml"))))


def folded(text: str) -> str:
    """A word without case, width, spaces, hyphens and underscores."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text).casefold())


def _meanings(file: YamlFile) -> dict[str, tuple[Meaning, ...]]:
    meanings: dict[str, list[Meaning]] = {}
    for factor, levels in _mapping(file.data, file, ()).items():
        if not NAME.match(factor):
            raise refusal(
                UsageError,
                Message("pictures-no-factor-name", {"factor": repr(factor)}),
                place=file.place((factor,)),
                hint=Message("pictures-factor-letters"),
            )
        for rank, (level, words) in enumerate(_mapping(levels, file, (factor,)).items()):
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise refusal(
                    UsageError,
                    Message("pictures-words-no-list", {"level": repr(level)}),
                    place=file.place((factor, level)),
                    hint=Message("pictures-words-quoted"),
                )
            for word in dict.fromkeys(map(folded, (level, *words))):
                meanings.setdefault(word, []).append(Meaning(factor, level, rank))
    return {word: tuple(held) for word, held in meanings.items()}


def _mapping(data: object, file: YamlFile, place: tuple[str, ...]) -> Mapping[str, object]:
    if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
        raise refusal(
            UsageError,
            Message("pictures-words-by-factor"),
            place=file.place(place),
            hint=Message("pictures-words-example"),
        )
    return data
