"""A new figure is one new folder and one line: it appears on the page, on paper and in JSON."""

import importlib
import json
import sys

import pymupdf
import pytest

from probe.reports import html, pdf
from probe.reports import json as json_print
from probe.reports.document import AFTER, BEFORE, CHAPTER, Outline, build, joined
from probe.reports.section import Section, declared, left_out, plain

DATA = '''
"""The widest gap: which two conditions are furthest apart."""

from dataclasses import dataclass

from probe.reports.section import Section, declared


@dataclass(frozen=True)
class Gap:
    """The lowest cell of the first model: its printed figure and its conditions."""

    text: str
    value: float
    place: str


def build(chapter):
    """None where the chapter has no retention."""
    cells = [c for c in chapter.cells[0] if c.i != c.j and c.retention.value is not None]
    if not cells:
        return None
    cell = min(cells, key=lambda c: c.retention.value)
    place = f"{chapter.axis.full[cell.i]} and {chapter.axis.full[cell.j]}"
    return Gap(cell.retention.text, cell.retention.value, place)


def to_json(data, names):
    """`widest_gap`."""
    return {"widest_gap": declared(data, "text", "value", "place") if data else None}


SECTION = Section(__name__, build, to_json)
'''

HTML = '<p class="gap">Widest gap {{ data.text }} in {{ c.title }}: {{ data.place }}</p>\n'

TYPST = """#import "/base.typ": *
#let render(data, c, t) = small("Widest gap " + data.text + " in " + c.title + ": " + data.place)
"""

CSS = ".gap{color:var(--soft)}\n"


@pytest.fixture
def widest_gap(tmp_path, monkeypatch) -> Section:
    """A section folder as a maintainer would add it."""
    folder = tmp_path / "widest_gap"
    folder.mkdir()
    files = {"__init__.py": "", "data.py": DATA, "section.html.j2": HTML, "section.typ": TYPST}
    for name, text in {**files, "section.css": CSS}.items():
        (folder / name).write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("widest_gap.data").SECTION
    for name in [name for name in sys.modules if name.startswith("widest_gap")]:
        del sys.modules[name]


def test_a_folder_and_a_line_are_a_new_figure(run_of, page_parser, widest_gap) -> None:
    document = build(run_of("five"), chapter=(*CHAPTER, widest_gap))
    page = html.render(document)
    screen = " ".join(page_parser.Page(page).text.split())
    with pymupdf.open(stream=pdf.render(document)) as paper:
        printed = " ".join(" ".join(sheet.get_text() for sheet in paper).split())
    chapters = json.loads(json_print.render(document))["chapters"]
    assert len(chapters) == 5
    for part, chapter in zip(document.chapters, chapters, strict=True):
        gap = part.data("widest_gap")
        cells = [c for c in part.data("matrices").cells[0] if c.i != c.j]
        assert gap.value == min(c.retention.value for c in cells)
        assert chapter["widest_gap"] == {"text": gap.text, "value": gap.value, "place": gap.place}
        sentence = f"Widest gap {gap.text} in {part.chapter.title}: {gap.place}"
        sentence = " ".join(sentence.split())
        assert sentence in screen
        assert sentence in printed
    assert page.count(CSS.strip()) == 1


def test_a_section_without_data_is_not_printed(run_of, page_parser, widest_gap) -> None:
    document = build(run_of("one_person"), chapter=(*CHAPTER, widest_gap))
    assert "Widest gap" not in page_parser.Page(html.render(document)).text
    chapters = json.loads(json_print.render(document))["chapters"]
    assert all(chapter["widest_gap"] is None for chapter in chapters)


def test_sections_are_named_once_and_every_folder_is_used() -> None:
    from importlib import resources

    names = [*CHAPTER, *(name for part in (*BEFORE, *AFTER) for name in part.sections)]
    folders = resources.files("probe.reports.sections").iterdir()
    assert sorted(names) == sorted(path.name for path in folders if (path / "data.py").is_file())


def test_an_outline_without_data_is_left_out(run_of) -> None:
    from probe.reports.document import build

    outline = Outline("versus", ("versus",), "report-versus-title")
    document = build(run_of("one_model"), before=(outline,))
    assert document.parts[0].empty
    assert 'id="versus"' not in html.render(document)


def test_lists_of_two_sections_are_joined_and_nothing_is_overwritten() -> None:
    assert joined([{"looks": [1], "a": 2}, {"looks": [3]}]) == {"looks": [1, 3], "a": 2}
    with pytest.raises(ValueError, match="'a'"):
        joined([{"a": 1}, {"a": 2}])


def test_only_declared_fields_are_written(document_of) -> None:
    axis = document_of("five").chapters[0].chapter.axis
    assert declared(axis, "standard") == {"standard": axis.standard}
    assert plain(axis)["blocks"] == [
        {"label": b.label, "start": b.start, "size": b.size} for b in axis.blocks
    ]


def test_a_section_may_say_less_where_the_pdf_summarises_or_nothing() -> None:
    def section(**prints) -> Section:
        return Section("x.data", lambda _: None, lambda _, __: {}, **prints)

    assert section().on_paper({"a": 1}, brief=True) == {"a": 1}
    assert section(to_brief=left_out).on_paper({"a": 1}, brief=True) is None
    assert section(to_brief=left_out).on_paper({"a": 1}, brief=False) == {"a": 1}
    assert section(to_brief=lambda _: "less").on_paper({"a": 1}, brief=True) == "less"
