"""The standard condition: its shapes, and how the figures are read, on the page as on paper."""

import json

import numpy as np


def test_how_the_figures_are_read_is_said_on_the_page_and_in_json(
    report_of, page_parser, document_of
) -> None:

    reading = document_of("one_model").data("standard").reading
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


def test_a_figure_that_no_cell_has_is_not_explained(document_of) -> None:
    reading = document_of("one_person").data("standard").reading
    assert [figure.title for figure in reading] == ["Cosine similarity"]


def test_shapes_and_means_are_those_of_the_standard_condition(run, document) -> None:
    standard = document.data("standard")
    assert standard.decided
    for backbone, shape in zip(run.backbones, standard.distributions, strict=True):
        mean = run.matrix(backbone, "wall")[0, 0]
        strangers = run.matrix(backbone, "wall", kind="at_large")[0, 0]
        assert (shape.mean_mated.value, shape.mean_strangers.value) == (mean, strangers)
        threshold = run.manifest.threshold(backbone)
        assert shape.passing.value == threshold.false_matches / threshold.comparisons
        assert max(shape.mated) == max(shape.strangers) == 1
        peaks = [np.argmax(scores) for scores in (shape.strangers, shape.mated)]
        assert peaks[0] < peaks[1]
        assert shape.mean_alike.value is None
        assert shape.alike == ()


def test_notes_of_the_run_are_sentences(run, monkeypatch) -> None:
    from probe.reports.document import build

    changed = run.manifest.model_copy(update={"notes": ("a mask was left out", "All is well.")})
    monkeypatch.setattr(run, "manifest", changed)
    assert build(run, chapter=()).data("standard").notes == ("A mask was left out.", "All is well.")
