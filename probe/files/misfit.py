"""What does not fit in the data of a file, in plain words: pydantic's entries as sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from reprlib import Repr
from typing import Any

from probe.wording import Message, Value, near_name, nearest, wording_of

Entry = Mapping[str, Any]
"""What `ValidationError.errors()` holds: `type`, `loc`, `msg`, `input` and `ctx`."""

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 60

_MAPPING = Message("misfit-mapping")
_LIST = Message("misfit-list")
_NUMBER, _WHOLE = Message("misfit-number"), Message("misfit-whole-number")

NEEDED = {
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": Message("misfit-smaller-number"),
    "int_from_float": _WHOLE,
    "string_type": Message("misfit-text"),
    "bool_type": Message("misfit-truth"),
    "bool_parsing": Message("misfit-truth"),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "set_type": _LIST,
    "dict_type": _MAPPING,
    "mapping_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dataclass_type": _MAPPING,
    "none_required": Message("misfit-null"),
    "greater_than": Message("misfit-above"),
    "greater_than_equal": Message("misfit-at-least"),
    "less_than": Message("misfit-below"),
    "less_than_equal": Message("misfit-at-most"),
    "multiple_of": Message("misfit-multiple"),
    "literal_error": Message("misfit-one-of"),
    "enum": Message("misfit-one-of"),
    "string_pattern_mismatch": Message("misfit-pattern"),
    "string_too_short": Message("misfit-longer"),
    "string_too_long": Message("misfit-shorter"),
}
"""Type of an entry -> what is needed instead; its values are the context of the entry."""


class UnfitError(ValueError):
    """What a check of ours finds wrong with a value, in the language that is spoken.

    Args:
        reason: what is wrong.
        hint: the next step.
    """

    def __init__(self, reason: Message, hint: Message | None = None) -> None:
        say = wording_of()
        super().__init__(say(reason))
        self.hint = None if hint is None else say(hint)


def misfit_text(entry: Entry, name: Message | str) -> str:
    """What is wrong with a value, in a sentence of the language that is spoken.

    Args:
        entry: of pydantic.
        name: of the value, such as `objective.m2`; empty for the whole.
    """
    say = wording_of()
    return say.either(_fault(entry, say.either(name)))


def _fault(entry: Entry, name: str) -> Message | str:
    kind, context, last = str(entry["type"]), entry.get("ctx", {}), _last(entry)
    if kind in NEEDED:
        called: Value = name or Message("misfit-file")
        values = {"name": called, "shown": _shown(entry["input"]), "needed": _needed(kind, context)}
        return Message("misfit-value", values)
    if kind in ("too_short", "too_long"):
        return Message("misfit-of", {"name": name, "fault": _count(context)})
    if kind == "missing" and isinstance(last, int):
        of_list = name.rpartition(".")[0]
        return Message("misfit-entry-missing", {"name": of_list, "number": last + 1})
    if kind == "missing":
        return Message("misfit-key-missing", {"key": repr(str(last))})
    if kind == "extra_forbidden":
        return Message("misfit-key-unknown", {"key": repr(str(last))})
    message, _ = _with_next_step(entry)
    if not name or name in message:
        return message
    return Message("misfit-of", {"name": name, "fault": message})


def _last(entry: Entry) -> str | int:
    """The key, or the place in a list, that an entry is of; empty for the whole."""
    return entry["loc"][-1] if entry["loc"] else ""


def misfit_hint(entry: Entry, keys: Iterable[str]) -> str | None:
    """The next step for what is wrong: the nearest key or value; None where there is none. In the
    language that is spoken.

    Args:
        entry: of pydantic.
        keys: that are valid where the entry stands.
    """
    if entry["type"] == "extra_forbidden":
        return wording_of()(nearest(str(entry["loc"][-1]), keys))
    if entry["type"] in ("literal_error", "enum"):
        given = str(entry["input"])
        valid = re.findall(r"'([^']*)'", str(entry["ctx"]["expected"]))
        return wording_of()(nearest(given, valid)) if near_name(given, sorted(valid)) else None
    return _with_next_step(entry)[1]


def _with_next_step(entry: Entry) -> tuple[str, str | None]:
    """What a check of ours says, and its next step: its own, or a nearest name at its end."""
    message = re.sub(r"\A(Value|Assertion) error, ", "", str(entry["msg"]))
    context = entry.get("ctx", {})
    if isinstance(error := context.get("error"), UnfitError):
        return message, error.hint
    if hint := context.get("hint"):
        return message, str(hint)
    parted = re.fullmatch(r"(.+): (did you mean .+|valid names: .+)", message, re.DOTALL)
    return (parted[1], parted[2]) if parted else (message, None)


def _needed(kind: str, context: Mapping[str, Any]) -> Message:
    """What is needed instead."""
    if kind in ("literal_error", "enum"):
        valid = tuple(re.split(r", | or ", str(context["expected"])))
        return replace(NEEDED[kind], values={"values": valid})
    return replace(NEEDED[kind], values={key: str(_whole(v)) for key, v in context.items()})


def _count(context: Mapping[str, Any]) -> Message:
    """A list with too few or too many entries."""
    given = context.get("actual_length")
    least, most = context.get("min_length"), context.get("max_length")
    if least is not None:
        return Message("misfit-too-few", {"least": least, "given": given})
    return Message("misfit-too-many", {"most": most, "given": given})


def _whole(value: object) -> object:
    """A limit as it is written by hand: 4, not 4.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _shown(value: object) -> Message | str:
    """A value of a file as its reader knows it."""
    if isinstance(value, Mapping):
        return Message("misfit-shown-mapping")
    if isinstance(value, list | tuple):
        return Message("misfit-shown-list", {"list": _SHORT.repr(list(value))})
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _SHORT.repr(value)
