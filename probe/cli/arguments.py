"""Arguments of the command line from declared options, and the request that they make."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from typing import Any, TypeVar

from probe.errors import UsageError
from probe.options import Declared, options_of
from probe.options.documented import printed_default

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
    """The request that the arguments make; what was not given has its declared default.

    Args:
        request: the dataclass that declares the options.
        args: what argparse read.
        without: options whose name the command uses for something else.
    """
    names = {declared.name for declared in options_of(request)} - {*without}
    return request(**{name: getattr(args, name) for name in names if hasattr(args, name)})


def add_json(parser: argparse.ArgumentParser) -> None:
    """`--json`, as every command with a result for machines has it."""
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


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
    settings: dict[str, Any] = {}
    if declared.choices:
        settings["choices"] = list(declared.choices)
    else:
        settings["type"] = _parser_of(option.parse) if option.parse else _type_of(declared)
        settings["metavar"] = option.metavar or None
    if option.repeats:
        settings["action"] = "extend" if option.parse else "append"
    return settings


def _parser_of(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """A parser whose complaint argparse prints as it is."""

    def parsed(text: str) -> Any:
        try:
            return parse(text)
        except (ValueError, UsageError) as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return parsed


def _type_of(declared: Declared) -> type:
    return next((kind for kind in (int, float) if kind in declared.types), str)


def _help(declared: Declared) -> str:
    text = declared.option.flag_help or declared.option.help
    takes_value = not isinstance(declared.default, bool) and not declared.option.constant
    if takes_value and not declared.required and declared.default not in (None, (), 0):
        text += f" (default {printed_default(declared.default)})"
    return text.replace("%", "%%")
