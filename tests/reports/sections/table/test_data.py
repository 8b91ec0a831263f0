"""The table of figures: every level against the standard, a row a model, with anchors."""

from probe.reports.sections.table.data import anchor
from probe.reports.sections.table.data import build as build_table
from probe.wording.numbers import Numbers


def test_every_level_and_model_has_a_row_that_can_be_linked_to(run_of, document_of) -> None:
    run = run_of("five")
    for part in document_of("five").chapters:
        table, axis = part.data("table"), part.chapter.axis
        assert [level.label for level in table.levels] == list(axis.full)
        for k, level in enumerate(table.levels):
            anchors = [row.anchor for row in level.rows]
            assert anchors == [anchor(part.chapter.key, m, k) for m in range(len(run.backbones))]
            assert all(len(row.lines) == len(table.heads) for row in level.rows)


def test_the_note_speaks_of_the_columns_there_are(document, document_of) -> None:
    alike, none = (d.chapters[0].data("table") for d in (document_of("five"), document))
    assert "alike" in alike.columns
    assert "alike: share of them above" in alike.note
    assert "alike" not in none.columns
    assert "alike" not in none.note.lower()


def test_columns_without_a_figure_are_left_out(document_of) -> None:
    decided, open_ = (document_of(n).chapters[0].data("table") for n in ("five", "few"))
    assert {"missed", "retention"} <= set(decided.columns)
    assert "missed" not in open_.columns


def test_every_column_is_the_printed_figure_of_its_cell(run, document) -> None:
    part, unit = document.chapters[0], Numbers().unit
    table = part.data("table")
    for k, level in enumerate(table.levels):
        for backbone, row in zip(run.backbones, level.rows, strict=True):
            lines = dict(zip(table.columns, row.lines, strict=True))
            for column, figure, kind in (
                ("cosine", "mean", "mated"),
                ("sd-pairs", "sd_pairs", "mated"),
                ("retention", "retention", "mated"),
                ("strangers", "mean", "at_large"),
            ):
                stored = run.matrix(backbone, "wall", figure, kind=kind)[k, 0]
                assert lines[column][0] == unit(stored)
            missed = run.matrix(backbone, "wall", "misses")[k, 0]
            assert lines["pairs"][1] == f"{missed:.0f} missed"
            ends = [run.matrix(backbone, "wall", end)[k, 0] for end in ("low", "high")]
            assert lines["cosine"][1] == " to\u00a0".join(map(unit, ends))


def test_why_a_figure_has_no_interval_is_said_below(document) -> None:
    note = document.chapters[0].data("table").note
    assert note.endswith("1 by definition: this is the standard condition.")


def test_retention_has_no_column_where_the_standard_condition_fails(failing_chapter) -> None:
    table = build_table(failing_chapter)
    assert "retention" not in table.columns
    assert "missed" in table.columns
    assert "retention (how much of its margin a model keeps) means nothing there" in table.note
