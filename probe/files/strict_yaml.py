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
from probe.wording import Message, refusal

LARGEST = 1_000_000
"""Bytes; a larger file is no protocol, card or recipe (ours: the longest that ships has 7 kB)."""

MOST_DIGITS = 16
"""Whole numbers of so many digits are held exactly, also as floating point (2**53)."""

RIGHT_FILE = Message("yaml-right-file")
"""The next step for what can hardly be the file that was meant."""

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
        raise refusal(
            YamlError,
            Message("yaml-unreadable", {"fault": what}),
            place=_mark(path, mark),
            hint=hint,
        ) from None
    except RecursionError:
        raise refusal(YamlError, Message("yaml-too-deep"), place=path) from None
    except (yaml.YAMLError, ValueError) as error:
        at = getattr(error, "position", None)
        raise refusal(
            YamlError,
            Message(
                "yaml-unreadable",
                {"fault": Message("yaml-no-character", {"at": None if at is None else at + 1})},
            ),
            place=path,
            hint=RIGHT_FILE,
        ) from None
    if node is None:
        raise refusal(YamlError, Message("yaml-empty"), place=path, hint=RIGHT_FILE)
    places: dict[Place, tuple[int, int]] = {}
    return YamlFile(path, _construct(node, (), path, places), places)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise refusal(
                YamlError,
                Message("yaml-too-large", {"bytes": LARGEST}),
                place=path,
                hint=RIGHT_FILE,
            )
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise refusal(
            YamlError, Message("path-no-file"), place=path, hint=neighbours(path)
        ) from None
    except IsADirectoryError:
        raise refusal(
            YamlError, Message("yaml-is-folder"), place=path, hint=contents(path, "*.yaml")
        ) from None
    except UnicodeDecodeError as error:
        raise refusal(
            YamlError,
            Message("yaml-not-utf8", {"byte": error.start}),
            place=path,
            hint=Message("yaml-save-utf8"),
        ) from None
    except OSError as error:
        raise refusal(
            YamlError,
            Message("reason-cannot-be-read", {"detail": str(error.strerror)}),
            place=path,
            hint=Message("yaml-may-you-read"),
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
        raise refusal(
            YamlError,
            Message("yaml-tag", {"tag": node.tag}),
            place=_mark(path, node.start_mark),
            hint=Message("yaml-plain-data"),
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
            raise refusal(
                YamlError,
                Message("yaml-key-twice", {"key": repr(key), "line": first[0]}),
                place=_mark(path, key_node.start_mark),
                hint=Message("yaml-keep-one-key"),
            )
        data[key] = _construct(value_node, (*where, key), path, places)
    return data


def _encodable(text: str, node: yaml.Node, path: Path) -> str:
    """Text that can be written again; an escaped surrogate alone is half a character."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise refusal(
            YamlError,
            Message("yaml-half-character"),
            place=_mark(path, node.start_mark),
            hint=Message("yaml-half-character-step"),
        ) from None
    return spelt_out(text)


def _too_large(text: str, node: yaml.Node, path: Path) -> YamlError:
    long = len(text) > MOST_DIGITS
    return refusal(
        YamlError,
        Message(
            "yaml-large-number",
            {"number": text[:12] if long else text, "length": len(text) if long else None},
        ),
        place=_mark(path, node.start_mark),
        hint=Message("yaml-quote-text"),
    )


def _scalar(node: yaml.Node, path: Path) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        raise refusal(
            YamlError,
            Message("yaml-key-no-word"),
            place=_mark(path, node.start_mark),
            hint=Message("yaml-quote-bracket", {"square": "[", "curly": "{"}),
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
        raise refusal(
            YamlError,
            Message("yaml-no-number", {"text": repr(text)}),
            place=_mark(path, node.start_mark),
            hint=Message("yaml-quote-text"),
        ) from None
