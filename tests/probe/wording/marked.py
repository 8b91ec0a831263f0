"""A language made of English: every text of the catalogue stands between marks.

What a reader of a second language would still see in English is what stands outside them.
"""

import re
from collections.abc import Iterable
from functools import cache

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl

MARKED = re.compile("«[^«»]*»")


def marked_catalogue(catalogue: str) -> str:
    """The catalogue with every text that has letters between marks; how numbers look stays."""
    resource = FluentParser(with_spans=False).parse(catalogue)
    for message in resource.body:
        if isinstance(message, ftl.Message) and not message.id.name.startswith("number-"):
            _mark(message.value)
    return FluentSerializer().serialize(resource)


def outside(text: str, data: Iterable[str] = ()) -> list[str]:
    """What has letters and stands neither between marks nor among names and data.

    Args:
        text: as printed; marks may stand within marks, where a page begins within a sentence.
        data: names, paths and texts that are the same in every language; each is taken out as a
            whole, the longest first; a line may break at its spaces.
    """
    rest = text
    while (within := MARKED.sub("\n", rest)) != rest:
        rest = within
    if _has_letters(rest):
        for first, pattern in _patterns(frozenset(data)):
            if first in rest:
                rest = pattern.sub("\n", rest)
    return [part.strip() for part in rest.split("\n") if _has_letters(part)]


@cache
def _patterns(data: frozenset[str]) -> list[tuple[str, re.Pattern[str]]]:
    """First word and pattern of every name with letters, the longest first."""
    names = sorted(filter(_has_letters, data), key=len, reverse=True)
    return [
        (name.split()[0], re.compile(rf"(?<!\w){pattern}(?!\w)"))
        for name in names
        for pattern in [r"\s+".join(map(re.escape, name.split()))]
    ]


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _mark(node: object) -> None:
    if isinstance(node, ftl.TextElement):
        if _has_letters(node.value):
            node.value = f"«{node.value}»"
    elif isinstance(node, ftl.BaseNode):
        for part in vars(node).values():
            _mark(part)
    elif isinstance(node, list):
        for part in node:
            _mark(part)
