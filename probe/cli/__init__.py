"""The command line: one module a command; heavy imports stay inside their functions."""

from __future__ import annotations

import argparse
import errno
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from probe.cli.console import spell_out

COMMANDS = {
    "run": "compare conditions: protocol and pictures in, report out",
    "init": "look at a folder of photographs and propose a protocol",
    "validate": "check protocols, and that a photo folder serves them",
    "images": "the pictures of a protocol: counts and a contact sheet",
    "doctor": "is a weights file what it seems, and set up as it was trained",
    "backbones": "what can be compared, and where weights come from",
    "compare": "two runs of the same pictures, paired; or the backbones of one",
    "advise": "which models of a run may be used at a site",
    "verify": "compute every figure of a run again from its vectors",
    "evaluate": "retrieval figures of backbones on a re-identification data set",
    "train": "train a backbone by a recipe",
    "generate": "draw people in other poses with a trained FD-GAN",
    "crop": "cut people out of a video or of frames, with tracks and masks",
    "match": "look for the people of one camera in the others: videos in, page out",
    "scenes": "render a data set of people, with masks and keypoints",
    "plan": "how many people and pictures a protocol needs; a capture sheet",
    "report": "make the report of a finished run again",
    "export": "a finished run as native objects of MLflow or Weights & Biases",
    "cache": "look at the cache, or empty it",
}


COLLECT_AFTER = 20_000
"""New objects between two searches for garbage in cycles (ours). Python's 700 search through the
modules that a command loads again and again: a tenth of the time of a short run."""


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
    except KeyboardInterrupt:  # while modules are imported: nothing has begun
        from probe.cli.language import language_of_words
        from probe.wording import wording_of

        words = wording_of(language_of_words(given, os.environ))
        print(f"\nprobe: {words.text('parser-stopped')}", file=sys.stderr)
        return 130
    if not hasattr(args, "call"):
        parser.print_help()
        return 0
    return _in_the_users_language(args)


def _speaking_before_parsing(given: Sequence[str]) -> AbstractContextManager[None]:
    """Arguments are refused in the user's language; what only asks for help needs no words."""
    if set(given) <= {"-h", "--help", "--version"}:
        return nullcontext()

    from probe.cli.language import language_of_words
    from probe.wording.spoken import speaking

    return speaking(language_of_words(given, os.environ))


def _in_the_users_language(args: argparse.Namespace) -> int:
    from probe.cli.language import asked_language
    from probe.errors import UsageError
    from probe.wording.spoken import speaking

    try:
        language = asked_language(args.language, os.environ)
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
    from probe.cli.parser import Parser

    parser = Parser(
        prog="probe",
        description="Which re-identification model still recognises the same person when distance,"
        " orientation, clothing, background or camera height changes?",
        epilog="start with: probe run protocols/orientation.yaml",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"probe {probe.__version__}")
    parser.set_defaults(commands=parser.add_subparsers(metavar="COMMAND", title="commands"))
    return parser


def _load_command(parser: argparse.ArgumentParser, given: Sequence[str]) -> None:
    """Register every command by name, and import only the module of the one that is asked for."""
    from probe.cli.language import add_language

    commands = parser.get_default("commands")
    parser.set_defaults(commands=None)
    asked = next((word for word in given if not word.startswith("-")), None)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary + ".")
        if name == asked:
            module = importlib.import_module(f"probe.cli.{name}")
            module.add(command)
            add_language(command)
            command.commands_with = commands_with
            resumable = any("--resume" in action.option_strings for action in command._actions)
            command.set_defaults(call=module.call, resumable=resumable)
    first = given[0] if given else ""
    if asked is not None and asked not in COMMANDS and not first.startswith("-"):
        from probe.wording import Message, nearest, wording_of

        step = nearest(asked, COMMANDS)
        refused = Message("parser-no-command", {"command": repr(asked), "step": step})
        parser.error(wording_of()(refused))


def _guarded(args: argparse.Namespace) -> int:
    from probe.errors import ProbeError

    try:
        return int(args.call(args))
    except ProbeError as error:
        print(f"probe: {error}", file=sys.stderr)
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
