"""The command line as a user meets it: what it prints, and that nothing ends in a traceback."""

import io
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from probe.cli import COMMANDS, main
from probe.cli.console import _Progress


def test_help_lists_every_command(capsys):
    assert main([]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert "usage: probe " + name in capsys.readouterr().out


def test_a_misspelt_command_names_the_nearest(capsys):
    with pytest.raises(SystemExit):
        main(["rnu"])
    assert "did you mean 'run'?" in capsys.readouterr().err


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
    assert main(["report", told["run"], "--out", "again.html", "--tables", "tables"]) == 0
    assert (tmp_path / "again.html").is_file()
    assert list((tmp_path / "tables").glob("*.csv"))
    assert list((tmp_path / "tables").glob("*.tex"))


def test_init_validate_and_images_lead_to_a_run(photos, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["init", str(photos), "--out", "mine.yaml"]) == 0
    assert main(["init", str(photos), "--out", "mine.yaml"]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["validate", "mine.yaml", "--photos", str(photos)]) == 0
    assert "72 photographs of 8 people" in capsys.readouterr().out
    assert main(["images", "mine.yaml", "--photos", str(photos), "--out", "sheet.png"]) == 0
    assert "24 pictures of 8 people" in capsys.readouterr().out
    assert (tmp_path / "sheet.png").stat().st_size > 1000
    assert main(["run", "mine.yaml", "--photos", str(photos), "--no-report"]) == 0
    assert "probe report" in capsys.readouterr().out


def test_runs_that_cannot_be_written_are_refused_before_any_work(photos, tmp_path, capsys):
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    assert main(["run", "orientation", "--backbone", "stripes", "--out", str(taken / "deep")]) == 2
    told = capsys.readouterr().err
    assert f"{taken}: this is a file, not a folder for runs" in told
    assert "--out" in told
    assert "backbone stripes" not in told


def test_init_names_what_it_was_given(tmp_path, capsys):
    empty, file = tmp_path / "empty", tmp_path / "file.png"
    empty.mkdir()
    file.write_bytes(b"x")
    for path, wrong in ((empty, "the folder holds no picture"), (file, "this is a file")):
        assert main(["init", str(path)]) == 2
        assert f"{path}: {wrong}" in capsys.readouterr().err


def test_progress_says_no_rate_before_there_is_one():
    stream = io.StringIO()
    progress = _Progress(stream, False, "rendering", "pictures")
    progress._start = progress._shown = time.monotonic() - 20
    progress(1, 800)
    assert stream.getvalue() == "rendering: 1 of 800 pictures\n"
    progress._shown = time.monotonic() - 20
    progress(5, 800)
    assert re.search(r"5 of 800 pictures, 0\.2/s, \d{4} s left", stream.getvalue())


def test_the_shipped_protocols_validate(capsys):
    assert main(["validate", "protocols/"]) == 0
    assert capsys.readouterr().out.count("sound") == 5


def test_backbones_are_listed_with_their_cards(capsys):
    assert main(["backbones"]) == 0
    assert "stripes" in capsys.readouterr().out
    assert main(["backbones", "stripes", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["architecture"] == "stripes"
    assert main(["backbones", "strips"]) == 2
    assert "did you mean 'stripes'" in capsys.readouterr().err


def test_the_cache_is_shown_and_emptied(photos, protocol_file, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    main(["run", str(protocol_file), "--photos", str(photos), "--no-report", "--cache", "c"])
    capsys.readouterr()
    assert main(["cache", "--cache", "c"]) == 0
    assert "72 vectors" in capsys.readouterr().out
    assert main(["cache", "--empty", "--cache", str(photos)]) == 2
    assert photos.is_dir()
    assert main(["cache", "--empty", "--cache", "c"]) == 0
    assert not (tmp_path / "c").exists()


def test_the_command_is_installed():
    done = subprocess.run(
        [sys.executable, "-m", "probe", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("probe ")
