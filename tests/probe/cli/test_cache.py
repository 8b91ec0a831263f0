"""`probe cache`: what is kept, and emptying it."""

from probe.cli import main


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


def test_a_cache_that_is_not_there_is_empty(tmp_path, capsys):
    assert main(["cache", "--cache", str(tmp_path / "none")]) == 0
    assert "empty" in capsys.readouterr().out
