"""Figures are numbered through the report, alike on the page and on paper; their links stay."""

import re

import pymupdf
import pytest

from probe.reports.figure_numbers import count_figures, first_numbers, numbered


def label(k: int) -> str:
    return f"Figure {k}"


def test_numbers_run_through_a_section_and_links_name_it() -> None:
    first = numbered("<figcaption>a</figcaption><figcaption>b</figcaption>", "f-x-looks", 3, label)
    assert first.count("<figcaption") == 2
    assert (
        '<figcaption id="fig-f-x-looks"><a class="fignum" href="#fig-f-x-looks">Figure 3' in first
    )
    assert 'id="fig-f-x-looks-2"' in first
    assert 'href="#fig-f-x-looks-2">Figure 4</a> b' in first


def test_labels_and_anchors_are_text() -> None:
    html = numbered("<figcaption>", 'a"b', 1, lambda k: "<b>")
    assert "<b>" not in html
    assert 'a"b' not in html


@pytest.mark.parametrize("name", ["five", "single_picture"])
def test_every_figure_of_a_page_has_a_number_and_one_link(
    document_of, report_of, page_parser, name: str
) -> None:
    """Sections say themselves how many figures they have: here it is held against the page."""
    source = report_of(name)["html"].read_text("utf-8")
    page = page_parser.Page(source)
    ids = [str(a["id"]) for tag, a in page.tags if tag == "figcaption"]
    links = [str(a["href"]) for _, a in page.tags if a.get("class") == "fignum"]
    assert len(ids) == len(set(ids)) > 3
    assert links == [f"#{name}" for name in ids]
    numbers = [int(n) for n in re.findall(r'class="fignum"[^>]*>Figure (\d+)<', source)]
    assert numbers == list(range(1, len(ids) + 1))
    assert count_figures(document_of(name).parts) == len(ids)


def test_paper_has_the_numbers_of_the_page(report_of, document_of) -> None:
    document = document_of("five")
    numbers = first_numbers(document.parts)
    with pymupdf.open(report_of("five")["pdf"]) as paper:
        text = " ".join(" ".join(page.get_text() for page in paper).split())
    for chapter in document.chapters:
        number = numbers[chapter.anchor, "matrices"]
        assert f"Figure {number} Every condition against every other" in text
    shown = [int(n) for n in re.findall(r"Figure (\d+) ", text)]
    # The grid of models and factors, the first figure, stands on the page only.
    assert shown == list(range(2, count_figures(document.parts) + 1))
