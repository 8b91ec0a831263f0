"""Whether the values of a request are what its options are declared to take."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import MISSING
from math import isfinite
from numbers import Integral, Real
from pathlib import Path
from reprlib import Repr
from types import NoneType, SimpleNamespace
from typing import Any, Literal, TypeGuard, get_args, get_origin, get_type_hints

from probe.contracts import WrappedModel
from probe.errors import ProbeError, UsageError
from probe.options.declared import Declared, Option, options_of, value_types
from probe.options.documented import printed_default
from probe.options.shares import parse_share
from probe.wording import Message, near_name, nearest, refusal, wording_of

TYPE_NOUNS: dict[Any, tuple[str, str]] = {
    str: ("a text", "texts"),
    Path: ("a path", "paths"),
    bool: ("True or False", "True or False"),
    int: ("a whole number", "whole numbers"),
    float: ("a number", "numbers"),
    WrappedModel: ("a wrapped network", "wrapped networks"),
}
"""Type -> what one value and several values of it are called in messages."""

_UNDECLARED = Option(Message("nothing"))
"""What stands for the option of an argument that is none: there are no words on it."""

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 60
"""How a wrong value is quoted: cut where it would fill more than a line (ours)."""


def check_options(request: Any) -> None:
    """Refuse values that an option does not take.

    Args:
        request: a dataclass whose fields are declared options.

    Raises:
        UsageError: names the option, what was given and what it takes; the nearest value where
            there is a list of them.
    """
    for declared in options_of(type(request)):
        value = getattr(request, declared.name)
        if value is None and declared.optional:
            continue
        check_type(declared, value)
        if declared.required and _is_list(value) and not value:
            raise refusal(
                UsageError,
                Message("option-empty-list", {"option": declared.name}),
                hint=_what_it_is(declared, declared.name),
            )
        for entry in value if _is_list(value) else [value]:
            _check_empty(declared, entry)
            _check_choice(declared, entry)
            _check_bounds(declared, entry)
            _check_further(declared, entry)


def check_bounds(declared: Declared, value: float) -> None:
    """Refuse a number outside what its option takes.

    Raises:
        UsageError: names the option and its bounds.
    """
    shown = str(value) if isinstance(value, int) else f"{value:g}"
    option, given = declared.option, f"{declared.flag} {shown}"
    if option.least is not None and not value >= option.least:
        raise refusal(
            UsageError,
            Message("option-too-small", {"given": given, "least": str(option.least)}),
            hint=_what_it_is(declared),
        )
    if option.between is not None and not option.between[0] < value < option.between[1]:
        low, high = option.between
        hint = _what_it_is(declared)
        if option.between == (0, 1):
            hint = Message("option-is-share", {"option": declared.flag, "help": option.help})
        raise refusal(
            UsageError,
            Message("option-not-between", {"given": given, "low": str(low), "high": str(high)}),
            hint=hint,
        )
    if option.within is not None and not option.within[0] <= value <= option.within[1]:
        low, high = option.within
        raise refusal(
            UsageError,
            Message("option-not-within", {"given": given, "low": str(low), "high": str(high)}),
            hint=_what_it_is(declared),
        )


def _what_it_is(declared: Declared, called: str = "") -> Message:
    """The next step where none is nearer: what the option is, by its flag or as it is called."""
    return Message("option-is", {"option": called or declared.flag, "help": declared.option.help})


def check_arguments(function: Callable[..., object], **values: object) -> None:
    """Refuse arguments of another type than a function's annotations say.

    Args:
        function: whose parameters are meant.
        values: some of its arguments, by name.

    Raises:
        UsageError: names the argument, what was given and what it takes.
    """
    # What it gives back may be named for type checkers alone.
    kinds_of = {name: kind for name, kind in function.__annotations__.items() if name != "return"}
    known = getattr(function, "__globals__", {})
    hints = get_type_hints(SimpleNamespace(__annotations__=kinds_of), known)
    for name, value in values.items():
        kinds = value_types(hints[name])
        if not (value is None and NoneType in kinds):
            types = tuple(kind for kind in kinds if kind is not NoneType)
            argument = Declared(name, _UNDECLARED, types, MISSING, NoneType in kinds)
            check_type(argument, value)


def _check_bounds(declared: Declared, value: object) -> None:
    if isinstance(value, Real) and not isinstance(value, bool):
        check_bounds(declared, int(value) if isinstance(value, Integral) else float(value))


def _check_further(declared: Declared, value: object) -> None:
    """What the option itself checks; an error without a next step says what the option is."""
    if declared.option.check is None:
        return
    try:
        declared.option.check(value)
    except ProbeError as error:
        error.hint = error.hint or wording_of()(_what_it_is(declared))
        raise


def _check_empty(declared: Declared, value: object) -> None:
    """An empty text is most often a variable of a script that was not set."""
    if value == "" and declared.default != "":
        raise refusal(
            UsageError,
            Message("option-empty-text", {"option": declared.flag}),
            hint=_what_it_is(declared),
        )


def _check_choice(declared: Declared, value: object) -> None:
    if declared.choices and value not in declared.choices:
        valid = [str(choice) for choice in declared.choices]
        # A flag that stands for a value takes none: the keyword is what was written.
        named = declared.name if declared.option.constant else declared.flag
        raise refusal(
            UsageError,
            Message(
                "option-none-of", {"option": named, "value": repr(value), "values": tuple(valid)}
            ),
            # The values stand in the message: where none is near, the list would stand twice.
            hint=nearest(str(value), valid)
            if near_name(str(value), sorted(valid))
            else _what_it_is(declared, named),
        )


def check_type(declared: Declared, value: object) -> None:
    """Refuse a value of another type; only Python gives one, so the keyword is named.

    Raises:
        UsageError: says what was given, and what is taken.
    """
    if any(_is_of(value, kind) for kind in declared.types):
        return
    given, what = f"{declared.name}={_SHORT.repr(value)}", ""
    if _is_list(value) and (entries := _entry_types(declared)):
        faulty = next(v for v in value if not any(_is_of(v, kind) for kind in entries))
        what = f" holds {_SHORT.repr(faulty)}"
    elif value is not None:
        what = f" is {_kind_of(value)}"
    raise UsageError(
        f"{given}{what}: {_taken(declared)} is needed", hint=_next_step(declared, value)
    )


def _next_step(declared: Declared, value: object) -> str | None:
    help_text = wording_of()(declared.option.help)
    steps = [f"{declared.name} is: {help_text}"] if help_text else []
    if isinstance(value, str):
        kinds = [kind for kind in (int, float) if kind in declared.types and _reads_as(kind, value)]
        if kinds:
            steps.insert(0, f"write {declared.name}={value} without quotes")
        if float in declared.types and (share := _percentage(value)) is not None:
            steps.insert(0, f"write {declared.name}={share:g}")
    if value is None and not declared.required:
        default = printed_default(declared.default)
        steps.insert(0, f"leave it out for its default ({default})" if default else "leave it out")
    return "; ".join(steps) or None


def _percentage(text: str) -> float | None:
    """The share that a percentage is; None for another text."""
    try:
        return parse_share(text) if text.strip().endswith("%") else None
    except ValueError:
        return None


def _reads_as(kind: type[int] | type[float], text: str) -> bool:
    try:
        return isfinite(kind(text))
    except ValueError:
        return False


def _taken(declared: Declared) -> str:
    """What an option takes, in words: `a text or a list of texts`."""
    named = dict.fromkeys(_noun(kind) for kind in declared.types)
    nouns = [noun for noun in named if not (noun == "a path" and "a text" in named)]
    return " or ".join([*nouns, *(["None"] if declared.optional else [])])


def _noun(kind: object) -> str:
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(repr(choice) for choice in get_args(kind))
    if get_origin(kind) is Sequence:
        nouns = [TYPE_NOUNS[entry][1] for entry in value_types(get_args(kind)[0])]
        return f"a list of {' or '.join(nouns)}"
    return TYPE_NOUNS[kind][0]


def _kind_of(value: object) -> str:
    """What a value is, in words."""
    if _is_list(value):
        return "a list"
    if isinstance(value, os.PathLike):
        return "a path"
    names = {bool: "a truth value", str: "a text", int: "a whole number", float: "a number"}
    return names.get(type(value), f"of type {type(value).__name__}")


def _is_of(value: object, kind: Any) -> bool:
    """Whether a value has a declared type; a whole number is a number, True is none."""
    if get_origin(kind) is Literal:
        return isinstance(value, str | int)
    if get_origin(kind) is Sequence:
        kinds = value_types(get_args(kind)[0])
        return _is_list(value) and all(any(_is_of(v, one) for one in kinds) for v in value)
    if kind in (int, float):
        number = Integral if kind is int else Real
        return isinstance(value, number) and not isinstance(value, bool)
    if kind is Path:
        return isinstance(value, os.PathLike)
    return isinstance(value, kind)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray)


def _entry_types(declared: Declared) -> list[object]:
    """The types of what stands in a list; empty where no list is taken."""
    lists = [get_args(kind)[0] for kind in declared.types if get_origin(kind) is Sequence]
    return [kind for entry in lists for kind in value_types(entry)]
