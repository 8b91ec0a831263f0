"""`probe cache`: what is kept, and emptying it."""

from probe.cli import main


def test_the_cache_is_shown_and_emptied(photos, protocol_file, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    main(["run", str(protocol_file), "--photos", str(photos), "--no-report", "--cache", "c"])
    capsys.readouterr()
    assert main(["cache", "--cache", "c"]) == 0
    assert "72 vectors" in capsys.readouterr().out
    assert main(["cache", "--empty", "--cache", "c"]) == 0
    assert "deleted in c" in capsys.readouterr().out
    assert not (tmp_path / "c").exists()


def test_only_what_was_made_here_is_deleted(photos, protocol_file, capsys):
    folder = str(photos)
    main(["run", str(protocol_file), "--photos", folder, "--no-report", "--cache", folder])
    before = {p: p.read_bytes() for p in photos.rglob("*.png")}
    (photos / "scenes").mkdir()
    (photos / "scenes" / "mine.png").write_bytes(b"mine")
    weights = photos / "weights" / "w.pth"
    weights.parent.mkdir()
    weights.write_bytes(b"fetched")
    assert (photos / "vectors.sqlite").is_file()
    capsys.readouterr()
    assert main(["cache", "--empty", "--cache", folder]) == 0
    printed = capsys.readouterr().out
    assert "stays" in printed
    assert "weights" in printed
    assert not list(photos.glob("vectors.sqlite*"))
    assert {p: p.read_bytes() for p in before} == before
    assert (photos / "scenes" / "mine.png").is_file()
    assert weights.read_bytes() == b"fetched"


def test_a_cache_that_is_not_there_is_told_so_and_not_made(tmp_path, capsys):
    assert main(["cache", "--cache", str(tmp_path / "none")]) == 0
    assert "there is no such folder yet" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()


def test_looking_into_a_folder_of_others_makes_nothing_in_it(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["cache", "--cache", str(tmp_path)]) == 0
    assert "nothing in this folder was kept by probe" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_no_cache(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["cache", "--cache", str(tmp_path / "file")]) == 2
    assert "file: this is a file, and a folder is needed" in capsys.readouterr().err
