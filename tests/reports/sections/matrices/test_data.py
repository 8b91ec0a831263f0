"""Heat maps: one group a figure, one map a model, every cell the run's."""

import base64

import numpy as np
import pytest

from probe.reports import html, pdf
from probe.reports.cells import place_of
from probe.reports.document import build
from probe.reports.figure import Figure
from probe.reports.sections.matrices import data as module
from probe.reports.sections.matrices.data import _extremes
from probe.reports.source import Source
from probe.reports.study import study_of
from probe.wording.numbers import NONE, Numbers
from tests.reports.test_columns import unpacked

PLACES = ((0, 0), (0, 1), (1, 2))
"""Cells of a small heat map."""


def test_every_group_has_a_map_a_model_and_the_main_ones_stand_first(run_of, document_of) -> None:
    run = run_of("five")
    for part in document_of("five").chapters:
        groups = part.data("matrices").groups
        assert [group.key for group in groups if group.main] == ["mean", "retention"]
        assert groups[0].main
        assert all(len(group.matrices) == len(run.backbones) for group in groups)


def test_cells_print_the_stored_means_both_ways(run_of, document_of) -> None:
    run = run_of("one_model")
    (part, *_) = document_of("one_model").chapters
    mean = part.data("matrices").groups[0].matrices[0]
    stored = run.matrix(run.backbones[0], part.chapter.key)
    unit = Numbers().unit
    assert [list(row) for row in mean.texts] == [[unit(v) for v in row] for row in stored]
    assert np.array_equal(np.array(mean.steps), np.array(mean.steps).T)


def test_the_lowest_cell_is_named_with_its_conditions(run_of, document_of) -> None:
    run = run_of("one_model")
    (part, *_) = document_of("one_model").chapters
    stored = run.matrix(run.backbones[0], part.chapter.key)
    i, j = sorted(np.unravel_index(stored.argmin(), stored.shape))
    labels = part.chapter.axis.full
    told = part.data("matrices").groups[0].matrices[0].extremes
    assert told == f"lowest {Numbers().unit(stored.min())}: {labels[i]} × {labels[j]}"


def test_the_highest_may_lie_on_the_diagonal_and_has_its_equals_counted(run_of) -> None:
    chapter = study_of(Source(run_of("one_model"))).chapters[0]
    figures = {place: Figure(f".{x}", x / 10) for place, x in zip(PLACES, (9, 8, 8), strict=True)}
    more = {(2, 2): Figure(".1", 0.1), (0, 2): Figure(".8", 0.8)}
    one, two, three = chapter.axis.full[:3]
    assert _extremes({**figures, **more}, chapter, lows=False) == f"highest .9: {one}"
    figures[0, 0] = Figure(".8", 0.8)
    named = _extremes({**figures, **more}, chapter, lows=False)
    assert named == f"highest .8: {one} × {two} and 3 more"
    assert _extremes({**figures, **more}, chapter, lows=True) == f"lowest .1: {three}"
    alike = {place: Figure(".8", 0.8) for place in PLACES}
    assert _extremes(alike, chapter, lows=False) == ".8 in every cell"


def test_retention_is_not_drawn_where_the_standard_condition_fails(failing_chapter) -> None:
    failed = module.build(failing_chapter)
    assert [group.key for group in failed.groups if group.main] == ["mean"]
    assert "retention (how much of its margin a model keeps) means nothing" in failed.caption
    at = failed.pop_up.facts.index("Retention")
    assert {facts[at] for model in failed.facts for facts in model.values()} == {
        "not meaningful: the standard condition itself fails"
    }


def test_of_two_models_the_one_that_fails_has_dashes_and_is_named(run, monkeypatch) -> None:
    monkeypatch.setattr(
        Source, "failing", lambda _, protocol, name: 0.2 if name == "stripes" else None
    )
    data = module.build(study_of(Source(run)).chapters[0])
    (group,) = (group for group in data.groups if group.key == "retention")
    failed, held = group.matrices
    assert {text for row in failed.texts for text in row} == {NONE}
    assert failed.extremes == ""
    assert NONE not in {text for row in held.texts for text in row}
    assert "In the standard condition itself 20\u00a0% of pairs are missed with stripes:" in (
        data.caption
    )


