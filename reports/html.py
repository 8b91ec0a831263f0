"""The Document as one self-contained HTML page that needs no network."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from probe.reports.chapters import NO_MATCH
from probe.reports.colours import CHANGE, EVIDENCE, SCALES, ink_on, scale
from probe.reports.document import Cell, Chapter, Document, Figure, Picture
from probe.reports.layout import (
    block_at,
    column_head,
    columns_of,
    frame_of,
    label_width,
    layout_of,
    parts_of,
    table_columns,
    table_note,
    table_of,
)
from probe.reports.overlay import bar_colours
from probe.reports.phrases import phrases
from probe.wording.numbers import unit

FACTS = (
    "fact_cosine",
    "fact_strangers",
    "fact_alike",
    "fact_retention",
    "fact_missed",
    "fact_log10",
    "fact_dprime",
    "fact_pairs",
)


def narrow(text: str) -> str:
    """A cell on a phone: hundredths without the point, `1` for 1.00, `1+` for more; a change is
    `+4` for +.04.
    """
    if text.startswith("1."):
        return "1" if text == "1.00" else "1+"
    if text.startswith(("+.", "−.")):
        return text[0] + (text[2:].lstrip("0") or "0")
    return text.removeprefix(".")


def area(shape: Sequence[float], height: float = 0.97) -> str:
    """SVG path of a filled shape in a 100 by 40 box."""
    points = _points(shape, height)
    return f"M0 40{''.join(f'L{x} {y}' for x, y in points)}L100 40Z"


def line(shape: Sequence[float], height: float = 0.97) -> str:
    """SVG path of an outline in a 100 by 40 box."""
    return "M" + " ".join(f"{x} {y}" for x, y in _points(shape, height))


def _points(shape: Sequence[float], height: float) -> list[tuple[str, str]]:
    last = max(1, len(shape) - 1)
    return [(f"{k * 100 / last:.2f}", f"{40 - 40 * height * v:.2f}") for k, v in enumerate(shape)]


def fitted(width: int, height: int, frame: int) -> str:
    """The transform that brings a picture out of the common frame to its own size."""
    size = min(100 / width, frame / height)
    left, top = (100 - width * size) / 2, (frame - height * size) / 2
    return f'transform="scale({1 / size:.5f}) translate({-left:.4f} {-top:.4f})"'


def uri(picture: Picture) -> str:
    """A picture as a data URI."""
    return "data:image/webp;base64," + base64.b64encode(picture.data).decode("ascii")


def render(document: Document) -> str:
    """The page, as text."""
    words = phrases(document.language)
    frame = frame_of(document)
    environment = Environment(
        loader=PackageLoader("probe.reports"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(
        area=area,
        line=line,
        uri=uri,
        narrow=narrow,
        fitted=lambda seen: Markup(fitted(seen.width, seen.height, frame)),
        block_at=block_at,
        label_width=label_width,
        parts=parts_of,
        layout=layout_of,
        table=table_of,
        table_columns=table_columns,
        column_head=column_head,
        table_note=lambda chapter: table_note(chapter, document.language),
    )
    return environment.get_template("report.html.j2").render(
        doc=document,
        t=words,
        frame=frame,
        columns=columns_of(len(document.models)),
        css=Markup(_template("report.css") + scale_rules()),
        bars={name: ",".join(bar_colours(name)) for name in (EVIDENCE, CHANGE)},
        js=Markup(_template("report.js")),
        data=Markup(script_json(page_data(document, frame))),
    )


def _template(name: str) -> str:
    return (resources.files("probe.reports") / "templates" / name).read_text("utf-8")


def script_json(data: Any) -> str:
    """JSON that can stand inside a script element: no character can end it."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    for character in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def scale_rules() -> str:
    """One rule a colour step: `.s34` for step 34 of the scale that starts with s."""
    dark = _rules("dark")
    return f"{_rules('light')}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def _rules(mode: Any) -> str:
    rules, ramps = [], []
    for name in (*SCALES, CHANGE):
        colours = scale(name, mode)
        ramps.append(f".ramp.{name}{{background:linear-gradient(90deg,{','.join(colours[::5])})}}")
        rules += [
            f".{name[0]}{k}{{background-color:{c};color:{ink_on(c)}}}"
            for k, c in enumerate(colours)
        ]
    return "".join(rules + ramps)


def page_data(document: Document, frame: int) -> dict[str, Any]:
    """What the page's script needs: printed facts of every cell, and scores of shown pairs."""
    words = phrases(document.language)
    return {
        "frame": frame,
        "no_match": NO_MATCH,
        "units": [unit(k / 100) for k in range(-100, 101)],
        "models": [model.short for model in document.models],
        "facts": [words[name] for name in FACTS],
        "evidence": scale(EVIDENCE),
        "pair_text": words["pair_text_all"],
        "no_pairs": words["no_pairs_kept"],
        "chapters": {chapter.key: _chapter_data(chapter) for chapter in document.chapters},
    }


def _chapter_data(chapter: Chapter) -> dict[str, Any]:
    rows = chapter.sheet.rows if chapter.sheet else ()
    return {
        "levels": chapter.axis.full,
        "pictures": [row.own for row in rows] or [[""] * 5 for _ in chapter.axis.full],
        "points": [
            [{"model": m.model, **asdict(m.points)} for m in each.models if m.points]
            for each in chapter.looks
        ],
        "models": [
            {"facts": {f"{c.i}-{c.j}": facts_of(c) for c in cells}, "pairs": pairs}
            for cells, pairs in zip(chapter.cells, chapter.pairs, strict=True)
        ],
    }


def facts_of(cell: Cell) -> list[str]:
    """The figures of a cell as the page shows them on pointing; empty where there is none."""
    missed = with_interval(cell.fnmr)
    passing = cell.alike_passing.text if cell.alike_passing.value is not None else ""
    alike = with_interval(cell.alike)
    measures = [f.text for f in (cell.dprime, cell.auc, cell.eer)]
    return [
        with_interval(cell.mean) or cell.mean.note,
        with_interval(cell.strangers),
        f"{alike}, {passing} pass" if alike and passing else alike,
        with_interval(cell.retention),
        f"{missed}, {cell.misses}" if missed else "",
        cell.log10_fmr.text if cell.log10_fmr.value is not None else "",
        ", ".join(measures) if cell.dprime.value is not None else "",
        f"{cell.n_pairs}, {cell.n_subjects}",
    ]


def with_interval(figure: Figure) -> str:
    """`.87 (.81 to .93)`, empty for no figure."""
    if figure.value is None:
        return ""
    return f"{figure.text} ({figure.interval})" if figure.interval else figure.text
