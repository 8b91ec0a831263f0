"""What varies in a protocol: factors, their levels, and texts in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from probe.files.misfit import UnfitError
from probe.protocol.kinds import KINDS, Scale, check_kind
from probe.wording import Message, nearest

NAME = re.compile(r"[a-z][a-z0-9_-]*\Z")

Value = str | int | float | bool

Steps = Mapping[str, Mapping[str, Value]]
"""Transforms by name with their parameters, in the order in which they are applied."""


class Part(BaseModel):
    """A part of a YAML file: frozen, and without a key that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=False)


class Text(Part):
    """A sentence in one or more languages (`en` is the one everything falls back to)."""

    by_language: Mapping[str, str]

    def __str__(self) -> str:
        return self.language("en")

    def language(self, code: str) -> str:
        """The sentence in a language, in English, or in the first language there is."""
        texts = self.by_language
        return texts.get(code) or texts.get("en") or next(iter(texts.values()))


def _as_text(given: object) -> object:
    if isinstance(given, Text):
        return given
    if isinstance(given, str | int | float):
        return {"by_language": {"en": str(given)}}
    if isinstance(given, dict) and given and all(isinstance(v, str) for v in given.values()):
        return {"by_language": given}
    raise UnfitError(Message("protocol-text-languages"))


LanguageText = Annotated[Text, BeforeValidator(_as_text)]


NO_TRANSFORM = "none"
"""What a level writes under `transform` for pictures as they are."""


def _as_steps_of_level(given: object) -> object:
    if given == NO_TRANSFORM:
        return {}
    return {given: {}} if isinstance(given, str) else given


class Level(Part):
    """One value of a factor.

    Attributes:
        value: as written in picture names and results.
        label: as shown in reports; by default the value with the factor's unit.
        scene: renderer parameters that this level sets.
        transform: transforms of this level (`{rain: {coverage: 20}}`), which join those of the
            protocol; `none`: without them, but for those that levels of other factors make.
    """

    value: Value
    label: LanguageText | None = None
    scene: Mapping[str, Value] = Field(default_factory=dict)
    transform: Annotated[Steps | None, BeforeValidator(_as_steps_of_level)] = None

    @property
    def key(self) -> str:
        """The value as text: `180`, `2.5`, `with`."""
        return as_key(self.value)


def as_key(value: Value) -> str:
    """A level's value as text; 4.0 and 4 are the same level, and so are letters with accents
    that are composed otherwise (Unicode's NFC and NFD).
    """
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unicodedata.normalize("NFC", str(value))


def _as_level(given: object) -> object:
    return given if isinstance(given, dict | Level) else {"value": given}


class Factor(Part):
    """What varies.

    Attributes:
        name: lower-case identifier.
        title: as shown in reports; by default made from the name.
        unit: printed after numbers (`°`, `m`, `cm`), may be empty.
        kind: `nominal` (no order), `ordered` (distance) or `circular` (orientation, in degrees).
        levels: two or more different values; numbers when ordered or circular.
        standard: the level of the standard condition.
    """

    name: str
    title: LanguageText | None = None
    unit: str = ""
    kind: Annotated[str, AfterValidator(check_kind)] = "nominal"
    levels: tuple[Annotated[Level, BeforeValidator(_as_level)], ...]
    standard: Value

    @model_validator(mode="after")
    def _check(self) -> Factor:
        check_name(self.name)
        keys = [level.key for level in self.levels]
        if len(keys) < 2:
            raise UnfitError(Message("protocol-two-levels", {"factor": repr(self.name)}))
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            raise UnfitError(
                Message(
                    "protocol-level-twice", {"level": repr(twice[0]), "factor": repr(self.name)}
                )
            )
        if as_key(self.standard) not in keys:
            raise UnfitError(
                Message(
                    "protocol-standard-no-level",
                    {"level": repr(as_key(self.standard)), "factor": repr(self.name)},
                ),
                nearest(as_key(self.standard), keys),
            )
        if self.scale.numeric and not all(_is_number(level.value) for level in self.levels):
            raise UnfitError(
                Message("protocol-levels-numbers", {"kind": self.kind, "factor": repr(self.name)})
            )
        if self.scale.rises:
            values = [float(level.value) for level in self.levels]
            if values != sorted(values):
                raise UnfitError(Message("protocol-levels-rise", {"factor": repr(self.name)}))
        return self

    @property
    def scale(self) -> Scale:
        """What its levels are, by its kind."""
        return KINDS[self.kind]

    @property
    def heading(self) -> Text:
        """The title, or the name made readable."""
        return self.title or Text(by_language={"en": self.name.replace("_", " ").capitalize()})

    @property
    def standard_key(self) -> str:
        """Key of the standard level."""
        return as_key(self.standard)

    def level(self, key: str) -> Level:
        """The level with this key.

        Raises:
            KeyError: there is none.
        """
        for level in self.levels:
            if level.key == key:
                return level
        raise KeyError(key)

    def label(self, key: str, language: str = "en") -> str:
        """How a level is shown: `180°`, `4 m`, `white sweatshirt`."""
        level = self.level(key)
        if level.label is not None:
            return level.label.language(language)
        if self.unit and _is_number(level.value):
            gap = "" if self.unit in {"°", "%"} else "\u00a0"
            return f"{key}{gap}{self.unit}"
        return key.replace("-", " ").replace("_", " ")


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def check_name(name: str) -> None:
    """Refuse what is no identifier.

    Raises:
        ValueError: the name has other characters than lower-case letters, digits, `_` and `-`.
    """
    if not NAME.match(name):
        raise UnfitError(Message("protocol-no-name", {"name": repr(name)}))
