"""The Document: numbers printed once, colours that can be read, layouts for any study."""

import re

import numpy as np
import pytest

from probe import reports
from probe.errors import UsageError
from probe.reports import colours
from probe.reports.axis import Axis, Block, axis_of
from probe.reports.curves import ScoreAxis
from probe.reports.document import build
from probe.reports.figure import Figure
from probe.reports.matrix import contour_of, matrix_of
from probe.wording.numbers import Numbers


@pytest.mark.parametrize("name", colours.SCALES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_cell_text_can_be_read_on_every_step(name: str, mode: colours.Mode) -> None:
    for colour in colours.scale(name, mode):
        assert colours.contrast(colour, colours.ink_on(colour)) >= 4.5


@pytest.mark.parametrize("name", colours.SCALES)
def test_lightness_runs_one_way_and_the_other_in_the_dark(name: str) -> None:
    for mode, sign in (("light", -1), ("dark", 1)):
        ladder = [colours.contrast(c, "#000000") for c in colours.scale(name, mode)]
        assert (sign * np.diff(ladder) > 0).all()


def test_steps_are_clamped_and_the_scale_is_fixed() -> None:
    assert [colours.step(v) for v in (-1, 0, 0.5, 1, 1.4)] == [0, 0, 25, 50, 50]
    assert colours.step(None) == colours.step(float("nan")) == -1
    assert colours.step(-4, 0, -4) == 50


def test_contours_only_where_colour_tells_little() -> None:
    assert contour_of([0.9, 0.97]) == 0.05
    assert contour_of([0.2, 0.97]) == 0
    assert contour_of([None]) == 0


def test_contours_part_different_bands_only(run_of) -> None:
    for chapter in build(run_of("five")).chapters:
        for group in chapter.data("matrices").groups:
            for matrix in group.matrices:
                for texts, marks in zip(matrix.texts, matrix.right, strict=True):
                    for k in range(len(texts) - 1):
                        assert not (marks[k] and texts[k] == texts[k + 1])


def test_shapes_keep_their_peak_and_place() -> None:
    axis = ScoreAxis(0.0, 1.0)
    edges = np.linspace(-1, 1, 401)
    counts = np.zeros(400, dtype=np.int64)
    counts[np.searchsorted(edges, 0.6) - 1] = 50
    shape = axis.shape(counts, edges)
    assert max(shape) == 1
    assert abs(np.argmax(shape) / (len(shape) - 1) - 0.6) < 0.01
    assert axis.shape(np.zeros(400, dtype=np.int64), edges) == ()


@pytest.mark.parametrize("name", ["five", "twelve", "one_person", "crossed", "single_picture"])
def test_documents_hold_every_model_protocol_and_condition(run_of, name: str) -> None:
    run = run_of(name)
    document = build(run)
    assert [m.name for m in document.models] == run.backbones
    assert [c.chapter.key for c in document.chapters] == list(run.protocols)
    for part in document.chapters:
        chapter = part.chapter
        n = len(run.protocols[chapter.key].conditions)
        assert len(chapter.axis.full) == n == len(set(chapter.axis.full))
        assert sum(block.size for block in chapter.axis.blocks) == n
        assert all(len(cells) == n * (n + 1) // 2 for cells in part.data("matrices").cells)
        assert all(len(rows) == n for rows in part.data("scores").ridges)


def test_the_worst_level_is_the_lowest_retention(run_of) -> None:
    run = run_of("five")
    document = build(run)
    for row in document.data("summary").rows:
        protocol = run.protocols[row.key]
        for backbone, worst in zip(run.backbones, row.worst, strict=True):
            column = run.matrix(backbone, row.key, "retention")[:, protocol.standard.index]
            column[protocol.standard.index] = np.inf
            assert worst.figure.value == pytest.approx(column.min())
            assert worst.level == protocol.label(protocol.conditions[int(column.argmin())])


def test_one_person_is_told_by_cosines_and_refusals(run_of) -> None:
    document = build(run_of("one_person"))
    assert document.data("summary").measure == "mean"
    assert "needs at least 7 people" in document.data("summary").note
    assert all(model.at is None for model in document.models)
    assert {group.key for c in document.chapters for group in c.data("matrices").groups} == {"mean"}


def test_a_language_without_words_is_refused_and_those_there_are_named(run_of, tmp_path) -> None:
    with pytest.raises(UsageError, match="valid names: en"):
        reports.write(run_of("one_model"), tmp_path, ("html",), language="ja")
    assert list(tmp_path.iterdir()) == []


def test_the_page_says_the_language_it_is_printed_in(report_of) -> None:
    page = report_of("one_model")["html"].read_text("utf-8")
    assert re.findall(r"<html lang=\"(.*?)\">", page) == ["en"]


def test_titles_and_labels_come_in_the_language_of_the_axis(run_of) -> None:
    protocol = run_of("one_model").protocols["clothing"]
    assert protocol.title.language("ja") == "服装"
    assert axis_of(protocol, "ja").full[0] == "白いスウェット"


def test_a_contour_separates_printed_values() -> None:
    """0.145 is a binary fraction just below the tie that it prints as."""
    axis = Axis(("a", "b"), ("a", "b"), ("a", "b"), (Block("", 0, 2),), 0, upright=False)
    figures = {(0, 0): 0.145, (0, 1): 0.15, (1, 1): 0.144}
    printed = {place: Figure(Numbers().unit(value), value) for place, value in figures.items()}
    matrix = matrix_of("mean", printed, axis, (0, 1), contour=0.05)
    assert matrix.texts == ((".15", ".15"), (".15", ".14"))
    assert matrix.right == ((False, False), (True, False))
    assert matrix.below == ((False, True), (False, False))
