"""Writing, figures and tables."""

import csv
import io

import numpy as np
import pytest

from probe import reports
from probe.errors import RunError, UsageError
from probe.reports import figures, tables
from probe.reports.colours import scale, step
from probe.runs.reading import Run
from probe.wording.numbers import Numbers


def test_formats_and_places(run_of, tmp_path) -> None:
    run = run_of("hostile")
    assert reports.write(run, tmp_path / "a", ("json",)) == {"json": tmp_path / "a" / "report.json"}
    assert reports.write(run, tmp_path / "b.html") == {"html": tmp_path / "b.html"}
    assert (tmp_path / "b.html").read_text("utf-8").startswith("<!doctype html>")
    written = reports.write(run, formats=("json", "html"))
    assert written["html"] == run.path / "report.html"
    assert run.changed_files() == []
    with pytest.raises(UsageError, match="docx"):
        reports.write(run, tmp_path, ("docx",))


def test_unfinished_and_damaged_runs_are_refused_and_nothing_is_written(
    run_of, tmp_path, synthetic
) -> None:
    run = synthetic.write_run(tmp_path / "run", synthetic.plans()["hostile"], synthetic.finder())
    (run.path / "cells.parquet").write_bytes(b"not a table")
    out = tmp_path / "out"
    with pytest.raises(RunError, match=r"cells\.parquet"):
        reports.write(Run(run.path), out)
    manifest = run.path / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"complete"', '"started"'))
    with pytest.raises(RunError, match="started, not complete"):
        reports.write(Run(run.path), out)
    assert not out.exists()


def test_heatmap_is_drawn_in_the_report_s_colours(run_of) -> None:
    run = run_of("five")
    figure = figures.heatmap(run, run.backbones[0], "distance")
    axes = figure.axes[0]
    values = run.matrix(run.backbones[0], "distance")
    axes.collections[0].update_scalarmappable()
    drawn = axes.collections[0].get_facecolors()
    for k, value in enumerate(values.ravel()):
        wanted = scale("similarity")[step(value)]
        rgb = [int(wanted[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        assert np.abs(drawn[k][:3] - rgb).max() < 1e-6
    assert [t.get_text() for t in axes.texts] == [Numbers().unit(v) for v in values.ravel()]
    assert axes.get_yticklabels()[1].get_fontweight() == "bold"


@pytest.mark.parametrize("figure", ["retention", "fnmr", "log10_fmr"])
def test_other_figures_draw_too(run_of, figure: str, tmp_path) -> None:
    run = run_of("hostile")
    drawn = figures.heatmap(run, run.backbones[1], "hostile", figure)
    drawn.savefig(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").stat().st_size > 1000


def test_unknown_names_are_refused_with_the_nearest(run_of) -> None:
    run = run_of("five")
    with pytest.raises(UsageError, match="distance"):
        figures.heatmap(run, run.backbones[0], "distanse")
    with pytest.raises(UsageError, match="mated cells"):
        figures.heatmap(run, run.backbones[0], "distance", "retention", kind="at_large")
    with pytest.raises(UsageError, match="no retention"):
        figures.heatmap(run_of("one_person"), run.backbones[0], "distance", "retention")


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
