"""A run whose tables are always there."""

from pathlib import Path

import pandas as pd
import pytest

from probe.runs.reading import Run
from probe.runs.rows import RateRow, columns_of
from probe.runs.tables import RunTables

OLD_RUN = Path(__file__).parents[2] / "data" / "run_v1"


@pytest.mark.parametrize("table", ["changes", "interactions", "rates", "leanings", "parts"])
def test_a_table_that_a_run_does_not_have_is_empty_with_its_columns(table):
    assert getattr(Run(OLD_RUN), table) is None
    empty = getattr(RunTables(OLD_RUN), table)
    assert isinstance(empty, pd.DataFrame)
    assert len(empty) == 0
    assert "backbone" in empty


def test_the_columns_are_the_declared_ones_and_a_table_that_is_there_is_unchanged():
    assert tuple(RunTables(OLD_RUN).rates) == columns_of(RateRow)
    assert RunTables(OLD_RUN).cells.equals(Run(OLD_RUN).cells)


def test_thresholds_are_a_table_with_the_names_of_their_values():
    run = RunTables(OLD_RUN)
    assert list(run.thresholds)[:4] == ["backbone", "variant", "fmr", "value"]
    assert next(iter(run.thresholds["backbone"])) == run.manifest.thresholds[0].backbone
