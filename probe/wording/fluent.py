"""Project Fluent beneath the words: a compiled catalogue and the values its sentences take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser, ast

from probe.errors import WordingError
from probe.wording.blanks import BLANK_BESIDE_LATIN, keep_apart
from probe.wording.functions import Missing, functions
from probe.wording.message import Message, Translated, Value
from probe.wording.numbers import Numbers
from probe.wording.score import COSINE


class _Figure(FluentType):
    """A raw number. A sentence must say how it is printed: { UNIT($x) }, not { $x }."""

    def format(self, locale: object) -> NoReturn:
        raise ValueError("a number is printed by a function, such as COUNT, UNIT or PERCENT")


class _Integer(int, _Figure):
    pass


class _Float(float, _Figure):
    pass


class _Unknown(Missing, FluentType):
    """A figure that is not known; a selector takes it as `[no-value]`."""

    def __eq__(self, other: object) -> bool:
        return other == "no-value" or isinstance(other, _Unknown)

    def __hash__(self) -> int:
        return hash("no-value")

    def format(self, locale: object) -> NoReturn:
        raise ValueError("a figure that is not known is printed by a function, such as UNIT")


class _Text(str):
    """Text that Fluent takes at any length (its limit of 2,500 characters a value is for what
    a stranger's catalogue makes; paragraphs of a study of many protocols are longer).
    """

    def __len__(self) -> int:
        return min(super().__len__(), 1)


class _List(tuple[object, ...], FluentType):
    def format(self, locale: object) -> NoReturn:
        raise ValueError("a list is printed by a function, such as LIST")


class _Entries(FluentBundle):
    """A catalogue of which an entry is read when it is said: a command says few of many.

    Args:
        language: its code.
        texts: the text of every message and, with a dash before its name, of every term.
    """

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        super().__init__([language], use_isolating=False)
        self._language = language
        self._texts = texts

    def _lookup(self, entry_id: str, term: bool = False) -> Any:
        name = f"-{entry_id}" if term else entry_id
        if name not in self._compiled and name in self._texts:
            self.add_resource(_read(self._language, self._texts[name]))
        return super()._lookup(entry_id, term)


class Bundle:
    """A compiled catalogue.

    Args:
        language: its code.
        catalogue: text of a Fluent file.

    Raises:
        WordingError: a line belongs to no message, or there is a message twice; what a message
            itself lacks is found when it is said.
    """

    def __init__(self, language: str, catalogue: str) -> None:
        self.language = language
        texts = _texts(catalogue, language)
        self.ids = frozenset(name for name in texts if not name.startswith("-"))
        self._fluent = _Entries(language, texts)
        self.numbers = Numbers(**self._number_style())
        printers = functions(self.numbers, self._joined)
        self._fluent._functions |= {
            name: _unlimited(function) for name, function in printers.items()
        }

    def render(self, key: str, values: Mapping[str, Value]) -> str:
        """A message in words.

        Raises:
            WordingError: there is no such message, it cannot be read, or it lacks a value.
        """
        if key not in self.ids:
            raise WordingError(f"there are no words for {key!r}", hint="the run may be newer")
        arguments = {name: self._argument(value) for name, value in values.items()}
        # Every message may say $score; what was stored before other scores were named, or needs
        # no name, speaks of cosines. Every one may say $limits; what was stored before there were
        # limits that hold together, or has none, says nothing.
        given = {"score": _Text(COSINE), "limits": _Unknown()}
        return self._format(key, {**given, **arguments})

    def _format(self, key: str, arguments: dict[str, object]) -> str:
        pattern = self._fluent.get_message(key).value
        if pattern is None:
            raise WordingError(f"the message {key!r} has no words")
        problems: list[Exception] = []
        current = CurrentEnvironment(args=arguments)
        try:
            text = pattern(ResolverEnvironment(self._fluent, problems, current=current))
        except ValueError as problem:
            problems.append(problem)
        if problems:
            raise WordingError(f"the words for {key!r} cannot be made: {problems[0]}") from None
        return str(text)

    def _argument(self, value: Value) -> object:
        """A value as Fluent takes it; what is nested is turned into text first."""
        if isinstance(value, str):
            return _Text(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int):
            return _Integer(value)
        if isinstance(value, float):
            return _Float(value)
        if isinstance(value, Message):
            return _Text(self.render(value.id, value.values))
        if isinstance(value, Translated):
            return _Text(value.language(self.language))
        if isinstance(value, tuple):
            return _List(self._argument(part) for part in value)
        return _Unknown()

    def _joined(self, key: str, first: str, second: str) -> str:
        return self._format(key, {"first": _Text(first), "second": _Text(second)})

    def _number_style(self) -> dict[str, str]:
        ids = {name: f"number-{name}".replace("_", "-") for name in Numbers.__dataclass_fields__}
        return {name: self._format(key, {}) for name, key in ids.items() if key in self.ids}


def _unlimited(function: Callable[..., str]) -> Callable[..., Any]:
    def call(*values: Any, **options: Any) -> Any:
        return _Text(function(*values, **options))

    return call


_ENTRY = re.compile(r"(-?[A-Za-z][A-Za-z0-9_-]*) *=")
"""How a message or a term begins, at the start of a line."""


def _texts(catalogue: str, language: str) -> dict[str, str]:
    """The text of every entry by its name, without comments."""
    lines: dict[str, list[str]] = {}
    name = ""
    for line in catalogue.split("\n"):
        if begun := _ENTRY.match(line):
            name = begun[1]
            if name in lines:
                raise WordingError(f"{language}.ftl has the message {name!r} twice")
            lines[name] = [line]
        elif name and (not line or line[0] in " }"):
            lines[name].append(line)
        elif line.strip() and not line.startswith("#"):
            raise WordingError(f"{language}.ftl cannot be read: no message begins so", place=line)
    return {name: "\n".join(text) + "\n" for name, text in lines.items()}


def _read(language: str, text: str) -> ast.Resource:
    """An entry from its text."""
    resource = FluentParser(with_spans=False).parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise WordingError(
                f"{language}.ftl cannot be read: {entry.annotations[0].message}",
                place=(entry.content or "").splitlines()[0],
            )
    _join_lines(resource)
    if language in BLANK_BESIDE_LATIN:
        keep_apart(resource)
    return resource


def _join_lines(node: object) -> None:
    """A line break in the file is a space in the sentence."""
    if isinstance(node, ast.TextElement):
        node.value = node.value.replace("\n", " ")
    elif isinstance(node, ast.BaseNode):
        for part in vars(node).values():
            _join_lines(part)
    elif isinstance(node, list):
        for part in node:
            _join_lines(part)
