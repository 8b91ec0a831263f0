"""The cells as tables: CSV and LaTeX."""

import csv
import io

from probe.reports import tables


def test_csv_holds_every_cell_with_full_precision(run_of) -> None:
    run = run_of("five")
    rows = list(csv.DictReader(io.StringIO(tables.cells_csv(run))))
    sizes = [len(p.conditions) for p in run.protocols.values()]
    assert len(rows) == 2 * sum(n * (n + 1) // 2 for n in sizes)
    for row in rows[::17]:
        stored = run.matrix(row["backbone"], row["protocol"])[int(row["i"]), int(row["j"])]
        assert float(row["mean"]) == stored


def test_csv_cannot_start_a_formula(run_of) -> None:
    rows = list(csv.DictReader(io.StringIO(tables.cells_csv(run_of("hostile")))))
    assert "'= $off$ @x" in {row["condition_j"] for row in rows}
    assert not [v for row in rows for k, v in row.items() if "condition" in k and v[0] in "=+-@"]


def test_latex_escapes_and_has_every_row(run_of) -> None:
    run = run_of("hostile")
    text = tables.matrix_latex(run, "hostile", run.backbones[0])
    assert r"= \$off\$ @x" in text
    assert r"/ \#let x = 1" in text
    assert text.count(r"\\") == 4
    assert tables.latex("a_b & 5 %") == r"a\_b \& 5 \%"


def test_export_writes_every_table_under_a_safe_name(run_of, tmp_path) -> None:
    written = tables.export(run_of("hostile"), tmp_path / "tables")
    assert written[0].name == "cells.csv"
    assert len(written) == 1 + 2 * 2
    assert {path.parent for path in written} == {tmp_path / "tables"}
    assert all(path.stat().st_size > 100 for path in written)
    assert not [path for path in written if set("<>#*&") & set(path.name)]
