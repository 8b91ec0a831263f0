"""The Document: everything a report says, section by section, every number's text made once.

HTML, PDF and JSON are three prints of one Document. They copy its strings and never format a
number themselves, so they cannot disagree. They walk over its parts and know none of the sections.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from probe.reports.album import Picture
from probe.reports.axis import Axis
from probe.reports.models import Model
from probe.reports.section import Json, Section
from probe.reports.source import SaidFinding, Source
from probe.reports.study import Chapter, Study, study_of
from probe.reports.words import Words
from probe.runs.reading import Run


@dataclass(frozen=True)
class Outline:
    """A part of a report: sections that stand together under one anchor.

    Attributes:
        anchor: its name within the page.
        sections: names of folders in `probe.reports.sections`, or sections, in order.
        contents: message of its entry in the table of contents; empty for none.
        style: class of the page's element.
    """

    anchor: str
    sections: tuple[str | Section[Any, Any], ...]
    contents: str = ""
    style: str = ""


BEFORE = (
    Outline(
        "summary", ("opening", "checks", "summary", "site", "advice"), "report-summary", "lead"
    ),
    Outline("before", ("standard", "thresholds")),
    Outline("versus", ("versus",), "report-versus-title"),
)
"""What stands before the chapters."""

CHAPTER = (
    "heading",
    "sheet",
    "matrices",
    "crossed",
    "scores",
    "parts",
    "looks",
    "masked",
    "looks_masked",
    "generated",
    "remedies",
    "table",
    "examiner",
)
"""The sections of a chapter; there is one chapter a protocol."""

AFTER = (
    Outline("failures", ("failures",)),
    Outline("method", ("method", "provenance"), "report-method", "method"),
)
"""What stands after the chapters."""


@dataclass(frozen=True)
class Filled:
    """A section with its data; None where the run has nothing for it."""

    section: Section[Any, Any]
    data: Any

    @property
    def name(self) -> str:
        """Name of the section."""
        return self.section.name


@dataclass(frozen=True)
class ChapterFrame:
    """What every section of a chapter is drawn in: its key, its title, its conditions."""

    key: str
    title: str
    axis: Axis


@dataclass(frozen=True)
class Part:
    """A part of a report, ready to be printed.

    Attributes:
        anchor: its name within the page.
        contents: its entry in the table of contents; empty for none.
        style: class of the page's element.
        sections: its sections, in order.
        chapter: of a chapter.
    """

    anchor: str
    contents: str
    style: str
    sections: tuple[Filled, ...]
    chapter: ChapterFrame | None = None

    @property
    def empty(self) -> bool:
        """Whether the run has nothing for it."""
        return all(filled.data is None for filled in self.sections)

    def data(self, name: str) -> Any:
        """The data of a section by its name."""
        return next(filled.data for filled in self.sections if filled.name == name)


@dataclass(frozen=True)
class Document:
    """A report, ready to be printed in any format.

    Attributes:
        language: code of the language it is printed in.
        words: of that language.
        study, run, date: what was run, and when.
        created: when, as in the manifest.
        headline: what was found, in one sentence.
        limit, fmr: highest FNMR that counts as usable, and the asked FMR, as printed.
        models: in the order of the run.
        parts: in the order of the report, the chapters among them.
        findings: all sentences with the cells they rest on.
        pictures: by key.
    """

    language: str
    words: Words
    study: str
    run: str
    date: str
    created: str
    headline: str
    limit: str
    fmr: str
    models: tuple[Model, ...]
    parts: tuple[Part, ...]
    findings: tuple[SaidFinding, ...]
    pictures: Mapping[str, Picture]

    @property
    def chapters(self) -> tuple[Part, ...]:
        """The parts that are about one protocol."""
        return tuple(part for part in self.parts if part.chapter)

    @property
    def demonstration(self) -> str:
        """Which models have weights that are for demonstration only; empty for none."""
        labels = dict.fromkeys(model.label for model in self.models if model.label)
        named = {label: [m.short for m in self.models if m.label == label] for label in labels}
        return self.words.sentences(
            self.words.text("report-demonstration", models=tuple(models), label=label)
            for label, models in named.items()
        )

    def figure_label(self, number: int) -> str:
        """`Figure 3`: what stands before a caption."""
        return self.words.text("report-figure", number=number)

    def data(self, name: str) -> Any:
        """The data of a section outside the chapters by its name."""
        filled = (f for part in self.parts if not part.chapter for f in part.sections)
        return next(f.data for f in filled if f.name == name)


def build(
    run: Run,
    language: str = "en",
    before: Sequence[Outline] = BEFORE,
    chapter: Sequence[str | Section[Any, Any]] = CHAPTER,
    after: Sequence[Outline] = AFTER,
) -> Document:
    """Everything a report says about a run, every number's printed string made once.

    Args:
        run: a finished run.
        language: code of the language of what is printed.
        before: what stands before the chapters.
        chapter: the sections of a chapter.
        after: what stands after the chapters.

    Raises:
        UsageError: there are no words in this language.
        RunError: a file of the run is missing or damaged.
    """
    source = Source(run, language)
    study = study_of(source)
    sections = [_section(name) for name in chapter]
    chapters = [_chapter(one, sections) for one in study.chapters]
    parts = (*_parts(study, before), *chapters, *_parts(study, after))
    return Document(
        language=language,
        words=source.words,
        study=run.manifest.study,
        run=run.manifest.run,
        date=_date(source),
        created=run.manifest.created,
        headline=source.headline,
        limit=source.printer.percent(source.limit),
        fmr=source.printer.rate(source.fmr) if source.fmr is not None else "",
        models=study.models,
        parts=parts,
        findings=source.said_findings,
        pictures=dict(study.album.kept),
    )


def _section(named: str | Section[Any, Any]) -> Section[Any, Any]:
    """A section by the name of its folder."""
    if isinstance(named, Section):
        return named
    section: Section[Any, Any] = import_module(f"probe.reports.sections.{named}.data").SECTION
    return section


def _parts(study: Study, outlines: Iterable[Outline]) -> list[Part]:
    parts = []
    for outline in outlines:
        sections = (_section(named) for named in outline.sections)
        filled = tuple(Filled(section, section.build(study)) for section in sections)
        contents = study.words.text(outline.contents) if outline.contents else ""
        parts.append(Part(outline.anchor, contents, outline.style, filled))
    return parts


def _chapter(chapter: Chapter, sections: Sequence[Section[Any, Any]]) -> Part:
    frame = ChapterFrame(chapter.key, chapter.title, chapter.axis)
    filled = tuple(Filled(section, section.build(chapter)) for section in sections)
    return Part(f"f-{chapter.key}", chapter.title, "factor", filled, frame)


def joined(parts: Iterable[Mapping[str, Json]]) -> dict[str, Json]:
    """What several sections give, by key; two lists under one key become one list."""
    whole: dict[str, Json] = {}
    for part in parts:
        for key, value in part.items():
            before = whole.get(key, [])
            if key not in whole:
                whole[key] = value
            elif isinstance(before, list) and isinstance(value, list):
                whole[key] = [*before, *value]
            else:
                raise ValueError(f"two sections give {key!r}")
    return whole


def _date(source: Source) -> str:
    created = source.run.manifest.created
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return created
    return source.words.text(
        "report-date", day=moment.day, month=moment.month, year=str(moment.year)
    )
