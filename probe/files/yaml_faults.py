"""What PyYAML says of a file that it cannot read, in plain words."""

from __future__ import annotations

import re
from dataclasses import replace

from probe.wording import Message

_INDENT = Message("yaml-indent")
_QUOTE = Message("yaml-quote-special")
_CLOSE = Message("yaml-close-with")
_FLOW = Message("yaml-close-opened", {"square": "[", "curly": "{"})

_FAULTS: tuple[tuple[str, Message, Message], ...] = (
    (
        r".*flow sequence\|expected ',' or ']'.*",
        Message("yaml-no-list-end"),
        replace(_CLOSE, values={"bracket": "]"}),
    ),
    (
        r".*flow mapping\|expected ',' or '}'.*",
        Message("yaml-no-mapping-end", {"example": "{...}"}),
        replace(_CLOSE, values={"bracket": "}"}),
    ),
    (r".*\|expected <block end>, but found '-'", Message("yaml-list-item"), _INDENT),
    (
        r".*block mapping\|expected <block end>.*",
        Message("yaml-not-of", {"kind": "mapping"}),
        _INDENT,
    ),
    (r".*block \w+\|expected <block end>.*", Message("yaml-not-of", {"kind": "list"}), _INDENT),
    (r".*\|mapping values are not allowed.*", Message("yaml-colon"), _QUOTE),
    (r".*\|could not find expected ':'", Message("yaml-no-colon"), Message("yaml-write-key")),
    (r".*\|found character '\\t'.*", Message("yaml-tab"), Message("yaml-spaces")),
    (r".*\|found character (?P<found>.+) that cannot.*", Message("yaml-beginning"), _QUOTE),
    (
        r".*quoted scalar\|found unexpected end.*",
        Message("yaml-no-quote"),
        Message("yaml-close-quote"),
    ),
    (
        r".*\|found unknown escape character (?P<found>.+)",
        Message("yaml-backslash"),
        Message("yaml-single-quotes"),
    ),
    (
        r".*\|expected the node content, .*found '<stream end>'",
        Message("yaml-ends-early"),
        _FLOW,
    ),
    (
        r".*\|expected the node content, .*found (?P<found>.+)",
        Message("yaml-no-value"),
        _QUOTE,
    ),
    (r".*\|but found another document", Message("yaml-documents"), Message("yaml-keep-one")),
    (r".*(?:alias|anchor).*\|.*", Message("yaml-anchor"), _QUOTE),
    (r".*\|aliases are not allowed", Message("yaml-alias"), Message("yaml-write-out")),
    (r".*(?:tag|directive).*\|.*", Message("yaml-tag-sign"), _QUOTE),
)
"""Context and problem of PyYAML, `|` between -> what is wrong, and the next step."""


def fault_in_words(context: str, problem: str) -> tuple[Message | str, Message | None]:
    """What is wrong, and the next step; what is not known here keeps its words.

    Args:
        context: what PyYAML was reading, such as `while parsing a flow sequence`.
        problem: what it met.
    """
    said = f"{context}|{problem}"
    for pattern, what, hint in _FAULTS:
        if match := re.fullmatch(pattern, said, re.DOTALL):
            return replace(what, values={**what.values, **match.groupdict()}), hint
    return ", ".join(part for part in (context, problem) if part), None
