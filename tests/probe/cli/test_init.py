"""`probe init`: a proposal that the next commands take."""

from probe.cli import main


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


def test_init_names_what_it_was_given(tmp_path, capsys):
    empty, file = tmp_path / "empty", tmp_path / "file.png"
    empty.mkdir()
    file.write_bytes(b"x")
    for path, wrong in ((empty, "the folder holds no picture"), (file, "this is a file")):
        assert main(["init", str(path)]) == 2
        assert f"{path}: {wrong}" in capsys.readouterr().err


def test_init_does_not_replace_a_folder(photos, tmp_path, capsys):
    for more in ([], ["--force"]):
        assert main(["init", str(photos), "--out", str(tmp_path), *more]) == 2
        assert "this is a folder" in capsys.readouterr().err
