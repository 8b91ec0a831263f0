"""The Document as one self-contained HTML page that needs no network."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources

from jinja2 import Environment
from markupsafe import Markup

from probe.reports.album import Picture
from probe.reports.axis import block_at, label_width
from probe.reports.colours import CHANGE, EVIDENCE, SCALES, Mode, ink_on, scale
from probe.reports.document import Document, Filled, Part, joined
from probe.reports.environment import page_environment
from probe.reports.figure_numbers import first_numbers, numbered
from probe.reports.glossary import terms_of
from probe.reports.layout import frame_of
from probe.reports.section import Json
from probe.reports.words import Words

PAGE_WORDS = {
    "copy": "report-page-copy",
    "copied": "report-page-copied",
    "saved": "report-page-saved",
    "copy_png": "report-page-copy-png",
    "copy_svg": "report-page-copy-svg",
    "search": "report-page-search",
    "nothing_found": "report-page-nothing-found",
    "model": "report-model",
    "all_models": "report-page-all-models",
    "factor": "report-factor",
    "all_factors": "report-page-all-factors",
    "fold": "report-page-fold",
    "unfold": "report-page-unfold",
}
"""What the page's script says by itself."""

SCRIPTS = ("drawing.js", "copies.js", "contents.js", "search.js", "filter.js", "report.js")
"""What the page's script consists of; the last calls the others."""

LEADING_ZERO = re.compile(r"^([+−]?)0(\.\d\d)$")
"""A figure of about 0..1 in a language that writes its 0."""


def render(document: Document) -> str:
    """The page, as text."""
    frame = frame_of(document.pictures.values())
    environment = _environment(document, frame)
    terms = terms_of(document.words)
    environment.globals.update(doc=document, t=document.words.text, frame=frame, terms=terms)
    numbers = first_numbers(document.parts)

    def printed(part: Part) -> Markup:
        return Markup("".join(_sections(environment, document, part, numbers)))

    styles = [_template("report.css"), scale_rules(), *_styles(document)]
    return environment.get_template("report.html.j2").render(
        printed=printed,
        css=Markup("".join(styles)),
        js=Markup(scripts(SCRIPTS)),
        data=Markup(script_json(page_data(document, frame))),
    )


def _environment(document: Document, frame: int) -> Environment:
    sections = {filled.name: filled.section for filled in _filled(document)}

    def load(name: str) -> str:
        """`macros.html.j2` of the report, `looks/section.html.j2` of a section."""
        folder, _, file = name.rpartition("/")
        return sections[folder].file(file) if folder else _template(file)

    environment = page_environment(load)
    environment.filters.update(
        area=area,
        line=line,
        uri=uri,
        narrow=narrow,
        fitted=lambda seen: Markup(fitted(seen.width, seen.height, frame)),
        block_at=block_at,
        label_width=label_width,
    )
    return environment


def _filled(document: Document) -> Iterator[Filled]:
    yield from (filled for part in document.parts for filled in part.sections)


def _sections(
    environment: Environment,
    document: Document,
    part: Part,
    numbers: Mapping[tuple[str, str], int],
) -> Iterator[str]:
    for filled in part.sections:
        if filled.data is not None:
            template = environment.get_template(f"{filled.name}/section.html.j2")
            html = template.render(data=filled.data, c=part.chapter)
            first = numbers[part.anchor, filled.name]
            yield numbered(html, f"{part.anchor}-{filled.name}", first, document.figure_label)


def _styles(document: Document) -> list[str]:
    """The rules of sections that have some of their own, each once."""
    sections = dict.fromkeys(filled.section for filled in _filled(document))
    return [section.file("section.css") for section in sections]


def narrow(text: str) -> str:
    """A cell on a phone: hundredths without the point, `1` for 1.00, `1+` for more; a change is
    `+4` for +.04, `>99` for >.99. A language that writes 0.87 says hundredths, too.
    """
    if text.startswith((">", "<")):
        return text[0] + narrow(text[1:])
    text = LEADING_ZERO.sub(r"\1\2", text)
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


def _template(name: str) -> str:
    return (resources.files("probe.reports") / "templates" / name).read_text("utf-8")


def script_json(data: Json) -> str:
    """JSON that can stand inside a script element: no character can end it."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    for character in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def scale_rules() -> str:
    """One rule a colour step: `.s34` for step 34 of the scale that starts with s."""
    dark = _rules("dark")
    return f"{_rules('light')}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def _rules(mode: Mode) -> str:
    rules, ramps = [], []
    for name in (*SCALES, CHANGE):
        colours = scale(name, mode)
        ramps.append(f".ramp.{name}{{background:linear-gradient(90deg,{','.join(colours[::5])})}}")
        rules += [
            f".{name[0]}{k}{{background-color:{c};color:{ink_on(c)}}}"
            for k, c in enumerate(colours)
        ]
    return "".join(rules + ramps)


def page_data(document: Document, frame: int) -> dict[str, Json]:
    """What the page's script needs: what every section gives it, by chapter."""
    return {
        "frame": frame,
        "units": [document.words.numbers.unit(k / 100) for k in range(-100, 101)],
        "models": [model.short for model in document.models],
        "evidence": list(scale(EVIDENCE)),
        "words": page_words(document.words),
        "chapters": {part.chapter.key: _script(part) for part in document.parts if part.chapter},
    }


def page_words(words: Words) -> dict[str, Json]:
    """What the scripts of a page say by themselves."""
    return {name: words.text(key) for name, key in PAGE_WORDS.items()}


def scripts(names: Sequence[str]) -> str:
    """Scripts of a page, in the order in which they call one another."""
    return "".join(map(_template, names))


def _script(part: Part) -> Json:
    assert part.chapter is not None
    sections = (f for f in part.sections if f.data is not None)
    given = joined(filled.section.to_script(filled.data) for filled in sections)
    return {"levels": list(part.chapter.axis.full), **given}
