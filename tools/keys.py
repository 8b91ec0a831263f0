"""Writes docs/keys.md, the keys of protocols and card files, from their models: tools/keys.py."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from probe.embedding.card_file import CardFile
from probe.protocol.model import Factor, Level, PhotoSource, Protocol, Text
from probe.transforms import TRANSFORMS

PAGE = Path(__file__).parents[1] / "docs" / "keys.md"

HEAD = """# Keys of protocols and card files

Written by `python tools/keys.py` from the models that read these files; change those, not this
page. A key that is not listed here is refused, with its line and the nearest name. `probe validate
FILE` checks a protocol, `probe backbones NAME` prints the values of a shipped card.
"""

PARTS: dict[str, tuple[type[BaseModel], str]] = {
    "Protocol": (Protocol, "The top of a protocol's YAML file."),
    "Factor": (Factor, "An entry of `factors`, and `series`."),
    "Level": (Level, "An entry of `levels`; a plain value is a level with that `value`."),
    "Photographs": (PhotoSource, "Below `photos`."),
    "Card file": (CardFile, "What is left out is as on the shipped card."),
}
"""Heading -> the model, and where its keys stand."""

DEFAULTS = {("Protocol", "fit"): "photographs: `card`; rendered people: `letterbox`"}
"""(heading, key) -> a default that depends on what else is there."""


def transform_parts() -> dict[str, tuple[type[BaseModel], str]]:
    """The same of the transforms that ship, with what each does."""
    parts: dict[str, tuple[type[BaseModel], str]] = {}
    for name, spec in TRANSFORMS.all().items():
        does = inspect.cleandoc(spec.model.__doc__ or "").partition("Attributes:\n")[0].strip()
        main = f" `transform: {name}` gives `{spec.main}` the level." if spec.main else ""
        parts[f"Transform {name}"] = (spec.model, does + main)
    return parts


WORDS: dict[Any, str] = {
    str: "text", int: "whole number", float: "number", bool: "true or false",
    Text: "text, or texts by language",
}  # fmt: skip
NUMBERS = {1: "one", 2: "two", 3: "three"}


def keys_page() -> str:
    """The text of `docs/keys.md`."""
    parts = [HEAD]
    for heading, (model, where) in (PARTS | transform_parts()).items():
        told, shipped = attributes_of(model), model is CardFile
        if not told:
            parts.append(f"## {heading}\n\n{where}\n")
            continue
        rows = ["| key | what it is | takes | default |", "|---|---|---|---|"]
        for name, field in model.model_fields.items():
            default = DEFAULTS.get((heading, name)) or default_of(
                field, "that of the shipped card" if shipped else "none"
            )
            takes = in_words(field.annotation) + limits_of(field)
            cells = (f"`{name}`", told[name].rstrip("."), takes, default)
            rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
        parts.append(f"## {heading}\n\n{where}\n\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def attributes_of(model: type[BaseModel]) -> dict[str, str]:
    """Key -> what the docstring of a model says of it."""
    text = inspect.cleandoc(model.__doc__ or "").partition("Attributes:\n")[2]
    found: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if begin := re.match(r"    (\w+): (.*)", line):
            name = begin[1]
            found[name] = begin[2]
        elif name:
            found[name] += " " + line.strip()
    return {key: value.strip() for key, value in found.items()}


def in_words(kind: Any) -> str:
    """What a key takes, in words."""
    origin, inside = get_origin(kind), get_args(kind)
    if set(inside) >= {str, int, float, bool}:
        return "value (text, number, true or false)"
    if origin is Annotated:
        return in_words(inside[0])
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inside)
    if origin in (Union, UnionType):
        members = [in_words(member) for member in inside if member is not NoneType]
        return " or ".join(dict.fromkeys(members))
    if origin is tuple and inside[-1] is not Ellipsis:
        return f"list of {NUMBERS[len(inside)]}: {in_words(inside[0])}"
    if origin is tuple:
        return f"list: {in_words(inside[0])}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"mapping of {in_words(inside[0])} to {in_words(inside[1])}"
    headings = {model: heading for heading, (model, _) in PARTS.items()}
    if kind in headings:
        return f"[{headings[kind].lower()}](#{headings[kind].lower().replace(' ', '-')})"
    return WORDS[kind]


def limits_of(field: FieldInfo) -> str:
    """`, 0 to 90`, where a number has both limits."""
    limits = {type(one).__name__: one for one in field.metadata}
    if not {"Ge", "Le"} <= set(limits):
        return ""
    return f", {limits['Ge'].ge:,g} to {limits['Le'].le:,g}"


def default_of(field: FieldInfo, nothing: str = "none") -> str:
    """The default of a key; `nothing` where it has none."""
    if field.is_required():
        return "needed"
    value = field.get_default(call_default_factory=True)
    return nothing if value in (None, (), {}, "") else f"`{value}`"


if __name__ == "__main__":
    PAGE.write_text(keys_page(), "utf-8")
    print(f"written {PAGE}")
