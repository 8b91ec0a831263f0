"""Before anything changes: the standard condition, and how to read the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.figure import Figure
from probe.reports.layout import plots_in_row
from probe.reports.matrix import KINDS, Ramp, ramp_of
from probe.reports.section import Json, Names, Section, declared, one_figure, plain
from probe.reports.source import Source
from probe.reports.study import Chapter, Study
from probe.reports.words import Words

READING = {
    "mean": "report-how-mean",
    "retention": "report-how-retention",
    "fnmr": "report-how-fnmr",
}
"""Figures that are explained, with the message that does so."""


@dataclass(frozen=True)
class Distribution:
    """Score shapes at the standard condition for one model, each scaled to its own peak."""

    mated: tuple[float, ...]
    strangers: tuple[float, ...]
    alike: tuple[float, ...]
    mean_mated: Figure
    mean_strangers: Figure
    mean_alike: Figure
    passing: Figure
    passing_alike: Figure


@dataclass(frozen=True)
class Reading:
    """How a figure is read: its name, its scale, what it means."""

    title: str
    ramp: Ramp
    text: str


@dataclass(frozen=True)
class Standard:
    """The standard condition.

    Attributes:
        before: what was found there.
        decided: whether every model has a threshold.
        caption: how to read the shapes.
        distributions: one a model.
        per: how many of them stand in a row.
        notes: what to keep in mind of the whole run.
        reading: how the figures are read.
    """

    before: str
    decided: bool
    caption: str
    distributions: tuple[Distribution, ...]
    per: int
    notes: tuple[str, ...]
    reading: tuple[Reading, ...]


def build(study: Study) -> Standard:
    """The standard condition of a run."""
    source, say = study.source, study.source.printer.note
    models = range(len(source.run.backbones))
    return Standard(
        before=source.sentence("before"),
        decided=source.decided,
        caption=_caption(source),
        distributions=tuple(_distribution(study, model) for model in models),
        per=plots_in_row(len(models)),
        notes=tuple(_sentence(source.words, say(note)) for note in source.run.manifest.notes),
        reading=_reading(study),
    )


def to_json(data: Standard | None, _: Names) -> Mapping[str, Json]:
    """What is said of the standard condition, its figures without the shapes, `reading`."""
    assert data is not None
    figures = ("mean_mated", "mean_strangers", "mean_alike", "passing", "passing_alike")
    return {
        **declared(data, "before", "notes"),
        "before_caption": data.caption,
        "distributions": [declared(shape, *figures) for shape in data.distributions],
        "reading": plain(data.reading),
    }


def _sentence(words: Words, note: str) -> str:
    """A note as a sentence; some are sentences already."""
    return words.text("report-sentence", note=note.rstrip(".。"))


def _caption(source: Source) -> str:
    kinds = set(source.run.cells["kind"])
    return source.words.text(
        "report-before-caption",
        strangers="at_large" in kinds,
        alike="alike" in kinds,
        decided=source.decided,
    )


def _reading(study: Study) -> tuple[Reading, ...]:
    """How the figures of the first chapter are read."""
    words = study.words
    cells = study.chapters[0].cells if study.chapters else ()
    return tuple(
        Reading(words.text(kind.words.title), ramp_of(kind, words), words.text(READING[kind.key]))
        for kind in KINDS
        if kind.key in READING and any(kind.figure(c).value is not None for m in cells for c in m)
    )


def _distribution(study: Study, model: int) -> Distribution:
    """Shapes of the standard condition, from the first protocol that has mated scores there."""
    chapter = _standard_chapter(study.chapters, model)
    standard = chapter.axis.standard
    cell = next(c for c in chapter.cells[model] if c.i == c.j == standard)
    backbone = study.source.run.backbones[model]

    def shape(kind: str) -> tuple[float, ...]:
        where = {"protocol": chapter.key, "i": standard, "j": standard}
        return study.source.shape_of(backbone, kind=kind, **where)

    return Distribution(
        mated=shape("mated"),
        strangers=shape("at_large"),
        alike=shape("alike"),
        mean_mated=cell.mean,
        mean_strangers=cell.strangers,
        mean_alike=cell.alike,
        passing=cell.large_passing,
        passing_alike=cell.alike_passing,
    )


def _standard_chapter(chapters: tuple[Chapter, ...], model: int) -> Chapter:
    for chapter in chapters:
        s = chapter.axis.standard
        if any(c.i == c.j == s and c.mean.value is not None for c in chapter.cells[model]):
            return chapter
    return chapters[0]


SECTION = Section(__name__, build, to_json, figures=one_figure)
