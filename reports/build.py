"""A finished run -> one Document."""

from __future__ import annotations

from datetime import datetime

from probe.reports.chapters import chapters_of
from probe.reports.decisions import decisions_of
from probe.reports.document import Chapter, Distribution, Document
from probe.reports.hero import hero_of
from probe.reports.pictures import Album, shown_subject
from probe.reports.provenance import failures_of, method_of, models_of, provenance_of
from probe.reports.site import site_of
from probe.reports.source import Source
from probe.reports.summary import summary_of
from probe.reports.versus import versus_of
from probe.runs.store import Run
from probe.wording.numbers import percent, rate, unit


def build(run: Run, language: str = "en") -> Document:
    """Everything a report says about a run, every number's printed string made once.

    Args:
        run: a finished run.
        language: code of the language of titles, questions and phrases (`en` is always there).

    Raises:
        RunError: a file of the run is missing or damaged.
    """
    source = Source(run, language)
    album = Album(run)
    subject = shown_subject(run, source.variant)
    chapters = chapters_of(source, album, subject)
    return Document(
        language=language,
        study=run.manifest.study,
        run=run.manifest.run,
        date=_date(run.manifest.created),
        headline=source.sentence("headline") or run.manifest.study,
        deck=source.sentence("deck"),
        limit=percent(source.limit),
        fmr=rate(source.fmr) if source.fmr is not None else "",
        models=models_of(source),
        axis_marks=tuple((source.axis.place(v), _mark(v)) for v in source.axis.marks),
        hero=hero_of(source, chapters, album, subject),
        summary=summary_of(source, chapters),
        summary_note=_note(source),
        site=site_of(source),
        advice=tuple((found.title, found.text) for found in source.findings("advice")),
        before=source.sentence("before"),
        before_caption=_before_caption(source),
        notes=tuple(_sentence(note) for note in run.manifest.notes),
        distributions=tuple(_distribution(source, chapters, m) for m in range(len(run.backbones))),
        decisions=decisions_of(source),
        versus=versus_of(source),
        chapters=chapters,
        failures=failures_of(source),
        method=method_of(source),
        provenance=provenance_of(source),
        findings=tuple(run.findings),
        pictures=dict(album.kept),
    )


def _date(created: str) -> str:
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return created
    return f"{moment.day} {moment:%B %Y}"


def _mark(value: float) -> str:
    text = unit(value)
    return "1" if text == "1.00" else "0" if text == ".00" else text.removesuffix("0")


def _sentence(note: str) -> str:
    return note[:1].upper() + note[1:] + ("" if note.endswith(".") else ".")


def _note(source: Source) -> str:
    if not source.decided or source.fmr is None:
        return source.words["note_undecided"].format(why=source.why_undecided)
    return source.words["note_decided"].format(fmr=rate(source.fmr), limit=percent(source.limit))


def _before_caption(source: Source) -> str:
    words = source.words
    kinds = set(source.run.cells["kind"])
    return words["before_caption"].format(
        strangers=words["before_strangers"] if "at_large" in kinds else "",
        alike=words["before_alike"] if "alike" in kinds else "",
        decision=words["before_decision"] if source.decided else "",
    )


def _distribution(source: Source, chapters: tuple[Chapter, ...], model: int) -> Distribution:
    """Shapes of the standard condition, from the first protocol that has mated scores there."""
    chapter = _standard_chapter(chapters, model)
    standard = chapter.axis.standard
    cell = next(c for c in chapter.cells[model] if c.i == c.j == standard)
    histograms = source.run.histograms

    def shape(kind: str) -> tuple[float, ...]:
        counts = histograms.find(
            protocol=chapter.key,
            backbone=source.run.backbones[model],
            variant=source.variant,
            kind=kind,
            i=standard,
            j=standard,
        )
        return source.axis.shape(counts, histograms.edges)

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
