"""Failures to acquire: pictures that could not be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, plain
from probe.reports.source import Source
from probe.reports.study import Study
from probe.runs.paths import UNMASKED

SHOWN_FAILURES = 40
"""So many are shown one by one (ours: a page of them; the manifest has all)."""


@dataclass(frozen=True)
class FailureRow:
    """A picture that could not be used."""

    protocol: str
    condition: str
    subject: str
    picture: str
    reason: str


@dataclass(frozen=True)
class Failures:
    """Failures to acquire: the sentence, the first of them, and how many are not shown."""

    text: str
    rows: tuple[FailureRow, ...]
    more: str


def build(study: Study) -> Failures:
    """Pictures that could not be used, the first of them one by one."""
    source = study.source
    lost = [f for f in source.run.manifest.failures if f.variant == UNMASKED]
    masked = [f for f in source.run.manifest.failures if f.variant != UNMASKED]
    if not lost and not masked:
        return Failures(source.words.text("report-failures-none"), (), "")
    failures, say = [*lost, *masked], source.printer.note
    rows = tuple(
        FailureRow(_title(source, f.protocol), f.condition, f.subject, f.picture, say(f.reason))
        for f in failures[:SHOWN_FAILURES]
    )
    rest = len(failures) - len(rows)
    more = source.words.text("report-failures-more", more=rest) if rest else ""
    return Failures(_text(source, len(lost), len(masked)), rows, more)


def to_json(data: Failures | None, _: Names) -> Mapping[str, Json]:
    """`failures`: what is printed; all of them stand in the manifest."""
    return {"failures": plain(data)}


def _text(source: Source, lost: int, masked: int) -> str:
    text = source.words.text
    parts = [text("report-failures-none")]
    if lost:
        parts = [text("report-failures-text", count=lost)]
    if masked:
        parts.append(text("report-failures-masked", count=masked))
    return source.words.sentences(parts)


def _title(source: Source, protocol: str) -> str:
    study_protocol = source.protocols.get(protocol)
    return study_protocol.title.language(source.language) if study_protocol else protocol


SECTION = Section(__name__, build, to_json)
