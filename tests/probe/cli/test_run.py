"""`probe run`: a run, its reports, and where they are."""

import json
from pathlib import Path

from probe.cli import main


def test_run_prints_where_everything_is(photos, protocol_file, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["run", str(protocol_file), "--photos", str(photos), "--json"]) == 0
    out = capsys.readouterr()
    told = json.loads(out.out)
    assert told["backbones"] == ["arcface.demo", "moco.demo"]
    assert told["embedded"] == {"arcface.demo": 72, "moco.demo": 72}
    assert "for demonstration, not for deployment" in Path(told["reports"]["html"]).read_text()
    assert set(told["reports"]) == {"html", "pdf", "json"}
    assert all((tmp_path / path).stat().st_size > 1000 for path in told["reports"].values())


def test_runs_that_cannot_be_written_are_refused_before_any_work(photos, tmp_path, capsys):
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    assert main(["run", "orientation", "--backbone", "stripes", "--out", str(taken / "deep")]) == 2
    told = capsys.readouterr().err
    assert f"{taken}: this is a file, not a folder for runs" in told
    assert "--out" in told
    assert "backbone stripes" not in told


def test_what_was_found_and_what_comes_next_is_printed(photos, protocol_file, tmp_path, capsys):
    given = ["run", str(protocol_file), "--photos", str(photos), "--backbone", "stripes"]
    asked = ["--fmr", "0.001", "--site", "orientation=any", "--no-report"]
    assert main([*given, *asked, "--out", str(tmp_path / "runs")]) == 0
    printed = capsys.readouterr().out
    assert "stripes: 0.1 % needs at least" in printed
    assert "next    the lowest rate these strangers resolve: --fmr 0.0" in printed
    assert "stripes, at the site: " in printed
    assert "next    probe report " in printed
