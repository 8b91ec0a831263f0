"""Writing, figures and tables."""

import pytest

from probe import reports
from probe.errors import RunError, UsageError
from probe.runs.reading import Run


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
