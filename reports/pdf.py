"""The Document as a PDF, set with typst: vectors, real text, no system libraries."""

from __future__ import annotations

import io
import json
import tempfile
from dataclasses import asdict, replace
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any

from probe.reports.colours import CHANGE, EVIDENCE, SCALES, ink_on, scale
from probe.reports.document import Chapter, Document, Picture
from probe.reports.layout import (
    column_head,
    columns_of,
    frame_of,
    layout_of,
    parts_of,
    table_columns,
    table_note,
    table_of,
)
from probe.reports.overlay import bar_colours
from probe.reports.phrases import phrases

JPEG_QUALITY = 82
FIRST_CJK = "\u2e80"
"""From here on characters need fonts that neither typst nor Matplotlib carries."""


def render(document: Document) -> bytes:
    """The PDF; the same bytes for the same Document on every machine.

    Latin text is set in fonts that come with typst and Matplotlib; only a text in another script
    (a Japanese title) lets typst look at the fonts of the machine.
    """
    import typst

    data = pdf_data(document)
    text = json.dumps(data, ensure_ascii=False)
    with tempfile.TemporaryDirectory(prefix="probe-report-") as folder:
        root = Path(folder)
        (root / "doc.json").write_text(text, "utf-8")
        (root / "report.typ").write_text(_template(), "utf-8")
        for picture in document.pictures.values():
            (root / f"{picture.key}.jpg").write_bytes(_jpeg(picture))
        made = typst.compile(
            root / "report.typ",
            root=root,
            font_paths=[_fonts()],
            ignore_system_fonts=not any(c >= FIRST_CJK for c in text),
            timestamp=_moment(document),
        )
    return bytes(made)


def _template() -> str:
    return (resources.files("probe.reports") / "templates" / "report.typ").read_text("utf-8")


def _fonts() -> Path:
    """Folder of the fonts that come with Matplotlib (DejaVu, a fallback for rare characters)."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


def _jpeg(picture: Picture) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(picture.data)) as image:
        buffer = io.BytesIO()
        image.convert("RGB").save(buffer, "JPEG", quality=JPEG_QUALITY)
        return buffer.getvalue()


def _moment(document: Document) -> int:
    try:
        return int(datetime.strptime(document.date, "%d %B %Y").timestamp())
    except ValueError:
        return 0


def pdf_data(document: Document) -> dict[str, Any]:
    """What the template prints: the Document's strings, and how they are laid out."""
    told = asdict(document)
    for name in ("pictures", "chapters", "findings"):
        del told[name]
    return {
        **told,
        "words": dict(phrases(document.language)),
        "frame": frame_of(document) / 100,
        "columns": columns_of(len(document.models)),
        "decided": all(model.at is not None for model in document.models),
        "scales": {name: scale(name) for name in (*SCALES, CHANGE)},
        "inks": {name: [ink_on(each) for each in scale(name)] for name in (*SCALES, CHANGE)},
        "bars": {name: bar_colours(name) for name in (EVIDENCE, CHANGE)},
        "chapters": [_chapter(chapter, document) for chapter in document.chapters],
    }


def _chapter(chapter: Chapter, document: Document) -> dict[str, Any]:
    layout = layout_of(chapter)
    table = [
        {
            "level": level,
            "at": at,
            "rows": [
                {
                    "model": document.models[row.model].short,
                    "at": row.model,
                    "columns": row.lines,
                }
                for row in rows
            ],
        }
        for at, (level, rows) in enumerate(table_of(chapter))
    ]
    return {
        "key": chapter.key,
        "title": chapter.title,
        "question": chapter.question,
        "finding": chapter.finding,
        "axis": asdict(chapter.axis),
        "sheet": asdict(chapter.sheet) if chapter.sheet else None,
        "parts": [[asdict(block) for block in part] for part in parts_of(chapter)],
        "layout": asdict(layout),
        "groups": [asdict(group) for group in chapter.groups],
        "ridges": [[asdict(ridge) for ridge in ridges] for ridges in chapter.ridges],
        "decided": chapter.decided,
        "matrix_caption": chapter.matrix_caption,
        "ridge_caption": chapter.ridge_caption,
        "table": table,
        "columns": [column.key for column in table_columns(chapter)],
        "heads": [column_head(column, document.language) for column in table_columns(chapter)],
        "crossed": [asdict(each) for each in chapter.crossed],
        "masked": [asdict(replace(each, cells=())) for each in chapter.masked],
        "looks": [asdict(each) for each in chapter.looks],
        "remedies": [asdict(each) for each in chapter.remedies],
        "table_note": table_note(chapter, document.language),
    }
