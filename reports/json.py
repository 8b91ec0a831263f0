"""The Document as JSON: the numbers of the report with their printed strings, for machines."""

from __future__ import annotations

import json

from probe.reports.document import Document, Part, joined
from probe.reports.section import Json, declared

FORMAT_VERSION = 1
"""Of `report.json`: raised when what is written there means something else."""

MODEL = ("name", "short", "sub", "label", "threshold", "at", "note", "facts")
"""What is written of a model."""


def render(document: Document) -> str:
    """`report.json`: what every section declares for it.

    Every figure is an object with `value` (null when there is none), `text` as printed, and
    `low`, `high`, `interval`, `note`.
    """
    return json.dumps(data(document), ensure_ascii=False, allow_nan=False) + "\n"


def data(document: Document) -> dict[str, Json]:
    """The Document as plain data, without what only a picture can show."""
    names = ("language", "study", "run", "date", "headline", "limit", "fmr")
    study = [part for part in document.parts if part.chapter is None]
    chapters: list[Json] = [_chapter(part, document) for part in document.chapters]
    return {
        "format_version": FORMAT_VERSION,
        **declared(document, *names),
        "models": [declared(model, *MODEL) for model in document.models],
        **joined(_sections(part, document) for part in study),
        "chapters": chapters,
        **declared(document, "findings"),
    }


def _chapter(part: Part, document: Document) -> dict[str, Json]:
    assert part.chapter is not None
    return {**declared(part.chapter, "key", "axis"), **_sections(part, document)}


def _sections(part: Part, document: Document) -> dict[str, Json]:
    names = [model.name for model in document.models]
    return joined(filled.section.to_json(filled.data, names) for filled in part.sections)
