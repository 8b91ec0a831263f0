"""The declaration of an option, and what is read from it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np

from probe.wording import Message

Value = TypeVar("Value")


@dataclass(frozen=True)
class Option:
    """What is declared of an option beside its name, type and default.

    Attributes:
        help: one line on its value, for the docstring, `docs/options.md` and `--help`; lower case,
            no full stop.
        flag_help: what giving the flag does, where that needs other words than `help`.
        metavar: what stands for its value in `--help`; the same in every language, as messages
            that say what to type have it.
        flag: its name on the command line; empty for `--its-name` (`--no-its-name` where the
            default is True), or for a positional argument where there is no default.
        constant: the value that giving the flag sets; None for a flag that takes a value.
        repeats: on the command line the option may be given several times.
        parse: text on the command line -> its value; None for the type's own.
        least: the lowest number there is; None for no bound.
        between: the number is above the first and below the second.
        within: the number is one of the two, or between them.
        check: raises UsageError for a value, or an entry of a list, that cannot be used.
        positional: the command line takes it without a flag, even where there is a default.
        decides: whether figures or what a run holds depend on its value (`value`), on the content
            of what it names, whose digest is taken elsewhere (`content`), or not (`nothing`).
        manifest: whether the manifest states it `always`, if it was `given`, or `never`.
    """

    help: Message
    metavar: str = ""
    flag_help: Message | None = None
    flag: str = ""
    constant: str | None = None
    repeats: bool = False
    parse: Callable[[str], object] | None = None
    least: int | None = None
    between: tuple[int, int] | None = None
    within: tuple[int, int] | None = None
    check: Callable[[Any], object] | None = None
    positional: bool = False
    decides: Literal["value", "content", "nothing"] = "nothing"
    manifest: Literal["always", "given", "never"] = "always"


@dataclass(frozen=True)
class Declared:
    """An option with the field it was declared in.

    Attributes:
        name: of the field, as in Python.
        option: what was declared.
        types: the types its value may have; Literal types as they stand, None left out.
        default: MISSING where a value must be given.
        optional: whether None is a value.
    """

    name: str
    option: Option
    types: tuple[object, ...]
    default: object
    optional: bool

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default is MISSING

    @property
    def positional(self) -> bool:
        """Whether the command line takes it without a flag."""
        return self.option.positional or (self.required and not self.option.flag)

    @property
    def flag(self) -> str:
        """Its name on the command line."""
        if self.positional:
            return self.name
        word = self.name.replace("_", "-")
        return self.option.flag or (f"--no-{word}" if self.default is True else f"--{word}")

    @property
    def on_command_line(self) -> Message:
        """What giving it on the command line does."""
        return self.option.flag_help or self.option.help

    @property
    def entry_types(self) -> tuple[object, ...]:
        """The types of one value: those of a list's entries, where it takes a list."""
        lists = [get_args(kind)[0] for kind in self.types if get_origin(kind) is Sequence]
        inside = [kind for entry in lists for kind in value_types(entry)]
        return (*(kind for kind in self.types if get_origin(kind) is not Sequence), *inside)

    @property
    def choices(self) -> tuple[object, ...]:
        """The values there are, empty where they are not listed."""
        literals = [kind for kind in self.types if get_origin(kind) is Literal]
        return tuple(value for kind in literals for value in get_args(kind))


def options_of(request: type) -> list[Declared]:
    """The options of a dataclass: those of the class itself, then those it inherits."""
    hints = get_type_hints(request, include_extras=True)
    own_fields = inspect.get_annotations(request)
    return [
        _declared(field.name, hints[field.name], field.default)
        for field in sorted(fields(request), key=lambda field: field.name not in own_fields)
    ]


def _declared(name: str, hint: object, default: object) -> Declared:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"the field {name!r} is declared without an Option")
    kind, option = get_args(hint)[:2]
    members = value_types(kind)
    types = tuple(member for member in members if member is not NoneType)
    return Declared(name, option, types, default, NoneType in members)


def value_types(hint: object) -> tuple[object, ...]:
    """The members of a union, or the one type that an annotation is."""
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def manifest_options(request: object) -> dict[str, object]:
    """Option -> value as the manifest states it; where files lie on a machine is left out."""
    stated: dict[str, object] = {}
    given: dict[str, object] = {}
    for declared in options_of(type(request)):
        value = getattr(request, declared.name)
        if declared.option.manifest == "always":
            stated[declared.name] = _stated(value, declared)
        elif declared.option.manifest == "given" and value != declared.default:
            given[declared.name] = _stated(value, declared)
    return {**stated, **given}


def deciding_values(request: object) -> dict[str, object]:
    """Option -> value of those that figures, or what a run holds, depend on by their value."""
    return {
        declared.name: _plain(getattr(request, declared.name))
        for declared in options_of(type(request))
        if declared.option.decides == "value"
    }


def as_tuple(value: Value | Sequence[Value]) -> tuple[Value, ...]:
    """One value, or several, as a tuple; a text is one value."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return (value,)
    return tuple(value)


def _stated(value: object, declared: Declared) -> object:
    """A value without folders; options that may name files are those whose content decides."""
    if declared.option.decides != "content":
        return _plain(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_without_folder(str(entry)) for entry in value]
    if declared.option.repeats:
        return [_without_folder(str(value))]
    return _without_folder(value) if isinstance(value, str | Path) else value


def _without_folder(given: str | Path) -> str:
    """`NAME=FILE` without the folder: where things lie on a machine is not part of a result."""
    name, equals, path = str(given).partition("=")
    return f"{name}={Path(path).name}" if equals else Path(given).name


def _plain(value: object) -> object:
    """A value as JSON has it."""
    if isinstance(value, Path):
        return value.name
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(entry) for entry in value]
    if isinstance(value, np.generic):
        return value.item()
    return value
