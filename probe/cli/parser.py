"""The argument parser of every command: options are written in full, a misspelt one is named."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any


class Parser(argparse.ArgumentParser):
    """Takes no abbreviations: `--subject` would be `--subjects` only until another option of that
    beginning is added, and a script would then mean something else. Its commands are parsed alike.
    """

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
                from probe.errors import nearest

                self.error(f"there is no option {word}: {nearest(word, self._long_options())}")
        return super().parse_known_args(args, namespace)

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
