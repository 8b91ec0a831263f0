"""The table with and without background: stored figures, stored changes, their intervals."""

from dataclasses import replace

import pytest

from probe.reports.cells import cells_of
from probe.reports.sections.masked.table import table_of
from probe.wording.numbers import NONE


@pytest.fixture
def masked_cells(chapter, run):
    source = replace(chapter.source, variant="files")
    return tuple(cells_of(source, "wall", name) for name in run.backbones)


def test_a_row_a_condition_and_model_with_both_figures_and_their_change(
    chapter, run, masked_cells
) -> None:
    heads, rows = table_of(chapter, "files", masked_cells)
    assert len(heads) == 9
    assert [(row.level, row.model) for row in rows] == [
        (label, model) for label in chapter.axis.full for model in (0, 1)
    ]
    printer, standard = chapter.source.printer, chapter.axis.standard
    for row in rows:
        k = chapter.axis.full.index(row.level)
        for at, (figure, printed) in enumerate(
            (("mean", printer.change_in_units), ("retention", printer.change_in_units),
             ("fnmr", printer.change_in_points))
        ):  # fmt: skip
            shot, filled = (
                run.matrix(run.backbones[row.model], "wall", figure, variant=variant)[k, standard]
                for variant in ("unmasked", "files")
            )
            before, after, change = row.columns[3 * at : 3 * at + 3]
            print_number = printer.percent if figure == "fnmr" else printer.unit
            assert (before[0], after[0]) == (print_number(shot), print_number(filled))
            assert change[0] == printed(filled - shot)


def test_the_change_has_the_stored_interval_over_the_same_people(
    chapter, run, masked_cells
) -> None:
    _, rows = table_of(chapter, "files", masked_cells)
    condition = chapter.protocol.conditions[2]
    table = run.changes
    (stored,) = table[
        (table["backbone"] == "mapped")
        & (table["figure"] == "fnmr")
        & (table["condition"] == condition.key)
    ].to_dict("records")
    (row,) = [r for r in rows if (r.level, r.model) == (chapter.axis.full[2], 1)]
    points = chapter.source.printer.change_in_points
    assert row.columns[-1][1] == f"{points(stored['low'])} to\u00a0{points(stored['high'])}"


def test_a_figure_without_a_value_has_no_change(chapter, masked_cells) -> None:
    nothing = tuple(
        tuple(replace(cell, mean=replace(cell.mean, value=None, text=NONE)) for cell in model)
        for model in masked_cells
    )
    _, rows = table_of(chapter, "files", nothing)
    assert {row.columns[2] for row in rows} == {(NONE, "")}


def test_a_figure_that_neither_has_is_no_column(chapter, masked_cells) -> None:
    bare = [
        [replace(cell, fnmr=replace(cell.fnmr, value=None)) for cell in model]
        for model in (*chapter.cells, *masked_cells)
    ]
    shot = replace(chapter)
    shot.__dict__["cells"] = bare[:2]
    heads, rows = table_of(shot, "files", bare[2:])
    assert len(heads) == 6
    assert all(len(row.columns) == 6 for row in rows)


def test_retention_is_no_column_where_the_standard_condition_fails(failing, failing_chapter):
    source = replace(failing_chapter.source, variant="files")
    masked = tuple(cells_of(source, "wall", name) for name in failing.backbones)
    heads, _ = table_of(failing_chapter, "files", masked)
    assert len(heads) == 6
    assert not any("Retention" in head for head in heads)
