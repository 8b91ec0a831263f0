"""What helps: remedies against the change that cost each model most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, declared, one_figure
from probe.reports.source import Source
from probe.reports.study import Chapter
from probe.runs.records import RemedyRecord
from probe.wording.numbers import NONE

TOGETHER = " + "
"""Joins the names of remedies that were tried together, in runs that hold no label."""


NO_CHANGE = (None, None, None)
"""A change of retention, its lower and its upper limit, where none is known."""


@dataclass(frozen=True)
class Remedy:
    """One rung of the ladder, as printed.

    Attributes:
        name: the remedy, or all together.
        figures: retention, its change, misses, strangers who pass, milliseconds a picture.
        interval: 95 % of the change, empty where none is known.
        note: what to read beside it, or why it could not be tried.
    """

    name: str
    figures: tuple[str, str, str, str, str]
    interval: str
    note: str


@dataclass(frozen=True)
class Ladder:
    """The remedies of one model.

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


def build(chapter: Chapter) -> tuple[Ladder, ...] | None:
    """The remedies of every model that they were tried for; None where there is none."""
    source, ladders = chapter.source, []
    for k, name in enumerate(source.run.backbones):
        stored = source.run.remedies(name, chapter.key)
        if stored:
            failing = source.failing(chapter.key, name)
            rungs = tuple(_remedy(source, rung, kept=failing is None) for rung in stored["rungs"])
            level = chapter.axis.full[stored["condition"]]
            said = _recommendation(source, stored["recommendation"])
            if failing is not None:  # it goes by retention
                said = source.words.text("report-no-margin-remedy", rate=failing)
            ladders.append(Ladder(k, level, said, rungs))
    return tuple(ladders) or None


def to_json(data: tuple[Ladder, ...] | None, names: Names) -> Mapping[str, Json]:
    """`remedies`: one entry a model, with its name."""
    ladders: list[Json] = [
        {"model": names[ladder.model], **declared(ladder, "level", "sentence", "rungs")}
        for ladder in data or ()
    ]
    return {"remedies": ladders}


def _recommendation(source: Source, stored: object) -> str:
    """The recommendation in words; texts of older runs begin with the name of the remedy."""
    recommendation = source.printer.note(stored)
    name, colon, why = recommendation.partition(":")
    if not isinstance(stored, str) or not colon:
        return recommendation
    return source.words.text("report-remedy-recommended", name=_name(source, name), why=why)


def _name(source: Source, name: str) -> str:
    """What runs call a remedy of which they hold the name only."""
    key = "remedy-together" if TOGETHER in name else f"remedy-{name}"
    return source.words.text(key) if key in source.words.wording.ids else name


def _remedy(source: Source, rung: RemedyRecord, *, kept: bool) -> Remedy:
    """A rung; without retention where the model has no margin to keep."""
    printer = source.printer
    retention = rung["retention"] if kept else None
    change: Sequence[float | None] = (rung["retention_change"] if kept else None) or NO_CHANGE
    ends = [printer.end_in_units(end) for end in change[1:]]
    return Remedy(
        name=source.printer.note(rung.get("label")) or _name(source, rung["name"]),
        figures=(
            printer.unit(retention),
            printer.change_in_units(change[0]),
            printer.percent(rung["fnmr"]),
            printer.percent(rung.get("passing")),
            printer.decimal(rung["milliseconds"]),
        ),
        interval="" if NONE in ends else printer.span(ends[0], ends[1]),
        note=printer.note(rung["note"]),
    )


SECTION = Section(__name__, build, to_json, figures=one_figure)
