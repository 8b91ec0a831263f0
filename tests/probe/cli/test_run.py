"""`probe run`: a run, its reports, and where they are."""

import json
from pathlib import Path

from probe.cli import main
from probe.runs.reading import Run
from probe.wording import wording_of


def test_run_prints_where_everything_is(photos, protocol_file, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["run", str(protocol_file), "--photos", str(photos), "--json"]) == 0
    out = capsys.readouterr()
    payload = json.loads(out.out)
    assert payload["backbones"] == ["arcface.demo", "moco.demo"]
    assert payload["embedded"] == {"arcface.demo": 72, "moco.demo": 72}
    assert "for demonstration, not for deployment" in Path(payload["reports"]["html"]).read_text()
    assert set(payload["reports"]) == {"html", "pdf", "json"}
    assert all((tmp_path / path).stat().st_size > 1000 for path in payload["reports"].values())


def test_runs_that_cannot_be_written_are_refused_before_any_work(photos, tmp_path, capsys):
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    assert main(["run", "orientation", "--backbone", "stripes", "--out", str(taken / "deep")]) == 2
    complaint = capsys.readouterr().err
    assert f"{taken}: this is a file, and a folder is needed" in complaint
    assert "--out" in complaint
    assert "backbone stripes" not in complaint


def test_what_was_found_and_what_comes_next_is_printed(photos, protocol_file, tmp_path, capsys):
    given = ["run", str(protocol_file), "--photos", str(photos), "--backbone", "stripes"]
    asked = ["--fmr", "0.001", "--site", "orientation=any", "--no-report"]
    assert main([*given, *asked, "--out", str(tmp_path / "runs")]) == 0
    printed = capsys.readouterr().out
    assert "stripes: Not decided. Cannot be judged: 0.1\u00a0% needs at least" in printed
    assert "stripes: 0.1\u00a0% needs at least" not in printed, "the verdict says it"
    assert "next    the lowest rate these strangers resolve: --fmr 0.0" in printed
    assert "stripes, at the site: " in printed
    assert "next    probe report " in printed


def test_the_run_command_prints_the_recommendation(photos, protocol_file, tmp_path, capsys):
    command = ["run", str(protocol_file), "--photos", str(photos), "--out", str(tmp_path / "r")]
    command += ["--fmr", "0.03", "--no-report", "--backbone", "stripes", "--site", "orientation=90"]
    assert main(command) == 0
    (path,) = (tmp_path / "r").glob("turn/*")
    kept = Run(path).site["verdicts"][0]["sentences"][0]
    first = wording_of().stored(kept["message"])
    assert f"stripes, at the site: {first}\n" in capsys.readouterr().out
    assert main([*command, "--json"]) == 0
    data = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert data["site"]["verdicts"][0]["sentences"][0]["text"] == first
