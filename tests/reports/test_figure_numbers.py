"""Figures are numbered through the page; their links stay where they are."""

import re

from probe.reports.figure_numbers import FigureNumbers


def test_numbers_run_through_sections_and_links_name_their_section() -> None:
    numbers = FigureNumbers(lambda k: f"Figure {k}")
    first = numbers.numbered("<figcaption>a</figcaption><figcaption>b</figcaption>", "f-x-looks")
    second = numbers.numbered("<figcaption>c</figcaption>", "f-x-masked")
    assert first.count("<figcaption") == 2
    assert (
        '<figcaption id="fig-f-x-looks"><a class="fignum" href="#fig-f-x-looks">Figure 1' in first
    )
    assert 'id="fig-f-x-looks-2"' in first
    assert 'href="#fig-f-x-masked">Figure 3</a> c' in second


def test_labels_and_anchors_are_text() -> None:
    html = FigureNumbers(lambda k: "<b>").numbered("<figcaption>", 'a"b')
    assert "<b>" not in html
    assert 'a"b' not in html


def test_every_figure_of_a_page_has_a_number_and_one_link(report_of, page_parser) -> None:
    source = report_of("five")["html"].read_text("utf-8")
    page = page_parser.Page(source)
    ids = [str(a["id"]) for tag, a in page.tags if tag == "figcaption"]
    links = [str(a["href"]) for _, a in page.tags if a.get("class") == "fignum"]
    assert len(ids) == len(set(ids)) > 10
    assert links == [f"#{name}" for name in ids]
    numbers = [int(n) for n in re.findall(r'class="fignum"[^>]*>Figure (\d+)<', source)]
    assert numbers == list(range(1, len(ids) + 1))
