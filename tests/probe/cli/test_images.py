"""`probe images`: counts and a contact sheet."""

from probe.cli import main


def test_rendered_people_are_counted_without_their_strangers(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["images", "background", "--subjects", "2", "--workers", "1"]) == 0
    printed = capsys.readouterr().out
    assert "pictures of 2 people" in printed
    assert "of strangers" in printed
    assert "standard" in printed
    assert (tmp_path / "background-images.png").stat().st_size > 1000
