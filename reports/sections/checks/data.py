"""What to check of the pictures and models before the results are read, each with what to do.

Collected from what the run notes; there is no such box where nothing is noted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probe.reports.section import Json, Names, Section, plain
from probe.reports.source import Source
from probe.reports.study import Study
from probe.runs.paths import UNMASKED
from probe.wording import Message, stored_message

PICTURES = {
    "note-ignored-pictures": "report-check-ignored",
    "note-closed-folders": "report-check-closed",
    "note-rows-unknown": "report-check-rows",
    "note-pictures-without-row": "report-check-rows",
    "note-boxes-cut-off": "report-check-boxes",
    "note-crops-small": "report-check-shapes",
    "note-odd-shapes": "report-check-shapes",
    "note-nearly-same": "report-check-same",
    "note-nearly-same-two-people": "report-check-two-people",
    "note-near-strangers": "report-check-two-people",
    "data-same-two-people": "report-check-two-people",
    "note-masks-inverted": "report-check-masks",
    "note-same-model-twice": "report-check-twice",
    "note-same-weights-twice": "report-check-twice",
}
"""Notes of a run that ask for a look, and what to do then."""

MODELS = {
    "setup-vectors-equal": "report-check-set-up",
    "setup-vectors-alike": "report-check-set-up",
    "setup-lengths": "report-check-set-up",
    "setup-batch-norm": "report-check-norms",
    "note-weights-loaded": "report-check-tensors",
    "note-not-as-trained": "report-check-fit",
    "note-other-fit": "report-check-fit",
    "note-card-beside": "report-check-card",
}
"""The same of the notes of a model."""


@dataclass(frozen=True)
class Check:
    """Something to look at.

    Attributes:
        text: what was noted.
        todo: what to do.
    """

    text: str
    todo: str


@dataclass(frozen=True)
class Checks:
    """What to check, pictures before models."""

    rows: tuple[Check, ...]


def build(study: Study) -> Checks | None:
    """What the run notes of its input; None where that is nothing."""
    rows = dict.fromkeys([*_of_pictures(study.source), *_of_models(study.source)])
    return Checks(tuple(rows)) if rows else None


def to_json(data: Checks | None, _: Names) -> Mapping[str, Json]:
    """`checks`: what to look at, and what to do; empty where there is nothing."""
    return {"checks": plain(data.rows if data else ())}


def _of_pictures(source: Source) -> Iterator[Check]:
    manifest, text = source.run.manifest, source.words.text
    if lost := sum(failure.variant == UNMASKED for failure in manifest.failures):
        yield Check(text("report-failures-text", count=lost), text("report-check-failures"))
    for note in _messages(manifest.notes):
        if note.id in PICTURES:
            yield Check(source.printer.note(note), text(PICTURES[note.id]))


def _of_models(source: Source) -> Iterator[Check]:
    text = source.words.text
    several = len(source.run.backbones) > 1
    for entry in source.run.manifest.backbones:
        for note in _messages(entry.notes):
            if note.id not in MODELS or (note.id == "note-weights-loaded" and not _unused(note)):
                continue
            said = source.printer.note(note)
            if several:
                said = text("report-check-of-model", model=source.shorts[entry.name], text=said)
            yield Check(said, text(MODELS[note.id]))


def _messages(notes: tuple[str, ...]) -> Iterator[Message]:
    """The notes that are messages; of runs of schema version 1 they are texts."""
    for note in notes:
        message = stored_message(note)
        if isinstance(message, Message):
            yield message


def _unused(note: Message) -> bool:
    """Whether tensors of a weights file were left out."""
    dropped = note.values.get("dropped")
    return isinstance(dropped, int) and dropped > 0


SECTION = Section(__name__, build, to_json)
