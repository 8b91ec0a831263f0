"""The recommendation for the deployment the user named, every sentence with its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, declared, plain
from probe.reports.sections.table.data import anchor
from probe.reports.source import Source
from probe.reports.study import Study
from probe.runs.records import SiteCellRecord, SiteSentenceRecord

MOST_LINKS = 4
"""So many cells of a sentence are linked (ours: one line); all of them stand in report.json."""


@dataclass(frozen=True)
class SiteLink:
    """A row of a chapter's table of figures.

    Attributes:
        anchor: its name within the page.
        text: the condition.
    """

    anchor: str
    text: str


@dataclass(frozen=True)
class SiteSentence:
    """A sentence of a verdict.

    Attributes:
        text: the sentence.
        links: where its figures stand.
        more: how many more there are, in words; empty for none.
        cells: all cells it rests on.
    """

    text: str
    links: tuple[SiteLink, ...]
    more: str
    cells: tuple[SiteCellRecord, ...]


@dataclass(frozen=True)
class SiteVerdict:
    """Whether one model may be used there.

    Attributes:
        model: its index.
        answer: `use`, `promising`, `doubtful`, `unmeasured`, `undecided` or `avoid`.
        head: the answer in words.
        sentences: the recommendation first.
    """

    model: int
    answer: str
    head: str
    sentences: tuple[SiteSentence, ...]


@dataclass(frozen=True)
class SiteAdvice:
    """What a run says about a site.

    Attributes:
        text: the site as it was written.
        verdicts: one a model, in the order of the run.
        notes: how the site was read and what the verdicts leave open.
    """

    text: str
    verdicts: tuple[SiteVerdict, ...]
    notes: tuple[str, ...]


def build(study: Study) -> SiteAdvice | None:
    """The recommendation; None where no site was named."""
    source, advice = study.source, study.source.run.site
    if not advice:
        return None
    names = source.run.backbones
    verdicts = tuple(
        SiteVerdict(
            model=names.index(verdict["backbone"]),
            answer=verdict["answer"],
            head=source.words.text("site-answer", answer=verdict["answer"]),
            sentences=tuple(_sentence(source, sentence) for sentence in verdict["sentences"]),
        )
        for verdict in advice["verdicts"]
    )
    return SiteAdvice(
        advice["site"]["text"],
        verdicts,
        tuple(source.printer.note(note) for note in advice["notes"]),
    )


def to_json(data: SiteAdvice | None, names: Names) -> Mapping[str, Json]:
    """`site`: every sentence with all its cells; null where no site was named."""
    if data is None:
        return {"site": None}
    verdicts: list[Json] = [
        {
            "model": names[verdict.model],
            **declared(verdict, "answer", "head"),
            "sentences": [_sentence_json(sentence) for sentence in verdict.sentences],
        }
        for verdict in data.verdicts
    ]
    return {"site": {"text": data.text, "verdicts": verdicts, "notes": plain(data.notes)}}


def _sentence_json(sentence: SiteSentence) -> Json:
    links: list[Json] = [link.text for link in sentence.links]
    return {**declared(sentence, "text", "more", "cells"), "links": links}


def _sentence(source: Source, stored: SiteSentenceRecord) -> SiteSentence:
    cells = stored["cells"]
    # Runs of schema version 1 hold the text in place of the message.
    text = source.printer.note(stored.get("message", stored.get("text")))
    links = tuple(dict.fromkeys(_link(source, cell) for cell in cells))
    rest = len(links) - MOST_LINKS
    more = source.words.text("report-site-more", more=rest) if rest > 0 else ""
    return SiteSentence(text, links[:MOST_LINKS], more, tuple(cells))


def _link(source: Source, cell: SiteCellRecord) -> SiteLink:
    protocol = source.protocols[cell["protocol"]]
    model = source.run.backbones.index(cell["backbone"])
    text = protocol.label(protocol.conditions[cell["i"]], source.language)
    return SiteLink(anchor(protocol.name, model, cell["i"]), text)


SECTION = Section(__name__, build, to_json)
