"""The argument parser of every command: options are written in full, a misspelt one is named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from probe.wording import Message


class Parser(argparse.ArgumentParser):
    """Takes no abbreviations: `--subject` would be `--subjects` only until another option of that
    beginning is added, and a script would then mean something else. Its commands are parsed alike.

    Attributes:
        commands_with: an option -> the commands that have it, for one that this parser lacks.
    """

    commands_with: Callable[[str], list[str]] = staticmethod(lambda option: [])

    def __init__(self, *args: Any, **settings: Any) -> None:
        from probe.cli.help_text import HelpText
        from probe.wording import wording_of

        words = wording_of()
        ours = {"allow_abbrev": False, "add_help": False, "formatter_class": HelpText}
        super().__init__(*args, **{**ours, **settings})
        self._positionals.title = words.text("help-positionals")
        self._optionals.title = words.text("help-options")
        self.add_argument("-h", "--help", action="help", help=words.text("help-help"))

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse does, after every option is one of this parser's; else it ends, naming the
        nearest.
        """
        for word in self._options_in(args or ()):
            if word not in self._option_string_actions:
                from probe.wording import Message, wording_of

                step = self._next_step(word)
                refused = Message("parser-no-option", {"option": word, "step": step})
                self.error(wording_of()(refused))
        read, more = super().parse_known_args(args, namespace)
        if more and self._subparsers is None:
            self.error(f"unrecognized arguments: {' '.join(more)}")
        return read, more

    def error(self, message: str) -> NoReturn:
        """Ends with exit code 2 after one sentence and the next step; no list of all options."""
        from probe.cli.plain_words import in_plain_words
        from probe.wording import wording_of

        print(f"{self.prog}: {in_plain_words(message)}", file=sys.stderr)
        print(f"  {wording_of().text('parser-help', program=self.prog)}", file=sys.stderr)
        sys.exit(2)

    def _next_step(self, word: str) -> Message:
        """The nearest option; else the commands that have this one."""
        from probe.wording import Message, near_name, nearest

        options = self._long_options()
        if not near_name(word, sorted(options)):
            if self._subparsers is not None:
                return Message("parser-behind-command", {"option": word})
            if others := self.commands_with(word):
                commands = tuple(f"`probe {name}`" for name in others)
                return Message("parser-option-of", {"commands": commands})
        return nearest(word, options)

    def _options_in(self, args: Sequence[str]) -> Iterable[str]:
        """The long options among arguments; those behind a command are the command's."""
        words: Iterable[str] = takewhile(lambda word: word != "--", args)
        if self._subparsers is not None:
            words = self._before_command(words)
        # Argparse takes a word with a space for a value, whatever it begins with.
        names = (word.partition("=")[0] for word in words if word.startswith("--"))
        return (name for name in names if " " not in name)

    def _before_command(self, words: Iterable[str]) -> Iterable[str]:
        """The options before a command, with the values of those that take one."""
        takes_value = False
        for word in words:
            if not (word.startswith("-") or takes_value):
                return
            yield word
            action = self._option_string_actions.get(word)
            takes_value = action is not None and action.nargs is None

    def _long_options(self) -> list[str]:
        return [name for name in self._option_string_actions if name.startswith("--")]
