"""`probe images`: counts and a contact sheet."""

import pytest

from probe.cli import main

PROTOCOL = """\
name: turn
title: {en: Orientation}
question: {en: "Does turning matter?"}
expectation: invariant
factors:
  - {name: orientation, title: {en: Orientation}, kind: circular, levels: [0, 180], standard: 180}
takes: 1
scene: {orientation: $level}
"""


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """`probe images` of two rendered people, eight pictures in all."""
    (tmp_path / "turn.yaml").write_text(PROTOCOL, "utf-8")
    monkeypatch.chdir(tmp_path)
    return ["images", "turn.yaml", "--subjects", "2", "--workers", "1"]


def test_rendered_people_are_counted_without_their_strangers(asked, tmp_path, capsys):
    assert main(asked) == 0
    printed = capsys.readouterr().out
    assert "pictures of 2 people" in printed
    assert "of strangers" in printed
    assert "standard" in printed
    sheet = tmp_path / "turn-images.png"
    assert sheet.stat().st_size > 1000
    drawn = sheet.read_bytes()
    assert main(asked) == 0
    assert sheet.read_bytes() == drawn, "a sheet is replaced by the next one"
    sheet.write_bytes(b"my own picture")
    capsys.readouterr()
    assert main(asked) == 2
    assert "turn-images.png: this file is there already" in capsys.readouterr().err
    assert sheet.read_bytes() == b"my own picture"
    assert main([*asked, "--force"]) == 0
    assert sheet.read_bytes() == drawn
