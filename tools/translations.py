"""Holds the words of a language against the English ones: `python tools/translations.py ja`.

Prints ids that a language lacks, ids that English does not have, and messages that say other values
than the English ones do. What grammar asks for is free: the order, letter case, whether parts are
listed or joined, and choices by number. Prints too which English sentences have changed since they
were translated: `translated.json` beside it holds the digest of each. Once the translations follow,
`python tools/translations.py ja --accept` notes today's English as theirs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from fluent.syntax import FluentParser, FluentSerializer, ast

from probe.wording.fluent import Bundle
from probe.wording.numbers import Numbers

STYLE = frozenset(f"number-{name}".replace("_", "-") for name in Numbers.__dataclass_fields__)
"""Messages that a language may have and English need not: how numbers look."""

RECORD = Path(__file__).with_name("translated.json")
"""Language -> id -> digest of the English message that its translation follows."""

CASE = frozenset({"APART", "CAPITAL", "LOWERED"})
LISTS = frozenset({"JOIN", "LIST"})
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})

Messages = Mapping[str, ast.Message]


class Said(NamedTuple):
    """What a message says, with the messages it refers to.

    Attributes:
        printed: (variable, how) for every variable it prints; `list` for every list, empty where
            no function prints it.
        chosen: variables that choices other than those by number go by.
        counted: variables that choices by number go by.
    """

    printed: set[tuple[str, str]]
    chosen: set[str]
    counted: set[str]

    @property
    def variables(self) -> set[str]:
        """Every variable it uses."""
        return {name for name, _ in self.printed} | self.chosen | self.counted


def text_of(language: str) -> str:
    """The Fluent file of a language."""
    return (resources.files("probe.wording") / f"{language}.ftl").read_text("utf-8")


def messages_of(text: str) -> dict[str, ast.Message]:
    """The messages of a Fluent file by id."""
    body = FluentParser(with_spans=False).parse(text).body
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


def said_by(messages: Messages, key: str) -> Said:
    """What a message says."""
    said = Said(set(), set(), set())
    _collect(messages, messages[key].value, said, "")
    return said


def _collect(messages: Messages, node: object, said: Said, function: str) -> None:
    if isinstance(node, ast.SelectExpression):
        _choice(messages, node, said)
    elif isinstance(node, ast.FunctionReference):
        name = node.id.name
        inner = function if name in CASE else "list" if name in LISTS else _printer(node)
        for argument in node.arguments.positional:
            _collect(messages, argument, said, inner)
    elif isinstance(node, ast.VariableReference):
        said.printed.add((node.id.name, function))
    elif isinstance(node, ast.MessageReference):
        if node.id.name in messages:
            _collect(messages, messages[node.id.name].value, said, "")
    elif isinstance(node, ast.Pattern):
        for part in node.elements:
            _collect(messages, part, said, function)
    elif isinstance(node, ast.Placeable):
        _collect(messages, node.expression, said, function)


def _printer(call: ast.FunctionReference) -> str:
    """A function with its options: `UNIT`, `UNIT places 3`."""
    options = ((o.name.name, o.value) for o in call.arguments.named)
    return " ".join([call.id.name, *(f"{name} {value.value}" for name, value in options)])


def _choice(messages: Messages, node: ast.SelectExpression, said: Said) -> None:
    if isinstance(node.selector, ast.VariableReference):
        by_number = all(
            isinstance(variant.key, ast.NumberLiteral) or variant.key.name in PLURALS
            for variant in node.variants
        )
        (said.counted if by_number else said.chosen).add(node.selector.id.name)
    for variant in node.variants:
        _collect(messages, variant.value, said, "")


def differences(english: str, other: str) -> Iterator[str]:
    """In what a language's file differs from the English one, a line each."""
    theirs, ours = messages_of(english), messages_of(other)
    for key in theirs.keys() - STYLE - ours.keys():
        yield f"{key}: missing"
    for key in ours.keys() - STYLE - theirs.keys():
        yield f"{key}: unknown"
    for key in theirs:
        if key in ours and key not in STYLE:
            for line in _of_message(said_by(theirs, key), said_by(ours, key)):
                yield f"{key}: {line}"


def _of_message(english: Said, other: Said) -> Iterator[str]:
    for name in sorted(other.variables - english.variables):
        yield f"${name} is not in the English one"
    told = {name for name, _ in english.printed}
    for name, function in sorted(english.printed - other.printed):
        yield f"does not print {_call(name, function)}"
    for name, function in sorted(other.printed - english.printed):
        if name in told:
            yield f"prints {_call(name, function)}"
    for name in sorted(english.chosen - other.variables):
        yield f"does not tell by ${name}"


def _call(name: str, function: str) -> str:
    return f"{function}(${name})" if function else f"${name}"


def digests(english: str) -> dict[str, str]:
    """A digest of every English message, whatever its comments and line breaks."""
    serializer = FluentSerializer()
    found = {}
    for key, message in messages_of(english).items():
        message.comment = None
        words = " ".join(serializer.serialize_entry(message).split())
        found[key] = hashlib.sha256(words.encode()).hexdigest()[:12]
    return found


def behind(language: str, english: str) -> Iterator[str]:
    """A line for every English message that has changed since it was translated."""
    followed = json.loads(RECORD.read_text("utf-8")).get(language, {})
    for key, digest in digests(english).items():
        if key in followed and followed[key] != digest:
            yield f"{key}: the English has changed since it was translated"
        elif key not in followed:
            yield f"{key}: not noted as translated"


def accept(language: str) -> None:
    """Note that a language follows today's English."""
    record = json.loads(RECORD.read_text("utf-8")) if RECORD.is_file() else {}
    record[language] = digests(text_of("en"))
    RECORD.write_text(json.dumps(record, indent=0, sort_keys=True) + "\n", "utf-8")


def main(language: str) -> int:
    """Print the differences; how many there are."""
    text = text_of(language)
    Bundle(language, text)
    lines = sorted([*differences(text_of("en"), text), *behind(language, text_of("en"))])
    print(*lines, f"{len(lines)} differences", sep="\n")
    return len(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("--accept", action="store_true", help="note today's English as translated")
    asked = parser.parse_args()
    if asked.accept:
        accept(asked.language)
    sys.exit(1 if main(asked.language) else 0)
