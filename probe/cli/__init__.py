"""The command line: one module a command; heavy imports stay inside their functions."""

from __future__ import annotations

import argparse
import errno
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager

from probe.cli.console import spell_out
from probe.wording import Message

COMMANDS = {
    "run": Message("help-command-run"),
    "init": Message("help-command-init"),
    "validate": Message("help-command-validate"),
    "images": Message("help-command-images"),
    "doctor": Message("help-command-doctor"),
    "backbones": Message("help-command-backbones"),
    "compare": Message("help-command-compare"),
    "advise": Message("help-command-advise"),
    "verify": Message("help-command-verify"),
    "evaluate": Message("help-command-evaluate"),
    "train": Message("help-command-train"),
    "generate": Message("help-command-generate"),
    "crop": Message("help-command-crop"),
    "match": Message("help-command-match"),
    "scenes": Message("help-command-scenes"),
    "plan": Message("help-command-plan"),
    "report": Message("help-command-report"),
    "export": Message("help-command-export"),
    "cache": Message("help-command-cache"),
}
"""Name of a command -> what it does, in a line."""

PROGRAM_OPTIONS = ("-h", "--help", "--version", "--language")
"""What may stand before a command."""


COLLECT_AFTER = 20_000
"""New objects between two searches for garbage in cycles (ours). Python's 700 search through the
modules that a command loads again and again: about 1 of the 12 s of processor time of a short run
(two slow cores)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code: 0 done, 1 a check failed, 2 refused, 130 interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    gc.set_threshold(COLLECT_AFTER)
    spell_out()
    try:
        with _speaking_before_parsing(given):
            parser = _parser()
            _load_command(parser, given)
            args = parser.parse_args(given)
            if not hasattr(args, "call"):
                parser.print_help()
                return 0
    except KeyboardInterrupt:  # while modules are imported: nothing has begun
        from probe.cli.language import language_of_words
        from probe.wording import wording_of

        words = wording_of(language_of_words(given, os.environ))
        print(f"\nprobe: {words.text('parser-stopped')}", file=sys.stderr)
        return 130
    return _in_the_users_language(args)


def _speaking_before_parsing(given: Sequence[str]) -> AbstractContextManager[None]:
    """Arguments are refused, and help is given, in the user's language."""
    from probe.cli.language import language_of_words
    from probe.wording.spoken import speaking

    return speaking(language_of_words(given, os.environ))


def _in_the_users_language(args: argparse.Namespace) -> int:
    from probe.cli.language import asked_language
    from probe.errors import UsageError
    from probe.wording.spoken import speaking

    try:
        language = asked_language(getattr(args, "language", None), os.environ)
    except UsageError as error:
        print(f"probe: {error}", file=sys.stderr)
        return error.exit_code
    with speaking(language):
        return _guarded(args)


def commands_with(option: str) -> list[str]:
    """The commands that have an option, such as `--json`."""
    from probe.cli.language import add_language
    from probe.cli.parser import Parser

    names = []
    for name in COMMANDS:
        parser = Parser()
        importlib.import_module(f"probe.cli.{name}").add(parser)
        add_language(parser)
        if option in parser._option_string_actions:
            names.append(name)
    return names


def _parser() -> argparse.ArgumentParser:
    import probe
    from probe.cli.language import add_language
    from probe.cli.parser import Parser
    from probe.wording import wording_of

    words = wording_of()
    parser = Parser(
        prog="probe", description=words.text("help-program"), epilog=words.text("help-start")
    )
    version = f"probe {probe.__version__}"
    parser.add_argument(
        "--version", action="version", version=version, help=words.text("help-version")
    )
    add_language(parser)
    commands = parser.add_subparsers(metavar="COMMAND", title=words.text("help-commands"))
    parser.set_defaults(commands=commands)
    return parser


def _load_command(parser: argparse.ArgumentParser, given: Sequence[str]) -> None:
    """Register every command by name, and import only the module of the one that is asked for."""
    from probe.cli.language import add_language
    from probe.wording import wording_of

    words = wording_of()
    commands = parser.get_default("commands")
    parser.set_defaults(commands=None)
    asked = _command_in(given)
    for name, summary in COMMANDS.items():
        text = words(summary)
        described = words.text("help-described", summary=text)
        command = commands.add_parser(name, help=text, description=described)
        if name == asked:
            module = importlib.import_module(f"probe.cli.{name}")
            module.add(command)
            add_language(command)
            command.commands_with = commands_with
            resumable = any("--resume" in action.option_strings for action in command._actions)
            command.set_defaults(call=module.call, resumable=resumable)
    if asked is not None and asked not in COMMANDS:
        from probe.wording import nearest

        step = nearest(asked, COMMANDS)
        refused = Message("parser-no-command", {"command": repr(asked), "step": step})
        parser.error(words(refused))


def _command_in(given: Sequence[str]) -> str | None:
    """The command among the words of a command line: the first, behind the program's options."""
    words = iter(given)
    for word in words:
        if word == "--language":
            next(words, None)
        elif not word.startswith("-"):
            return word
        elif word.partition("=")[0] not in PROGRAM_OPTIONS:
            return None  # refused by name, with the next step
    return None


def _guarded(args: argparse.Namespace) -> int:
    from probe.errors import ProbeError

    try:
        return int(args.call(args))
    except ProbeError as error:
        from probe.stores import with_addresses

        print(f"probe: {with_addresses(str(error))}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        from probe.wording import wording_of

        stopped = wording_of().text("cli-stopped", resumable=bool(args.resumable))
        print(f"\nprobe: {stopped}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        from probe.wording import wording_of

        file = error.filename or wording_of().text("command-a-file")
        print(f"probe: {file}: {error.strerror or error}", file=sys.stderr)
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            text = wording_of().text("cli-disk-full", resumable=bool(args.resumable))
            print(f"  {text}", file=sys.stderr)
        return 1
