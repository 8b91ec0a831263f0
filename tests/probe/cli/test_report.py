"""`probe report`: again, as one file, and as tables."""

import pytest

import probe
from probe.cli import main


@pytest.fixture
def run(photos, protocol_file, tmp_path):
    asked = {"photos": photos, "out": tmp_path / "runs", "fmr": 0.05, "pictures": False}
    return probe.run(protocol_file, "stripes", **asked)


def test_reports_and_tables_are_made_again(run, tmp_path, capsys):
    out, tables = tmp_path / "again.html", tmp_path / "tables"
    assert main(["report", str(run.path), "--out", str(out), "--tables", str(tables)]) == 0
    printed = capsys.readouterr().out
    assert f"html    {out}" in printed
    assert out.stat().st_size > 1000
    written = [line.split(maxsplit=1)[1] for line in printed.splitlines() if "table" in line[:6]]
    assert sorted(written) == sorted(str(path) for path in tables.iterdir())
    assert {path.suffix for path in tables.iterdir()} == {".csv", ".tex"}


def test_another_format_is_refused(run, tmp_path, capsys):
    assert main(["report", str(run.path), "--out", str(tmp_path / "r.doc")]) == 2
    assert "there is no report format 'doc'" in capsys.readouterr().err


def test_a_language_that_there_is_not_is_refused(run, capsys):
    assert main(["report", str(run.path), "--language", "xx"]) == 2
    complaint = capsys.readouterr().err
    assert "'xx'" in complaint
    assert "en" in complaint.split("'xx'")[1]


def test_tables_that_cannot_be_written_are_refused_before_any_report(run, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    out = tmp_path / "r.html"
    asked = ["--out", str(out), "--tables", str(tmp_path / "file")]
    assert main(["report", str(run.path), *asked]) == 2
    assert "this is a file, and a folder is needed\n  --tables is:" in capsys.readouterr().err
    assert not out.exists()
    assert main(["report", str(run.path), "--out", str(tmp_path / "file" / "r.html")]) == 2
    assert "this is a file, and a folder is needed\n  --out is:" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["html", "pdf", "json"])
def test_a_report_replaces_a_report_and_no_file_of_another_kind(run, kind, tmp_path, capsys):
    out = tmp_path / f"mine.{kind}"
    out.write_text("notes of a year")
    asked = ["report", str(run.path), "--out", str(out)]
    assert main(asked) == 2
    complaint = capsys.readouterr().err
    assert f"mine.{kind}: this file is there already, and probe did not write it" in complaint
    assert "--force replaces it" in complaint
    assert out.read_text() == "notes of a year"
    assert main([*asked, "--force"]) == 0
    assert main(asked) == 0
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / f"report.{kind}").write_text("mine")
    assert main(["report", str(run.path), "--out", str(folder)]) == 2
    assert [path.name for path in folder.iterdir()] == [f"report.{kind}"], "nothing is begun"
