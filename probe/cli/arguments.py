"""Arguments of the command line from declared options, and the request that they make."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from probe.errors import ProbeError
from probe.options import Declared, check_options, options_of
from probe.options.documented import printed_default
from probe.wording import Message, wording_of

Request = TypeVar("Request")


def add_options(parser: argparse.ArgumentParser, request: type, only: Collection[str] = ()) -> None:
    """Give a parser the options of a request.

    Args:
        parser: of a command.
        request: the dataclass that declares them.
        only: names of the options that the command has; empty for all.
    """
    for declared in options_of(request):
        if not only or declared.name in only:
            _add(parser, declared)


def request_from(
    request: type[Request], args: argparse.Namespace, without: Collection[str] = ()
) -> Request:
    """The request that the arguments make, checked; what was not given has its declared default.

    Args:
        request: the dataclass that declares the options.
        args: what argparse read.
        without: options whose name the command uses for something else.

    Raises:
        UsageError: a value that its option does not take.
    """
    names = {declared.name for declared in options_of(request)} - {*without}
    made = request(**{name: getattr(args, name) for name in names if hasattr(args, name)})
    check_options(made)
    return made


def add_json(parser: argparse.ArgumentParser) -> None:
    """`--json`, as every command with a result for machines has it."""
    parser.add_argument("--json", action="store_true", help=wording_of().text("help-json"))


def _add(parser: argparse.ArgumentParser, declared: Declared) -> None:
    option = declared.option
    settings: dict[str, Any] = {"help": _help(declared)}
    if not declared.positional:
        settings |= {"dest": declared.name, "default": argparse.SUPPRESS}
        settings["required"] = declared.required
    if isinstance(declared.default, bool):
        settings["action"] = "store_false" if declared.default else "store_true"
    elif option.constant is not None:
        settings |= {"action": "store_const", "const": option.constant}
    else:
        settings |= _value_settings(declared)
    parser.add_argument(declared.flag, **settings)


def _value_settings(declared: Declared) -> dict[str, Any]:
    """How an argument with a value is read."""
    option = declared.option
    settings: dict[str, Any] = {"metavar": option.metavar or None}
    if declared.choices and not option.metavar:
        settings["metavar"] = "{" + ",".join(map(str, declared.choices)) + "}"
    settings["type"] = _parser_of(option.parse or _reader(declared))
    if declared.positional:
        settings["nargs"] = "+" if option.repeats else None if declared.required else "?"
        if not declared.required:
            settings["default"] = argparse.SUPPRESS
    elif option.repeats:
        settings["action"] = "extend" if option.parse else "append"
    return settings


def _parser_of(parse: Callable[[str], object]) -> Callable[[str], object]:
    """A parser whose complaint argparse prints as it is."""

    def parsed(text: str) -> object:
        try:
            return parse(text)
        except (ValueError, ProbeError) as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return parsed


def _reader(declared: Declared) -> Callable[[str], object]:
    """Text on the command line -> a value of the type that the option is declared with."""
    kinds = declared.entry_types
    if int in kinds:
        return lambda text: _number(text, int, "whole number")
    if float in kinds:
        return lambda text: _number(text, float, "number")
    if Path in kinds and str not in kinds:
        return lambda text: Path(text) if text else _refuse_empty()
    return str


def _number(text: str, kind: Callable[[str], float], noun: str) -> float:
    try:
        value = kind(text)
    except ValueError:
        value = None
    if value is None or not isfinite(value):
        raise ValueError(wording_of().text("option-no-number", text=repr(text), whole=kind is int))
    return value


def _refuse_empty() -> NoReturn:
    raise ValueError(wording_of().text("option-given-empty"))


def _help(declared: Declared) -> str:
    text = declared.on_command_line
    takes_value = not isinstance(declared.default, bool) and not declared.option.constant
    if takes_value and not declared.required and declared.default not in (None, (), "", 0):
        value = printed_default(declared.default)
        text = Message("help-default", {"text": text, "value": value})
    return wording_of()(text).replace("%", "%%")
