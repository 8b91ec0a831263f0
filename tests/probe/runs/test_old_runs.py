"""Runs of every schema version stay readable: tables, matrix and report."""

from pathlib import Path

import numpy as np
import pytest

import probe
from probe.runs.manifest import SCHEMA_VERSION

DATA = Path(__file__).parents[2] / "data"
RUNS = sorted(DATA.glob("run_v*"))


def test_every_version_has_its_run():
    assert [path.name for path in RUNS] == [f"run_v{n}" for n in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("path", RUNS, ids=lambda path: path.name)
def test_a_stored_run_is_read(path, tmp_path):
    run = probe.open_run(path)
    assert run.manifest.status == "complete"
    assert run.changed_files() == []
    assert run.manifest.threshold("stripes").resolved
    assert set(run.cells["kind"]) >= {"mated", "at_large"}
    assert len(run.pairs)
    assert len(run.images) == 36
    assert run.findings
    assert run.histograms.counts.sum() > 0
    assert np.isfinite(run.matrix("stripes", "turn")).all()
    assert run.embeddings("stripes")[1].shape[0] == 36
    files = run.report(tmp_path)
    assert set(files) == {"html", "pdf", "json"}
    assert run.heatmap("stripes").axes
