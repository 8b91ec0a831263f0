"""The argument parser of every command: options are written in full, a misspelt one is named."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """Takes no abbreviations: `--subject` would be `--subjects` only until another option of that
    beginning is added, and a script would then mean something else. Its commands are parsed alike.

    Attributes:
        commands_with: an option -> the commands that have it, for one that this parser lacks.
    """

    commands_with: Callable[[str], list[str]] = staticmethod(lambda option: [])

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"allow_abbrev": False, **settings})

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does, after every option is one of this parser's; else it ends, naming the
        nearest.
        """
        for word in self._options_in(args or ()):
            if word not in self._option_string_actions:
                self.error(f"there is no option {word}: {self._next_step(word)}")
        read, more = super().parse_known_args(args, namespace)
        if more and self._subparsers is None:
            self.error(f"unrecognized arguments: {' '.join(more)}")
        return read, more

    def error(self, message: str) -> NoReturn:
        """Ends with exit code 2 after one sentence and the next step; no list of all options."""
        print(f"{self.prog}: {_in_plain_words(message)}", file=sys.stderr)
        print(f"  `{self.prog} --help` says what it takes", file=sys.stderr)
        sys.exit(2)

    def _next_step(self, word: str) -> str:
        """The nearest option; else the commands that have this one."""
        from probe.errors import nearest

        near = nearest(word, self._long_options())
        if near.startswith("did you mean"):
            return near
        if self._subparsers is not None:
            return "options of a command stand behind it: probe COMMAND ... " + word
        others = [f"`probe {name}`" for name in self.commands_with(word)]
        return f"it is one of {', '.join(others)}" if others else near

    def _options_in(self, args: Sequence[str]) -> Iterable[str]:
        """The long options among arguments; those behind a command are the command's."""
        words: Iterable[str] = takewhile(lambda word: word != "--", args)
        if self._subparsers is not None:
            words = takewhile(lambda word: word.startswith("-"), words)
        # Argparse takes a word with a space for a value, whatever it begins with.
        names = (word.partition("=")[0] for word in words if word.startswith("--"))
        return (name for name in names if " " not in name)

    def _long_options(self) -> list[str]:
        return [name for name in self._option_string_actions if name.startswith("--")]


_PLAIN_WORDS = (
    (r"argument ([^:]+): expected one argument", r"\1 is without its value"),
    (r"argument ([^:]+): expected at least one argument", r"\1 is without a value"),
    (r"argument ([^:]+): ignored explicit argument (.*)", r"\1 takes no value, and is given \2"),
    (r"argument ([^:]+): not allowed with argument (.*)", r"\1 and \2 do not go together"),
    (r"the following arguments are required: (.*)", r"missing: \1"),
    (r"unrecognized arguments: (.*)", r"\1: more than the command takes"),
    (r"argument ([^:]+): (.*)", r"\1: \2"),
)
"""What argparse says -> what it means."""


def _in_plain_words(message: str) -> str:
    for pattern, words in _PLAIN_WORDS:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, words, message, flags=re.DOTALL)
    return message
