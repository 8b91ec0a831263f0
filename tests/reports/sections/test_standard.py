"""The standard condition: its shapes, and how the figures are read, on the page as on paper."""

import json


def test_how_the_figures_are_read_is_said_on_the_page_and_in_json(
    run_of, report_of, page_parser
) -> None:
    from probe.reports.document import build

    reading = build(run_of("one_model")).data("standard").reading
    assert [figure.title for figure in reading] == [
        "Cosine similarity",
        "Retention",
        "Missed (FNMR)",
    ]
    screen = page_parser.Page(report_of("one_model")["html"].read_text("utf-8")).text
    for figure in reading:
        assert figure.text in screen
    stored = json.loads(report_of("one_model")["json"].read_text("utf-8"))["reading"]
    assert [figure["text"] for figure in stored] == [figure.text for figure in reading]
    assert stored[0]["ramp"]["marks"][0] == [0, "0"]


def test_a_figure_that_no_cell_has_is_not_explained(run_of) -> None:
    from probe.reports.document import build

    reading = build(run_of("one_person")).data("standard").reading
    assert [figure.title for figure in reading] == ["Cosine similarity"]
