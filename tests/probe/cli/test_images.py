"""`probe images`: counts and a contact sheet."""

from probe.cli import main
from probe.cli.images import _padded


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


def test_columns_are_filled_however_wide_letters_are():
    assert _padded("back", 8) == "back    "
    assert _padded("後ろ", 8) == "後ろ    "
