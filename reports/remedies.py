"""What helps: remedies against the change that cost each model most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probe.reports.document import Axis
from probe.reports.masked import signed
from probe.reports.source import Source
from probe.wording.numbers import NONE, decimal, percent, span, unit


@dataclass(frozen=True)
class Remedy:
    """One rung of the ladder, as printed.

    Attributes:
        name: the remedy, or all together.
        figures: retention, its change, misses, milliseconds a picture.
        interval: 95 % of the change, empty where none is known.
        note: what to read beside it, or why it could not be tried.
    """

    name: str
    figures: tuple[str, str, str, str]
    interval: str
    note: str


@dataclass(frozen=True)
class Remedies:
    """The ladder of one model.

    Attributes:
        model: its index.
        level: the condition that is to be mended.
        sentence: the recommendation.
        rungs: doing nothing first.
    """

    model: int
    level: str
    sentence: str
    rungs: tuple[Remedy, ...]


def remedies_of(source: Source, protocol: str, axis: Axis) -> tuple[Remedies, ...]:
    """The ladders of a chapter, of every model that has one."""
    found = []
    for k, name in enumerate(source.run.backbones):
        told = source.run.remedies(protocol, name)
        if told:
            rungs = tuple(_remedy(source, rung) for rung in told["rungs"])
            level = axis.full[told["condition"]]
            sentence = _named(source, told["recommendation"])
            found.append(Remedies(k, level, sentence, rungs))
    return tuple(found)


def _named(source: Source, recommendation: str) -> str:
    """The recommendation, the remedy called as in the table."""
    name, colon, rest = recommendation.partition(":")
    if not colon:
        return recommendation
    shown = _name(source, name)
    return f"{shown[:1].upper()}{shown[1:]}:{rest}"


def _name(source: Source, name: str) -> str:
    return source.words["remedy_together" if " + " in name else f"remedy_{name}"]


def _remedy(source: Source, rung: Mapping[str, Any]) -> Remedy:
    change: Sequence[float | None] = rung["retention_change"] or (None, None, None)
    known = change[1] is not None and change[2] is not None
    cost = rung["milliseconds"]
    return Remedy(
        name=_name(source, rung["name"]),
        figures=(
            unit(rung["retention"]),
            signed(change[0]),
            percent(rung["fnmr"]),
            NONE if cost is None else decimal(cost),
        ),
        interval=span(signed(change[1]), signed(change[2])) if known else "",
        note=rung["note"],
    )