def test_of_photographs_it_is_not_said_who_wears_what(run) -> None:
    chapter = study_of(Source(run)).chapters[0]
    (group,) = (group for group in module.build(chapter).groups if group.key == "at_large")
    assert group.caption == "Mean cosine of two different people."


def test_figures_that_no_cell_has_have_no_group(document_of) -> None:
    (part, *_) = document_of("few").chapters
    keys = {group.key for group in part.data("matrices").groups}
    assert "fnmr" not in keys
    assert "alike" not in keys


@pytest.fixture
def large(run_of, monkeypatch):
    """A chapter and its heat maps as those of many conditions."""
    monkeypatch.setattr(module, "MOST_IN_CELLS", 3)
    chapter = study_of(Source(run_of("one_model"))).chapters[0]
    return chapter, module.build(chapter)


def test_of_many_conditions_json_has_the_cells_with_the_standard_one_and_says_where_all_are(
    large,
) -> None:
    chapter, data = large
    n, s = len(chapter.axis.labels), chapter.axis.standard
    (model,) = module.to_json(data, chapter.source.run.backbones)["cells"]
    assert len(model["cells"]) == n
    assert all(s in (cell["i"], cell["j"]) for cell in model["cells"])
    given = module.to_json(data, chapter.source.run.backbones)
    assert given["cells_in"]["table"] == "cells.parquet"
    assert given["cells_in"]["protocol"] == chapter.key
    assert all("texts" not in matrix for group in given["groups"] for matrix in group["matrices"])


def test_of_many_conditions_the_page_has_every_figure_in_columns(large) -> None:
    chapter, data = large
    n, s = len(chapter.axis.labels), chapter.axis.standard
    script = module.to_script(data)
    (model,) = script["models"]
    rows = list(zip(*map(unpacked, model["facts"]), strict=True))
    for i in range(n):
        for j in range(n):
            key = f"{min(i, j)}-{max(i, j)}"
            assert rows[place_of(n, i, j)] == data.facts[0][key]
            for group in data.groups:
                packed = base64.b64decode(script["maps"][group.key][0])
                assert packed[place_of(n, i, j)] == group.matrices[0].steps[i][j] + 1
    assert model["pairs"]
    assert all(str(s) in key.split("-") for key in model["pairs"])


def test_of_few_conditions_nothing_is_left_out(run_of) -> None:
    chapter = study_of(Source(run_of("one_model"))).chapters[0]
    data, n = module.build(chapter), len(chapter.axis.labels)
    given = module.to_json(data, chapter.source.run.backbones)
    assert "cells_in" not in given
    assert len(given["cells"][0]["cells"]) == n * (n + 1) // 2
    assert "maps" not in module.to_script(data)


def test_heat_maps_of_many_conditions_are_pictures_on_page_and_paper(run_of, monkeypatch) -> None:
    pymupdf = pytest.importorskip("pymupdf")
    monkeypatch.setattr(module, "MOST_IN_CELLS", 3)
    document = build(run_of("one_model"))
    page = html.render(document)
    chapters = document.chapters
    groups = [group for part in chapters for group in part.data("matrices").groups]
    assert page.count("<canvas") == len(groups)
    assert not any("Light lines" in group.caption for group in groups)
    assert 'table class="m live' not in page
    sides = {len(part.chapter.axis.labels) for part in chapters}
    with pymupdf.open(stream=pdf.render(document), filetype="pdf") as paper:
        sizes = [image[2:4] for sheet in paper for image in sheet.get_images()]
    assert sum(sizes.count((n, n)) for n in sides) == len(groups)


def test_where_the_pdf_summarises_few_models_and_long_labels_have_wider_maps(
    run_of, document_of, monkeypatch
) -> None:
    few = {part.chapter.key: part.data("matrices") for part in document_of("five").chapters}
    assert {data.brief_per for data in few.values()} == {3}
    assert {name for name, data in few.items() if not data.side} >= {"clothing"}
    monkeypatch.setattr("probe.reports.sections.matrices.data.FEW_BRIEF", 1)
    many = build(run_of("five"))
    per = {part.chapter.key: part.data("matrices").brief_per for part in many.chapters}
    assert (per["clothing"], per["distance"]) == (1, 4)
