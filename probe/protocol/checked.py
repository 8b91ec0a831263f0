"""The data of a YAML file as a protocol; what does not fit is told with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from probe.errors import ProtocolError
from probe.files.misfit import misfit_hint, misfit_text
from probe.files.strict_yaml import Place, YamlFile
from probe.protocol.model import MISPLACED, Factor, Level, PhotoSource, Protocol
from probe.wording import Message, near_name, refusal

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

EXAMPLES = Message("protocol-examples")
"""The next step where no nearer one is known."""


def protocol_of(file: YamlFile) -> Protocol:
    """Check the data of a YAML file as a protocol (see `load_protocol`).

    Raises:
        ProtocolError: it is none; the first mistake, and how many there are besides.
    """
    if not isinstance(file.data, dict):
        raise refusal(
            ProtocolError, Message("protocol-is-mapping"), place=file.place(), hint=EXAMPLES
        )
    try:
        return Protocol.model_validate(file.data)
    except ValidationError as error:
        raise _explained(error, file) from None


def _explained(error: ValidationError, file: YamlFile) -> ProtocolError:
    mistakes = _mistakes(error)
    where, first = next(iter(mistakes.items()))
    if first["type"] == MISPLACED:
        where = first["ctx"]["where"]
    misfit = misfit_text(first, _name_in_words(where, file.data))
    hint = misfit_hint(first, _known_keys(where[:-1])) or EXAMPLES
    return refusal(
        ProtocolError,
        Message("protocol-misfit", {"misfit": misfit, "more": len(mistakes) - 1}),
        place=file.place(where),
        hint=hint,
    )


def _mistakes(error: ValidationError) -> dict[Place, ErrorDetails]:
    """Place -> what is wrong there, one of each: a misspelt key first.

    Pydantic counts some mistakes twice: a value that fits none of several types, a list that is too
    short because what stands in it does not fit, a misspelt key as unknown and as missing.
    """
    # A misspelt key shows up as unknown and as missing: the unknown one is what the user wrote.
    entries = sorted(error.errors(), key=lambda entry: entry["type"] != "extra_forbidden")
    mistakes: dict[Place, ErrorDetails] = {}
    for entry in entries:
        where = tuple(part for part in entry["loc"] if not _internal(part))
        mistakes.setdefault(where, entry)
    return {
        where: entry
        for where, entry in mistakes.items()
        if not (entry["type"] == "missing" and _written_otherwise(where, mistakes))
        and not any(len(other) > len(where) == 1 and other[:1] == where for other in mistakes)
    }


def _written_otherwise(missing: Place, mistakes: Mapping[Place, ErrorDetails]) -> bool:
    """Whether a key is missing because it was misspelt."""
    unknown = [
        str(where[-1])
        for where, entry in mistakes.items()
        if entry["type"] == "extra_forbidden" and where[:-1] == missing[:-1]
    ]
    return any(near_name(key, [str(missing[-1])]) for key in unknown)


def _name_in_words(where: Place, data: Mapping[str, Any]) -> Message | str:
    """A place as its writer knows it: `kind of factor 'orientation'`, not `factors.0.kind`."""
    if where[:1] != ("factors",) or len(where) < 2 or not isinstance(where[1], int):
        return ".".join(str(part) for part in where)
    factor = data["factors"][where[1]]
    name = factor.get("name") if isinstance(factor, dict) else None
    called = repr(name) if isinstance(name, str) else str(where[1] + 1)
    whole, inside = Message("protocol-factor", {"factor": called}), where[2:]
    if inside[:1] == ("levels",) and len(inside) > 1 and isinstance(inside[1], int):
        level = Message("protocol-level", {"number": inside[1] + 1})
        whole, inside = _part_of(level, whole), inside[2:]
        for part in reversed(inside):
            whole = _part_of(str(part), whole)
        return whole
    return _part_of(".".join(map(str, inside)), whole) if inside else whole


def _part_of(part: Message | str, whole: Message) -> Message:
    return Message("protocol-part-of", {"part": part, "whole": whole})


def _internal(part: str | int) -> bool:
    return isinstance(part, str) and (part in {"str", "int", "float", "bool", "by_language"})


def _known_keys(where: tuple[str | int, ...]) -> list[str]:
    names = [part for part in where if isinstance(part, str)]
    model: type[BaseModel] = Protocol
    if names[:1] in (["factors"], ["series"]):
        model = Level if "levels" in names else Factor
    elif names[:1] == ["photos"]:
        model = PhotoSource
    return list(model.model_fields)
