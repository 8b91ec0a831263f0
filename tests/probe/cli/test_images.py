"""`probe images`: counts and a contact sheet."""

from probe.cli import main


def test_rendered_people_are_counted_without_their_strangers(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["images", "background", "--subjects", "2", "--workers", "1"]) == 0
    printed = capsys.readouterr().out
    assert "pictures of 2 people" in printed
    assert "of strangers" in printed
    assert "standard" in printed
    sheet = tmp_path / "background-images.png"
    assert sheet.stat().st_size > 1000
    drawn = sheet.read_bytes()
    assert main(["images", "background", "--subjects", "2", "--workers", "1"]) == 0
    assert sheet.read_bytes() == drawn, "a sheet is replaced by the next one"
    sheet.write_bytes(b"my own picture")
    capsys.readouterr()
    assert main(["images", "background", "--subjects", "2", "--workers", "1"]) == 2
    assert "background-images.png: this file is there already" in capsys.readouterr().err
    assert sheet.read_bytes() == b"my own picture"
    assert main(["images", "background", "--subjects", "2", "--workers", "1", "--force"]) == 0
    assert sheet.read_bytes() == drawn
