"""A run in a notebook: verdicts and headline as text, a link where there is a page."""

import shutil
from html import escape

import probe
from probe.reports.notebook import notebook_html
from tests.conftest import ROOT

STORED = ROOT / "tests" / "data" / "run_v2"


def test_the_headline_stands_out_and_the_run_is_named():
    told = notebook_html(probe.open_run(STORED))
    assert "<strong>No pair was missed after any measured change of orientation</strong>" in told
    assert "&lt;StudyRun " in told


def test_the_page_is_linked_where_it_is_there(tmp_path):
    folder = shutil.copytree(STORED, tmp_path / "a & b")
    run = probe.open_run(folder)
    assert "<a " not in notebook_html(run)
    (folder / "report.html").write_text("<p>", encoding="utf-8")
    assert 'a &amp; b/report.html">' in notebook_html(run)


def test_a_model_s_verdict_begins_with_its_name(run_of):
    run = probe.open_run(run_of("five").path)
    verdicts = [finding for finding in run.findings if finding.key == "verdict" and finding.title]
    assert verdicts
    told = notebook_html(run)
    for finding in verdicts:
        assert f"<p><strong>{escape(finding.title)}</strong>: {escape(finding.message)}" in told


def test_a_run_that_is_not_finished_is_only_named(tmp_path):
    folder = shutil.copytree(STORED, tmp_path / "run")
    manifest = folder / "manifest.json"
    text = manifest.read_text("utf-8").replace('"status": "complete"', '"status": "started"')
    manifest.write_text(text, encoding="utf-8")
    told = notebook_html(probe.open_run(folder))
    assert told.startswith("<code>&lt;StudyRun ")
    assert "started" in told
