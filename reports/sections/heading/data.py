"""What a chapter asks and what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, declared
from probe.reports.study import Chapter

FEW_MODELS = 2
"""Up to so many models a chapter opens with what crossed factors do together (ours: a sentence a
model; of more the section itself tells)."""


@dataclass(frozen=True)
class Heading:
    """The head of a chapter.

    Attributes:
        title, question: as the protocol words them.
        finding: what was found.
        note: whether a fall is wanted; empty where it is not.
    """

    title: str
    question: str
    finding: str
    note: str


def build(chapter: Chapter) -> Heading:
    """The head of a chapter."""
    return Heading(
        title=chapter.title,
        question=chapter.protocol.question.language(chapter.source.language),
        finding=chapter.words.sentences(_findings(chapter)),
        note=chapter.words.text("report-fall-wanted") if chapter.fall_wanted else "",
    )


def to_json(data: Heading | None, _: Names) -> Mapping[str, Json]:
    """All of it."""
    return declared(data, "title", "question", "finding", "note")


def _findings(chapter: Chapter) -> Iterator[str]:
    """What the chapter found; of factors that are crossed also what they do together."""
    source, names = chapter.source, chapter.source.run.backbones
    yield source.sentence("factor", chapter.key)
    yield source.sentence("break", chapter.key)
    yield source.sentence("sides", chapter.key)
    if len(chapter.protocol.factors) == 1 or len(names) > FEW_MODELS:
        return
    for name in names:
        if sentence := source.sentence("interaction", chapter.key, name):
            model = source.shorts[name]
            named = source.words.text("report-with-model", model=model, sentence=sentence)
            yield sentence if len(names) == 1 else named


SECTION = Section(__name__, build, to_json)
