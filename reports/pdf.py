"""The Document as a PDF, set with typst: vectors, real text, no system libraries."""

from __future__ import annotations

import io
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any

from probe.reports.album import Picture
from probe.reports.colours import CHANGE, SCALES, ink_on, scale
from probe.reports.document import Document, Part
from probe.reports.figure_numbers import count_figures, first_numbers
from probe.reports.fonts import (
    families,
    font_folders,
    missing_characters,
    needs_other_fonts,
)
from probe.reports.layout import frame_of
from probe.reports.section import Json, declared, plain
from probe.wording import wording_of

JPEG_QUALITY = 82
"""Of the pictures on paper, which typst takes as JPEG (ours, by eye: no blocks are seen in
print)."""

MOST_WHOLE = 10
"""Models times protocols up to which the PDF holds all that the page does (ours: two models under
the five shipped protocols); beyond it every protocol is summarised."""

WORDS = re.compile(r'\bt\("([a-z0-9-]+)"')
"""How a typst template asks for a message."""


PLACES: Mapping[str, Mapping[str, Any]] = {
    "report-sentence": {"note": "{note}"},
    "report-factor-level": {"factor": "{factor}", "level": "{level}"},
    "parts-joined": {"parts": ("{first}", "{second}")},
    "phrases": {"parts": ("{first}", "{second}")},
    "sentences": {"parts": ("{first}", "{second}")},
}
"""Messages that templates join texts by, `t("phrases", first: .., second: ..)`: their places are
handed to typst as they stand, and filled there."""


def render(document: Document) -> bytes:
    """The PDF; the same bytes for the same Document on every machine.

    Latin text is set in fonts that come with typst and Matplotlib; only a text in another script
    (a Japanese title) lets typst look at the fonts of the machine.
    """
    return start(document)()


def start(document: Document) -> Callable[[], bytes]:
    """Have typst set the PDF (see `render`) beside whatever the caller does meanwhile.

    Returns:
        What waits for it and gives its bytes.
    """
    templates = _templates(document)
    words = {name for text in templates.values() for name in WORDS.findall(text)}
    data = pdf_data(document, words)
    data["lacking"] = _font_note(json.dumps(data, ensure_ascii=False))
    text = json.dumps(data, ensure_ascii=False)
    shown = [picture for picture in document.pictures.values() if f'"{picture.key}"' in text]
    moment = _moment(document)
    pool = ThreadPoolExecutor(1)
    setting = pool.submit(_typeset, templates, text, shown, moment)
    pool.shutdown(wait=False)
    return setting.result


def _typeset(
    templates: Mapping[str, str], text: str, shown: Sequence[Picture], moment: int
) -> bytes:
    """The PDF of templates and the data that they print, as JSON."""
    import typst

    with tempfile.TemporaryDirectory(prefix="probe-report-") as folder:
        root = Path(folder)
        (root / "doc.json").write_text(text, "utf-8")
        for name, template in templates.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(template, "utf-8")
        for picture in shown:
            (root / f"{picture.key}.jpg").write_bytes(_jpeg(picture))
        pdf = typst.compile(
            root / "report.typ",
            root=root,
            font_paths=font_folders(),
            ignore_system_fonts=not needs_other_fonts(text),
            timestamp=moment,
        )
    return bytes(pdf)


def _templates(document: Document) -> dict[str, str]:
    """The report's templates, and those of every section in a folder of its name."""
    shared = resources.files("probe.reports") / "templates"
    templates = {name: (shared / name).read_text("utf-8") for name in ("report.typ", "base.typ")}
    for section in {filled.section for part in document.parts for filled in part.sections}:
        for name, text in section.files(".typ").items():
            templates[f"sections/{section.name}/{name}"] = text
    return templates


def _jpeg(picture: Picture) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(picture.data), formats=("WEBP", "PNG")) as image:
        buffer = io.BytesIO()
        image.convert("RGB").save(buffer, "JPEG", quality=JPEG_QUALITY)
        return buffer.getvalue()


def _moment(document: Document) -> int:
    try:
        return int(datetime.fromisoformat(document.created).timestamp())
    except ValueError:
        return 0


def _font_note(text: str) -> str:
    """What a page says whose characters no font here has, in English; else nothing."""
    lacking = missing_characters(text)
    if not lacking:
        return ""
    return wording_of("en").text("report-no-fonts", characters=len(lacking))


def pdf_data(document: Document, words: Iterable[str]) -> dict[str, Json]:
    """What the templates print: the Document's strings, and the colours they are drawn in.

    Args:
        document: what is printed.
        words: ids of the messages that the templates ask for by `t("...")`.
    """
    scales = {name: scale(name) for name in (*SCALES, CHANGE)}
    numbers, figures = first_numbers(document.parts), count_figures(document.parts)
    return {
        **declared(document, "language", "headline", "date", "models"),
        "chapters": len(document.chapters),
        "demonstration": document.demonstration,
        **_brevity(document),
        "fonts": plain(families(document.language)),
        "words": {
            name: document.words.text(name, **PLACES.get(name, {})) for name in sorted(words)
        },
        "frame": frame_of(document.pictures.values()) / 100,
        "scales": plain(scales),
        "inks": {name: [ink_on(colour) for colour in steps] for name, steps in scales.items()},
        "figures": [document.figure_label(k) for k in range(1, figures + 1)],
        "parts": [_part(document, part, numbers) for part in document.parts],
    }


def summarised(document: Document) -> bool:
    """Whether the PDF leaves out what only the page can hold at a length that is read."""
    return len(document.models) * len(document.chapters) > MOST_WHOLE


def _brevity(document: Document) -> dict[str, Json]:
    """Whether it summarises, and the words for it."""
    if not summarised(document):
        return {"brief": False, "summarises": ""}
    counts = {"models": len(document.models), "factors": len(document.chapters)}
    text = document.words.text("report-pdf-summarises", **counts, most=MOST_WHOLE)
    return {"brief": True, "summarises": text}


def _part(document: Document, part: Part, numbers: Mapping[tuple[str, str], int]) -> Json:
    """Its sections with the number of their first figure; where the PDF summarises, also where the
    rest of it stands.
    """
    brief = summarised(document)
    sections: list[Json] = [
        {"name": filled.name, "figure": numbers[part.anchor, filled.name], "data": data}
        for filled in part.sections
        if filled.data is not None
        and (data := filled.section.on_paper(filled.data, brief=brief)) is not None
    ]
    rest = document.words.text("report-pdf-rest", anchor=part.anchor) if brief else ""
    return {"sections": sections, "chapter": plain(part.chapter), "rest": rest}
