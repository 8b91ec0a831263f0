"""What does not fit in the data of a file, in plain words: pydantic's entries as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from reprlib import Repr
from typing import Any

from probe.errors import nearest

Entry = Mapping[str, Any]
"""What `ValidationError.errors()` holds: `type`, `loc`, `msg`, `input` and `ctx`."""

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 60

NEEDED = {
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a smaller number",
    "int_from_float": "a whole number",
    "string_type": "a text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "set_type": "a list",
    "dict_type": "a mapping (KEY: VALUE)",
    "mapping_type": "a mapping (KEY: VALUE)",
    "model_type": "a mapping (KEY: VALUE)",
    "model_attributes_type": "a mapping (KEY: VALUE)",
    "dataclass_type": "a mapping (KEY: VALUE)",
    "none_required": "null",
    "greater_than": "a number above {gt}",
    "greater_than_equal": "a number of at least {ge}",
    "less_than": "a number below {lt}",
    "less_than_equal": "a number of at most {le}",
    "multiple_of": "a multiple of {multiple_of}",
    "literal_error": "{expected}",
    "enum": "{expected}",
    "string_pattern_mismatch": "a text like {pattern}",
    "string_too_short": "a text of at least {min_length} characters",
    "string_too_long": "a text of at most {max_length} characters",
}
"""Type of an entry -> what is needed instead; names in braces stand in its context."""


def misfit_text(entry: Entry, name: str) -> str:
    """What is wrong with a value, in a sentence.

    Args:
        entry: of pydantic.
        name: of the value, such as `objective.m2`; empty for the whole.
    """
    kind, context = str(entry["type"]), entry.get("ctx", {})
    if kind in NEEDED:
        needed = NEEDED[kind].format(**{name: _whole(value) for name, value in context.items()})
        return f"{name or 'the file'} is {_shown(entry['input'])}: {needed} is needed"
    if kind in ("too_short", "too_long"):
        return f"{name}: {_count(context)}"
    if kind == "missing" and isinstance(entry["loc"][-1], int):
        return f"{name.rpartition('.')[0]}: value {entry['loc'][-1] + 1} of the list is missing"
    if kind == "missing":
        return f"the key {str(entry['loc'][-1])!r} is missing"
    if kind == "extra_forbidden":
        return f"the key {str(entry['loc'][-1])!r} is not known here"
    message, _ = _with_next_step(entry)
    return message if not name or name in message else f"{name}: {message}"


def misfit_hint(entry: Entry, keys: Iterable[str]) -> str | None:
    """The next step for what is wrong: the nearest key or value; None where there is none.

    Args:
        entry: of pydantic.
        keys: that are valid where the entry stands.
    """
    if entry["type"] == "extra_forbidden":
        return nearest(str(entry["loc"][-1]), keys)
    if entry["type"] in ("literal_error", "enum"):
        valid = re.findall(r"'([^']*)'", str(entry["ctx"]["expected"]))
        near = nearest(str(entry["input"]), valid)
        return near if near.startswith("did you mean") else None
    return _with_next_step(entry)[1]


def _with_next_step(entry: Entry) -> tuple[str, str | None]:
    """What a check of ours says, and the nearest name that stands at its end."""
    message = re.sub(r"\A(Value|Assertion) error, ", "", str(entry["msg"]))
    parted = re.fullmatch(r"(.+): (did you mean .+|valid names: .+)", message, re.DOTALL)
    return (parted[1], parted[2]) if parted else (message, None)


def _count(context: Mapping[str, Any]) -> str:
    """A list with too few or too many entries."""
    given = context.get("actual_length")
    least, most = context.get("min_length"), context.get("max_length")
    bound = f"at least {least}" if least is not None else f"at most {most}"
    return f"{bound} values are needed" + ("" if given is None else f", {given} are given")


def _whole(value: object) -> object:
    """A limit as it is written by hand: 4, not 4.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _shown(value: object) -> str:
    """A value of a file as its reader knows it."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return f"the list {_SHORT.repr(list(value))}"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _SHORT.repr(value)
