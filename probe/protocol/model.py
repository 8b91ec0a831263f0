"""A protocol: which conditions are compared, what is expected, and where the pictures come from."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from probe.contracts import Fit
from probe.errors import ProtocolError
from probe.files.misfit import UnfitError
from probe.files.strict_yaml import Place
from probe.protocol.factor import (
    Factor,
    LanguageText,
    Level,
    Part,
    Steps,
    Text,
    Value,
    as_key,
    check_name,
)
from probe.protocol.levels_together import together
from probe.protocol.placeholders import filled, placeholders
from probe.transforms import TRANSFORMS
from probe.wording import Message, nearest, refusal, wording_of

__all__ = [
    "Condition",
    "Factor",
    "Level",
    "PhotoSource",
    "Protocol",
    "Text",
    "as_key",
]

MISPLACED = "misplaced"
"""Type of a mistake of the whole whose context says `where` in the file it stands."""

MOST_CONDITIONS = 2_000
"""Conditions of a protocol (ours: every one is compared with every other); counted before any list
of them is made."""

Across = Literal["camera", "day"]
"""What two compared pictures can be asked to differ in."""


class PhotoSource(Part):
    """How picture files are told apart by their path.

    Attributes:
        pattern: path below the photo folder with `{subject}`, `{level}` or the factors' names,
            `{series}`, `{camera}`, `{day}`, `{take}`, `{outfit}`, other `{fields}`, `*` for
            anything inside one name.
        values: how a field is written in file names, `{field: {written: level}}`; null leaves
            these pictures out.
        repeat: fields whose different values are repeated pictures of one condition (takes).
        across: `camera` or `day`: only pictures that differ in it are compared, of the same person
            and of strangers alike (the rule of Market-1501). Without it any two are.
        strangers: pattern (same fields) of pictures of further people, compared as strangers only.
        boxes: CSV with the person's box in full frames (path, x, y, width, height in pixels).
        metadata: CSV with a `path` column and further field columns (outfit, day, ...).
    """

    pattern: str
    values: Mapping[str, Mapping[str, Value | None]] = Field(default_factory=dict)
    repeat: tuple[str, ...] = ()
    across: Across | None = None
    strangers: str | None = None
    boxes: str | None = None
    metadata: str | None = None


@dataclass(frozen=True)
class Condition:
    """One level of every factor, in one series.

    Attributes:
        index: place in the protocol's order.
        levels: level keys, one per factor, in the protocol's order of factors.
        series: key of the series, empty when the protocol has none.
    """

    index: int
    levels: tuple[str, ...]
    series: str = ""

    @property
    def level(self) -> str:
        """The levels as one text: `180`, or `45|6` for crossed factors."""
        return "|".join(self.levels)

    @property
    def key(self) -> str:
        """`level`, or `series/level`; unique in a protocol."""
        return f"{self.series}/{self.level}" if self.series else self.level


def _as_steps(given: object) -> object:
    """`NAME` alone is the transform whose main parameter takes the level.

    Raises:
        ValueError: there is none of this name.
    """
    if not isinstance(given, str):
        return given
    if given not in TRANSFORMS.places():
        raise UnfitError(
            Message("protocol-no-transform", {"name": repr(given)}),
            nearest(given, TRANSFORMS.names()),
        )
    main = TRANSFORMS.get(given).main
    return {given: {main: "$level"} if main else {}}


class Protocol(Part):
    """A controlled experiment, as its YAML file says it.

    Attributes:
        name: lower-case identifier.
        title: heading of its chapter.
        question: what it asks, as a sentence.
        factors: what varies; with several, every combination is a condition.
        series: a second fixed setting with levels of its own, such as with and without backpack.
        expectation: `invariant` when a good model should not react, `sensitive` when it should.
        takes: pictures per person and condition (rendered; expected of photographs).
        fit: how a picture is brought to a network's input size. Where it is not said, photographs
            come to each network as its card says (`card`), rendered people by `letterbox`.
        scene: renderer parameters; `$level`, `$series` and `$FACTOR` stand for the level's value.
        again: renderer parameters of a second session (`light: 1`), in which every other take is
            rendered. Only pictures of different sessions are then compared, so that what a change
            costs is measured from the standard condition, taken again.
        photos: how photographs are found.
        transform: what is done to every picture, to photographs and to rendered people alike:
            `NAME`, whose main parameter takes the level, or `{NAME: {PARAMETER: value}}` with
            `$level`, `$series` and `$FACTOR`; several are applied one after another. The levels of
            a factor that a transform makes stand in no path.
        groups: what people are grouped by, to compare the error rates of groups. Of photographs,
            fields of the pattern or columns of the metadata (`sex`, `age`), one value a person; of
            rendered people, what the renderer draws: `sex`, `build`.
    """

    name: str
    title: LanguageText
    question: LanguageText
    factors: Annotated[tuple[Factor, ...], Field(min_length=1)]
    series: Factor | None = None
    expectation: Literal["invariant", "sensitive"] = "invariant"
    takes: Annotated[int, Field(ge=1, le=1000)] = 5
    fit: Fit = "letterbox"
    scene: Mapping[str, Value] | None = None
    again: Mapping[str, Value] | None = None
    photos: PhotoSource | None = None
    transform: Annotated[Steps | None, BeforeValidator(_as_steps)] = None
    groups: tuple[Annotated[str, Field(min_length=1)], ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Protocol:
        check_name(self.name)
        names = [axis.name for axis in self.axes]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise UnfitError(Message("protocol-two-factors", {"factor": repr(twice[0])}))
        count = math.prod(len(axis.levels) for axis in self.axes)
        if count > MOST_CONDITIONS:
            raise UnfitError(
                Message("protocol-too-many-conditions", {"count": count, "most": MOST_CONDITIONS})
            )
        if twice := sorted({name for name in self.groups if self.groups.count(name) > 1}):
            raise UnfitError(Message("protocol-group-twice", {"group": repr(twice[0])}))
        if self.scene is None and self.photos is None:
            raise UnfitError(Message("protocol-no-source"))
        if self.again is not None and (self.scene is None or self.takes < 2):
            raise UnfitError(Message("protocol-again"))
        self._check_placeholders()
        return self

    def _check_placeholders(self) -> None:
        stated: dict[Place, Value] = {("scene", k): v for k, v in (self.scene or {}).items()}
        for step, parameters in (self.transform or {}).items():
            stated |= {("transform", step, name): value for name, value in parameters.items()}
        known = [f"${name}" for name in self._placeholders]
        for where, value in stated.items():
            for used in placeholders(value):
                if f"${used}" not in known:
                    place = ".".join(map(str, where))
                    values = {"place": place, "used": f"${used}"}
                    said = wording_of().text("protocol-placeholder", **values)
                    hint = wording_of()(nearest(f"${used}", known))
                    context = {"said": said, "where": where, "hint": hint}
                    raise PydanticCustomError(MISPLACED, "{said}", context)

    @property
    def axes(self) -> tuple[Factor, ...]:
        """The factors, then the series."""
        return (*self.factors, self.series) if self.series else self.factors

    @property
    def _placeholders(self) -> set[str]:
        names = {axis.name for axis in self.axes}
        return (
            names
            | ({"level"} if len(self.factors) == 1 else set())
            | ({"series"} if self.series else set())
        )

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every combination of levels, series by series, in the order of the file."""
        series = [level.key for level in self.series.levels] if self.series else [""]
        levels = [[level.key for level in factor.levels] for factor in self.factors]
        combined = [(s, combo) for s in series for combo in product(*levels)]
        return tuple(Condition(i, combo, s) for i, (s, combo) in enumerate(combined))

    @cached_property
    def standard(self) -> Condition:
        """The standard condition."""
        wanted = tuple(factor.standard_key for factor in self.factors)
        series = self.series.standard_key if self.series else ""
        return next(c for c in self.conditions if c.levels == wanted and c.series == series)

    def label(self, condition: Condition, language: str = "en", *, series: bool = True) -> str:
        """How a condition is shown: `180°`, `180°, with backpack`, `45°, 6 m`."""
        parts = [f.label(k, language) for f, k in zip(self.factors, condition.levels, strict=True)]
        if series and self.series:
            parts.append(self.series.label(condition.series, language))
        return together(parts, language)

    def scene_parameters(self, condition: Condition, session: int = 1) -> dict[str, Value]:
        """Renderer parameters of a condition, placeholders filled in.

        Args:
            condition: of this protocol.
            session: 1, or 2 with what `again` says.

        Raises:
            ProtocolError: the protocol has no `scene:`.
        """
        if self.scene is None:
            raise refusal(
                ProtocolError,
                Message("protocol-no-scene", {"protocol": repr(self.name)}),
                hint=Message("protocol-give-photos"),
            )
        scene = {k: filled(v, self._values(condition)) for k, v in self.scene.items()}
        for factor, key in self._levels_of(condition):
            scene.update(factor.level(key).scene)
        return {**scene, **(self.again or {})} if session > 1 else scene

    @property
    def transforms(self) -> bool:
        """Whether pictures of any condition are changed after they were taken."""
        return bool(self.transform) or any(
            level.transform is not None for axis in self.axes for level in axis.levels
        )

    @cached_property
    def made(self) -> tuple[Factor, ...]:
        """The factors, and the series, whose levels a transform makes: no path need say them."""
        used = {n for step in (self.transform or {}).values() for n in self._axes_in(step)}
        return tuple(
            axis
            for axis in self.axes
            if axis.name in used or any(level.transform is not None for level in axis.levels)
        )

    @cached_property
    def taken(self) -> tuple[Condition, ...]:
        """The conditions that pictures are taken in: transforms make all others from them."""
        standard = (*self.standard.levels, self.standard.series)
        made = [place for place, axis in enumerate(self.axes) if axis in self.made]
        return tuple(
            c
            for c in self.conditions
            if all((*c.levels, c.series)[place] == standard[place] for place in made)
        )

    def transform_steps(self, condition: Condition) -> Steps:
        """Transforms of a condition by name, placeholders filled in.

        A level with `none` leaves out what the protocol does by its factor's level, or to all
        pictures; what is done by other factors stays.
        """
        levels = self._levels_of(condition)
        plain = {axis.name for axis, key in levels if axis.level(key).transform == {}}
        steps = {
            name: values
            for name, values in self.steps_of_numbers(condition).items()
            if not plain or self._is_done_by_others(name, plain)
        }
        for axis, key in levels:
            for name, values in (axis.level(key).transform or {}).items():
                steps[name] = {**steps.get(name, {}), **values}
        return steps

    def steps_of_numbers(self, condition: Condition) -> dict[str, Mapping[str, Value]]:
        """The protocol's transforms of a condition, placeholders filled in, whether or not levels
        leave them out, and without those that levels add.
        """
        values = self._values(condition)
        return {
            name: {key: filled(value, values) for key, value in parameters.items()}
            for name, parameters in (self.transform or {}).items()
        }

    def _is_done_by_others(self, transform: str, plain: set[str]) -> bool:
        used = self._axes_in((self.transform or {})[transform])
        return bool(used) and not used & plain

    def _axes_in(self, parameters: Mapping[str, Value]) -> set[str]:
        """Names of the factors, and of the series, whose levels stand in a transform."""
        names = {axis.name: axis.name for axis in self.axes}
        general = {"level": self.factors[0].name, "series": self.series.name if self.series else ""}
        used = {name for value in parameters.values() for name in placeholders(value)}
        return {{**general, **names}[name] for name in used}

    def session(self, take: int) -> int:
        """The session, 1 or 2, in which a rendered take (0, 1, ...) is taken."""
        return 1 + take % 2 if self.again is not None else 1

    def across(self, source: Literal["photos", "scene"]) -> Across | None:
        """What two compared pictures of a source must differ in; None where any two are compared.

        A rendered session counts as a day.
        """
        if source == "scene":
            return "day" if self.again is not None else None
        return self.photos.across if self.photos else None

    @property
    def states_fit(self) -> bool:
        """Whether the file says how pictures come to a network's input size."""
        return "fit" in self.model_fields_set

    def fitted(self, source: Literal["photos", "scene"]) -> Protocol:
        """The protocol with the fit that pictures of this source get where it says none."""
        if self.states_fit or source == "scene":
            return self
        return self.with_fit("card")

    def with_fit(self, fit: Fit) -> Protocol:
        """The protocol with another fit."""
        return self.model_copy(update={"fit": fit})

    def digest(self) -> str:
        """Hex sha256 over everything the file says but its title and question."""
        return hashlib.sha256(json.dumps(self._content, sort_keys=True).encode()).hexdigest()

    def different_keys(self, other: Protocol) -> list[str]:
        """The keys in which two protocols differ; what they call factors and levels is free."""
        mine, theirs = (_without_texts(content) for content in (self._content, other._content))
        return [key for key in {**mine, **theirs} if mine.get(key) != theirs.get(key)]

    @property
    def _content(self) -> dict[str, Any]:
        """Everything the file says but its title and question."""
        content = self.model_dump(mode="json", exclude={"title", "question"})
        if self.photos and self.photos.across is None:
            del content["photos"]["across"]  # as files said before there was this key
        if self.again is None:
            del content["again"]  # likewise
        if not self.groups:
            del content["groups"]  # likewise
        if self.transform is None:
            del content["transform"]  # likewise
        for axis in [*content["factors"], *([content["series"]] if self.series else [])]:
            for level in axis["levels"]:
                if level["transform"] is None:
                    del level["transform"]  # likewise
        return content

    def _levels_of(self, condition: Condition) -> list[tuple[Factor, str]]:
        keys = (*condition.levels, condition.series) if self.series else condition.levels
        return list(zip(self.axes, keys, strict=True))

    def _values(self, condition: Condition) -> dict[str, Value]:
        values = {f.name: f.level(key).value for f, key in self._levels_of(condition)}
        if len(self.factors) == 1:
            values["level"] = values[self.factors[0].name]
        if self.series:
            values["series"] = values[self.series.name]
        return values


def _without_texts(content: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says, without titles of its factors and labels of their levels."""

    def bare(axis: Mapping[str, Any]) -> dict[str, Any]:
        levels = [{k: v for k, v in level.items() if k != "label"} for level in axis["levels"]]
        return {**{k: v for k, v in axis.items() if k != "title"}, "levels": levels}

    series = content["series"]
    factors = [bare(factor) for factor in content["factors"]]
    return {**content, "factors": factors, "series": series and bare(series)}
