"""The tables of a study, gathered backbone by backbone."""

import pytest

from probe.runs.rows import CellRow, RateRow, columns_of
from probe.study.recomputation import recompute


@pytest.fixture
def results(stored_study):
    run = stored_study("stripes", "own_models:spec")
    return run, recompute(run)[0]


def test_tables_have_their_columns_and_every_backbone(results):
    _, made = results
    assert tuple(made.cells().columns) == columns_of(CellRow)
    assert tuple(made.rates().columns) == columns_of(RateRow)
    assert set(made.cells()["backbone"]) == {"stripes", "other"}
    figures = {"mean", "retention", "auc", "dprime", "fnmr"}
    assert set(made.differences()["figure"]) == figures
    assert set(made.parts()["backbone"]) == {"stripes"}


def test_the_costliest_condition_has_the_lowest_retention(results):
    run, made = results
    standard = next(iter(run.protocols.values())).standard.index
    cells = run.cells[
        (run.cells["backbone"] == "stripes")
        & (run.cells["kind"] == "mated")
        & (run.cells["j"] == standard)
        & (run.cells["i"] != standard)
    ]
    lowest = cells.loc[cells["retention"].idxmin(), "i"]
    assert made.costliest("turn", "stripes") == lowest
    assert made.costliest("turn", "nobody") is None


def test_findings_follow_from_the_tables(results):
    run, made = results
    assert made.findings(run.manifest) == list(run.findings)


def test_one_factor_alone_is_not_crossed(results):
    _, made = results
    assert made.crossings() == {}
    assert made.interactions().empty
