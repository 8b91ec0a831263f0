"""Runs of every schema version stay readable: tables, matrix, report, and verification."""

import json
import re
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

import probe
from probe.runs.manifest import SCHEMA_VERSION
from probe.study.verification import verify
from probe.wording import Wording, wording_of

DATA = Path(__file__).parents[2] / "data"
RUNS = sorted(DATA.glob("run_v*"))


def test_every_version_has_its_run():
    assert [path.name for path in RUNS] == [f"run_v{n}" for n in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("path", RUNS, ids=lambda path: path.name)
def test_photographs_of_before_are_letterboxed_where_nothing_is_said(path):
    run = probe.open_run(path)
    assert run.manifest.protocols[0].fit is None
    assert not run.protocols["turn"].states_fit
    assert run.protocols["turn"].fit == "letterbox"


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


@pytest.mark.parametrize("path", RUNS, ids=lambda path: path.name)
def test_a_stored_run_verifies(path):
    assert verify(probe.open_run(path)).problems == ()


STANDARD = "In the standard condition"


@pytest.fixture
def other_words(monkeypatch):
    """English with other sentences than today: the standard condition is where one starts."""
    text = (resources.files("probe.wording") / "en.ftl").read_text("utf-8")
    words = Wording("en", text.replace(STANDARD, "At the start"))
    monkeypatch.setattr("probe.reports.source.wording_of", lambda language: words)
    return words


@pytest.mark.parametrize("path", RUNS, ids=lambda path: path.name)
def test_a_stored_run_verifies_when_a_sentence_has_changed(path, other_words, tmp_path):
    run = probe.open_run(path)
    assert verify(run).problems == ()
    report = json.loads(run.report(tmp_path / "r.json")["json"].read_text("utf-8"))
    texts = " ".join(finding["text"] for finding in report["findings"])
    old = run.manifest.schema_version == 1
    assert (STANDARD in texts, "At the start" in texts) == (old, not old)


REWORDED = {("headline", ""), ("advice", ""), ("factor", "turn")}
"""Findings whose sentences are others since version 1; their numbers are not."""


def test_texts_of_version_1_and_messages_of_version_2_say_the_same():
    """The same pictures were compared: what version 2 says is what version 1 stored as text."""
    words = wording_of()
    first, second = (
        {(f.key, f.protocol): words.either(f.message) for f in probe.open_run(path).findings}
        for path in RUNS[:2]
    )
    assert set(first) > REWORDED
    # Since then the end of a scale is printed only where it is reached: .998 was 1.00.
    second = {key: text.replace(">.99", "1.00") for key, text in second.items()}
    assert {key: second[key] for key in first if key not in REWORDED} == {
        key: text for key, text in first.items() if key not in REWORDED
    }
    for key in REWORDED:
        assert re.findall(r"\d+", second[key]) == re.findall(r"\d+", first[key])
