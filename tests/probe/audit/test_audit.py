"""A stored run held against what follows from its vectors: what CI does with a small one."""

import shutil

import pandas as pd

from probe.audit.audit import audit
from probe.cli import main
from probe.runs.reading import Run
from probe.study.left_out import FURTHER, explained


def test_a_run_of_unequal_pictures_agrees_in_every_figure(stored):
    result = audit(stored)
    assert result.differing == ()
    assert sum(column.compared for column in result.columns) > 5000
    assert all(column.digits >= 9 for column in result.columns if column.column != "p_value")


def test_what_is_not_computed_again_is_named(stored):
    assert "differences.parquet: p_adjusted" in audit(stored).left_out
    assert not any(name.startswith(("cells", "rates", "parts")) for name in audit(stored).left_out)


def test_a_figure_that_was_changed_is_named(stored, tmp_path, capsys):
    path = shutil.copytree(stored.path, tmp_path / "run")
    cells = pd.read_parquet(path / "cells.parquet")
    cells.loc[2, "retention"] += 1e-6
    cells.to_parquet(path / "cells.parquet", index=False)
    (column,) = audit(Run(path, checked=False)).differing
    assert (column.column, column.row, column.differing) == ("retention", 2, 1)
    assert main(["verify", "--independent", str(path)]) == 1
    told = capsys.readouterr().out
    assert "cells.parquet was changed" in told
    assert "cells.parquet: retention: 1 of" in told


def test_every_column_that_is_left_out_has_words(stored):
    left_out = audit(stored).left_out
    groups = explained(left_out)
    assert FURTHER not in groups
    assert [column for columns in groups.values() for column in columns] != []
    assert sorted(column for columns in groups.values() for column in columns) == sorted(left_out)
