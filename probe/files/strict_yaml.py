"""Strict YAML: plain data, no duplicate keys, no tags, and the place of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from probe.errors import YamlError
from probe.files.neighbours import contents, neighbours
from probe.files.plain_text import spelt_out
from probe.files.yaml_faults import fault_in_words

LARGEST = 1_000_000
"""Bytes; a larger file is no protocol, card or recipe (ours: the longest that ships has 7 kB)."""

MOST_DIGITS = 16
"""Whole numbers of so many digits are held exactly, also as floating point (2**53)."""

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """The data of a YAML file and where each value stands.

    Attributes:
        path: the file.
        data: dicts, lists, strings, numbers, booleans and None.
        places: (line, column), counted from 1, of the value under a path of keys and indices.
    """

    path: Path
    data: Any
    places: dict[Place, tuple[int, int]] = field(repr=False)

    def place(self, where: Place = ()) -> str:
        """`file:line:column` of the value at `where`, or of its nearest known parent."""
        for end in range(len(where), -1, -1):
            if where[:end] in self.places:
                line, column = self.places[where[:end]]
                return f"{self.path}:{line}:{column}"
        return str(self.path)


def load_yaml(path: Path) -> YamlFile:
    """Read a YAML file as data; nothing in it is ever executed.

    Booleans are `true` and `false` only (YAML 1.2), so that a level named `no` or `on` stays text.

    Raises:
        YamlError: missing, too large, not UTF-8, not YAML, a duplicate key, a tag or an alias;
            the message names the line.
    """
    return parse_yaml(_read(path), path)


def parse_yaml(text: str, path: Path) -> YamlFile:
    """Parse `text` as `load_yaml` does; `path` only names it in messages."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        what, hint = fault_in_words(error.context or "", error.problem or "")
        mark = error.problem_mark
        raise YamlError(
            f"not readable as YAML: {what}", place=_mark(path, mark), hint=hint
        ) from None
    except RecursionError:
        raise YamlError("lists and mappings lie too deep in each other", place=path) from None
    except (yaml.YAMLError, ValueError) as error:
        at = getattr(error, "position", None)
        raise YamlError(
            "not readable as YAML: it holds a character that no text has"
            + ("" if at is None else f" (character {at + 1})"),
            place=path,
            hint="is it the right file?",
        ) from None
    if node is None:
        raise YamlError("the file is empty", place=path, hint="is it the right file?")
    places: dict[Place, tuple[int, int]] = {}
    return YamlFile(path, _construct(node, (), path, places), places)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise YamlError(
                f"larger than {LARGEST:,} bytes, which no protocol, card or recipe is",
                place=path,
                hint="is it the right file?",
            )
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise YamlError("there is no such file", place=path, hint=neighbours(path)) from None
    except IsADirectoryError:
        raise YamlError(
            "this is a folder, not a YAML file", place=path, hint=contents(path, "*.yaml")
        ) from None
    except UnicodeDecodeError as error:
        raise YamlError(
            f"not UTF-8 text (byte {error.start})", place=path, hint="save the file as UTF-8"
        ) from None
    except OSError as error:
        raise YamlError(
            f"cannot be read ({error.strerror})", place=path, hint="may you read the file?"
        ) from None


class _Loader(yaml.SafeLoader):
    """A SafeLoader with YAML 1.2's plain scalars, and without aliases (they can repeat without
    end).
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse an alias where PyYAML would repeat the node it names."""
        if self.check_event(yaml.AliasEvent):
            mark: Any = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(None, None, "aliases are not allowed", mark)
        return super().compose_node(parent, index)


def _resolvers() -> dict[str, list[tuple[str, Any]]]:
    """PyYAML's rules for plain scalars, less yes/no/on/off, 1:30 and dates."""
    import re

    rules = (
        ("tag:yaml.org,2002:bool", r"(?:true|True|TRUE|false|False|FALSE)\Z", "tTfF"),
        ("tag:yaml.org,2002:null", r"(?:~|null|Null|NULL|)\Z", ["~", "n", "N", ""]),
        ("tag:yaml.org,2002:int", r"[-+]?(?:0|[1-9][0-9]*)\Z", "-+0123456789"),
        (
            "tag:yaml.org,2002:float",
            r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?\Z",
            "-+.0123456789",
        ),
    )
    table: dict[str, list[tuple[str, Any]]] = {}
    for tag, pattern, firsts in rules:
        for first in firsts:
            table.setdefault(first, []).append((tag, re.compile(pattern)))
    return table


_Loader.yaml_implicit_resolvers = _resolvers()


def _mark(path: Path, mark: yaml.Mark | None) -> str:
    return f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)


def _construct(
    node: yaml.Node, where: Place, path: Path, places: dict[Place, tuple[int, int]]
) -> Any:
    places[where] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
        raise YamlError(
            f"{node.tag} is not plain data",
            place=_mark(path, node.start_mark),
            hint="use plain text, numbers, lists and mappings",
        )
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, where, path, places)
    if isinstance(node, yaml.SequenceNode):
        return [
            _construct(child, (*where, index), path, places)
            for index, child in enumerate(node.value)
        ]
    return _scalar(node, path)


def _mapping(
    node: yaml.MappingNode, where: Place, path: Path, places: dict[Place, tuple[int, int]]
) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(_scalar(key_node, path))
        if key in data:
            first = places[(*where, key)]
            raise YamlError(
                f"the key {key!r} stands twice (first at line {first[0]})",
                place=_mark(path, key_node.start_mark),
                hint="keep one of them; the second would silently replace the first",
            )
        data[key] = _construct(value_node, (*where, key), path, places)
    return data


def _encodable(text: str, node: yaml.Node, path: Path) -> str:
    """Text that can be written again; an escaped surrogate alone is half a character."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise YamlError(
            "the text holds half a character (a surrogate)",
            place=_mark(path, node.start_mark),
            hint="write the character itself, in UTF-8",
        ) from None
    return spelt_out(text)


def _too_large(text: str, node: yaml.Node, path: Path) -> YamlError:
    shown = f"{text[:12]}... ({len(text)} characters)" if len(text) > MOST_DIGITS else text
    return YamlError(
        f"{shown} is too large a number",
        place=_mark(path, node.start_mark),
        hint="quote it if it is a text",
    )


def _scalar(node: yaml.Node, path: Path) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        raise YamlError(
            "a key is a plain word, and here a list or a mapping stands for one",
            place=_mark(path, node.start_mark),
            hint="quote a text that begins with [ or {",
        )
    kind, text = node.tag.rsplit(":", 1)[1], node.value
    if kind == "str":
        return _encodable(text, node, path)
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int" and len(text) > MOST_DIGITS:
        raise _too_large(text, node, path)
    try:
        number = int(text) if kind == "int" else float(text)
        if abs(number) == float("inf"):
            raise _too_large(text, node, path)
        return number
    except ValueError:
        raise YamlError(
            f"{text!r} is no number",
            place=_mark(path, node.start_mark),
            hint="quote it if it is a text",
        ) from None
