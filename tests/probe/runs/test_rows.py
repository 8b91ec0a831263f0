"""The declared columns against a stored run, and tables there and back."""

from pathlib import Path

import pandas as pd
import pytest

from probe.runs import rows
from probe.runs.reading import Run
from probe.runs.rows import ModelDifferenceRow, columns_of, factor_column, rows_of, table_of

NO_LONGER_WRITTEN = {"detectable"}
"""Columns that runs from before have, and that nothing reads."""

STORED = Path(__file__).parents[2] / "data" / "run_v1"


@pytest.mark.parametrize(
    ("table", "row_type"),
    [
        ("cells", rows.CellRow),
        ("pairs", rows.PairRow),
        ("differences", rows.DifferenceRow),
    ],
)
def test_a_stored_run_has_the_declared_columns_in_their_order(table, row_type):
    """The file format: what a run from before holds stands in the order of today's columns."""
    (path,) = (p.parent for p in STORED.rglob("manifest.json"))
    stored = getattr(Run(path), table)
    held = [column for column in stored.columns if column not in NO_LONGER_WRITTEN]
    assert held == [column for column in columns_of(row_type) if column in held]


def test_images_have_factor_columns_between_place_and_source():
    (path,) = (p.parent for p in STORED.rglob("manifest.json"))
    run = Run(path)
    factors = [factor_column(f.name) for p in run.protocols.values() for f in p.factors]
    names = list(run.images.columns)
    expected = [*columns_of(rows.ImagePlace), *factors, *columns_of(rows.ImageSource)]
    assert names == list(dict.fromkeys(expected))


def test_rows_become_a_table_and_rows_again():
    row: ModelDifferenceRow = dict.fromkeys(columns_of(ModelDifferenceRow), 0.5) | {"differs": True}
    table = table_of(ModelDifferenceRow, [row, row])
    assert table.shape == (2, len(columns_of(ModelDifferenceRow)))
    assert rows_of(ModelDifferenceRow, table) == (row, row)


def test_a_table_without_a_row_has_its_columns():
    empty = table_of(rows.ChangeRow, [])
    assert tuple(empty.columns) == columns_of(rows.ChangeRow)
    assert rows_of(rows.ChangeRow, pd.DataFrame(empty)) == ()
