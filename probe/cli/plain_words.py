"""What argparse refuses, in plain words of the language that is spoken."""

from __future__ import annotations

import re
from dataclasses import replace

from probe.wording import Message, wording_of

_OPTION = "argument (?P<option>[^:]+): "

_PLAIN_WORDS = (
    (_OPTION + "expected one argument", Message("parser-without-value")),
    (_OPTION + "expected at least one argument", Message("parser-without-values")),
    (_OPTION + "ignored explicit argument (?P<value>.*)", Message("parser-takes-none")),
    (_OPTION + "not allowed with argument (?P<other>.*)", Message("parser-not-together")),
    (
        _OPTION + r"invalid choice: (?P<value>.*) \(choose from (?P<values>.*)\)",
        Message("parser-choose"),
    ),
    ("the following arguments are required: (?P<names>.*)", Message("parser-missing")),
    ("unrecognized arguments: (?P<words>.*)", Message("parser-too-many")),
    (_OPTION + "(?P<fault>.*)", Message("parser-of-option")),
)
"""What argparse says -> what it means."""


def in_plain_words(message: str) -> str:
    """What argparse says in plain words; another text as it is."""
    for pattern, words in _PLAIN_WORDS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return wording_of()(replace(words, values=match.groupdict()))
    return message
