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
    assert len(written) == 1 + 1 + 2 * 2
    assert written[1].name == "hostile.misses.tex"
    assert {path.parent for path in written} == {tmp_path / "tables"}
    assert all(path.stat().st_size > 100 for path in written)
    assert not [path for path in written if set("<>#*&") & set(path.name)]


def test_misses_stand_with_their_intervals_one_column_a_model(run_of) -> None:
    run = run_of("five")
    protocol = next(iter(run.protocols))
    text = tables.misses_latex(run, protocol)
    lines = text.splitlines()
    assert lines[0].startswith("% pairs of the same person missed, held against ")
    rows = [line for line in lines if line.endswith(r"\\")]
    assert len(rows) == 1 + len(run.protocols[protocol].conditions)
    assert all(line.count(" & ") == len(run.backbones) for line in rows)
    standard = run.protocols[protocol].standard.index
    model = run.backbones[0]
    fnmr = run.matrix(model, protocol, "fnmr")
    j = 0 if standard else 1
    printed = rows[1 + j].split(" & ")[1]
    assert printed.startswith(f"{100 * fnmr[standard, j]:.0f}")
    assert "(" in printed, "its interval"


def test_a_table_without_a_figure_is_not_written(run_of, tmp_path) -> None:
    run = run_of("five")
    cells = run.cells
    cells.loc[:, ["fnmr", "retention", "threshold"]] = float("nan")
    names = {path.name for path in tables.export(run, tmp_path)}
    assert not [name for name in names if "misses" in name or "retention" in name]
    assert [name for name in names if "mean" in name]
