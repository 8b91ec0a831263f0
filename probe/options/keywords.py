"""What a message calls by its flag, by its keyword: for who calls a function of the API."""

from __future__ import annotations

import re

from probe.options.declared import Declared, options_of

_FLAG = re.compile(r"(?<![\w-])(--[a-z][a-z0-9-]*)(?: ([^\s,;:]+))?")
_VERBS = frozenset(
    {"is", "names", "works", "sets", "takes", "compares", "and", "or", "out", "with"}
)
"""Words behind a flag in our messages that are not its value."""


def in_keywords(text: str, request: type) -> str:
    """A message with keywords in place of flags: `--subjects -1` becomes `subjects=-1`.

    Commands between backticks stay as they are: they are for the command line.

    Args:
        text: a message or a hint.
        request: the dataclass that declares the options; other flags stay.
    """
    by_flag = {declared.flag: declared for declared in options_of(request)}

    def keyword(match: re.Match[str]) -> str:
        declared = by_flag.get(match[1])
        return match[0] if declared is None else _written(declared, match[2])

    parts = text.split("`")
    return "`".join(part if n % 2 else _FLAG.sub(keyword, part) for n, part in enumerate(parts))


def _written(declared: Declared, word: str | None) -> str:
    """An option and the word behind its flag, as a call writes them."""
    if word is None:
        return declared.name
    if word in _VERBS or isinstance(declared.default, bool):
        return f"{declared.name} {word}"
    number = {int, float} & {*declared.entry_types}
    shown = word if number or word.startswith("'") else repr(word)
    return f"{declared.name}={shown}"
