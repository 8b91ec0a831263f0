"""The table of figures: every level against the standard, a row a model, with anchors."""

from probe.reports.document import build
from probe.reports.sections.table.anchor import anchor


def test_every_level_and_model_has_a_row_that_can_be_linked_to(run_of) -> None:
    run = run_of("five")
    for part in build(run).chapters:
        table, axis = part.data("table"), part.chapter.axis
        assert [level.label for level in table.levels] == list(axis.full)
        for k, level in enumerate(table.levels):
            anchors = [row.anchor for row in level.rows]
            assert anchors == [anchor(part.chapter.key, m, k) for m in range(len(run.backbones))]
            assert all(len(row.lines) == len(table.heads) for row in level.rows)


def test_columns_without_a_figure_are_left_out(run_of) -> None:
    decided, open_ = (build(run_of(n)).chapters[0].data("table") for n in ("five", "few"))
    assert {"missed", "retention"} <= set(decided.columns)
    assert "missed" not in open_.columns
