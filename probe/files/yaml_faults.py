"""What PyYAML says of a file that it cannot read, in plain words."""

from __future__ import annotations

import re

_INDENT = "begin lines that belong together in the same column"
_QUOTE = 'put a text with : or # or a special beginning into "..."'

_NO_LIST_END = "a list [...] is not closed, or lacks a comma"
_NO_MAPPING_END = "a mapping {...} is not closed, or lacks a comma"
_ENDS = "the file ends where a value is expected"
_ITEM = "a list item stands where KEY: VALUE is expected"
_NOT_OF = "this line does not belong to the {} above it"
_NO_QUOTE = "a quoted text is not closed"
_TAG = "a ! or % begins a tag or directive, which are not taken"
_ALIAS = "aliases are not allowed"

_FAULTS: tuple[tuple[str, str, str], ...] = (
    (r".*flow sequence\|expected ',' or ']'.*", _NO_LIST_END, "close it with ]"),
    (r".*flow mapping\|expected ',' or '}'.*", _NO_MAPPING_END, "close it with }"),
    (r".*\|expected <block end>, but found '-'", _ITEM, _INDENT),
    (r".*block mapping\|expected <block end>.*", _NOT_OF.format("mapping"), _INDENT),
    (r".*block \w+\|expected <block end>.*", _NOT_OF.format("list"), _INDENT),
    (r".*\|mapping values are not allowed.*", "a ':' stands where no key can be", _QUOTE),
    (r".*\|could not find expected ':'", "a key without ':' behind it", "write KEY: VALUE"),
    (r".*\|found character '\\t'.*", "a tab", "indent with spaces: YAML takes no tabs"),
    (r".*\|found character (.+) that cannot.*", r"a text cannot begin with \1", _QUOTE),
    (r".*quoted scalar\|found unexpected end.*", _NO_QUOTE, "close it as it begins, with ' or \""),
    (r".*\|found unknown escape character (.+)", r"a backslash before \1", "put it into '...'"),
    (r".*\|expected the node content, .*found '<stream end>'", _ENDS, "close what [ or { opened"),
    (r".*\|expected the node content, .*found (.+)", r"a value is missing before \1", _QUOTE),
    (r".*\|but found another document", "it holds several documents, divided by ---", "keep one"),
    (r".*(?:alias|anchor).*\|.*", "an & or * begins an anchor or alias", _QUOTE),
    (r".*\|aliases are not allowed", _ALIAS, "write the value out wherever it is needed"),
    (r".*(?:tag|directive).*\|.*", _TAG, _QUOTE),
)
"""Context and problem of PyYAML, `|` between -> what is wrong, and the next step."""


def fault_in_words(context: str, problem: str) -> tuple[str, str | None]:
    """What is wrong, and the next step.

    Args:
        context: what PyYAML was reading, such as `while parsing a flow sequence`.
        problem: what it met.
    """
    said = f"{context}|{problem}"
    for pattern, what, hint in _FAULTS:
        if match := re.fullmatch(pattern, said, re.DOTALL):
            return match.expand(what), hint
    return ", ".join(part for part in (context, problem) if part), None
