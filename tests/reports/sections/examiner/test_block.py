"""Cells of the tables: a figure with its interval, or alone."""

from probe.reports.sections.examiner.block import (
    HEADS,
    VALUE,
    block_of,
    heads_of,
    name_of,
    percent_of,
    with_interval,
)


def test_a_figure_stands_with_its_interval_or_alone(chapter):
    row = {"value": 0.37, "low": 0.12, "high": 0.58}
    assert percent_of(chapter, row) == "37\u00a0% (12\u00a0% to\u00a058\u00a0%)"
    assert percent_of(chapter, {**row, "low": None}) == "37\u00a0%"
    assert percent_of(chapter, dict.fromkeys(row)) == "–"
    assert (
        with_interval(chapter, row, VALUE, chapter.source.printer.unit) == ".37 (.12 to\u00a0.58)"
    )


def test_every_table_has_a_title_and_models_their_short_names(chapter, run):
    titles = {block_of(chapter, key, (), (), "").title for key in HEADS}
    assert len(titles) == len(HEADS)
    assert heads_of(chapter, "report-examiner-model") == ["model"]
    assert name_of(chapter, run.backbones[0]) == chapter.source.shorts[run.backbones[0]]
