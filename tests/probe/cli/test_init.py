"""`probe init`: a proposal that the next commands take."""

import io
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from probe.cli import main
from probe.files.strict_yaml import parse_yaml


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


@pytest.fixture
def undecided(tmp_path):
    """A folder whose names can be read in several ways."""
    folder = tmp_path / "my photos"
    folder.mkdir()
    for number in range(36):
        name = f"{number // 9 + 1}_{number // 3 % 3 + 1}_{number % 3 + 1}.png"
        Image.new("RGB", (4, 8)).save(folder / name)
    return folder


def test_names_that_do_not_decide_are_shown_and_nothing_is_written(
    undecided, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    assert main(["init", str(undecided)]) == 2
    printed = capsys.readouterr()
    assert "can be read in" in printed.err
    assert "--choose 1" in printed.err
    assert "1: {subject}_{level}_{take}.png" in printed.out
    assert "1_1_1.png: subject = 1, level = 1, take = 1" in printed.out
    assert not list(tmp_path.glob("*.yaml"))


def test_folders_that_may_be_people_are_not_taken_for_levels(tmp_path, capsys):
    for number, person in enumerate(("anna", "ben", "carl", "dora"), start=1):
        (tmp_path / person).mkdir()
        for take in (1, 2, 3):
            (tmp_path / person / f"IMG_{4 * number + take:04d}.JPG").write_bytes(b"x")
    out = tmp_path / "p.yaml"
    given = ["init", str(tmp_path), "--out", str(out)]
    assert main(given) == 2
    assert not out.exists()
    said = " ".join(capsys.readouterr().err.split())
    assert "If they are people, name what varies, too, as in anna/back_3.jpg" in said
    assert main([*given, "--choose", "1"]) == 0


def test_one_of_several_readings_is_chosen(undecided, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["init", str(undecided), "--choose", "2"]) == 0
    assert 'pattern: "{subject}_{take}_{level}.png"' in (tmp_path / "my-photos.yaml").read_text()
    assert main(["init", str(undecided), "--choose", "9", "--force"]) == 2
    assert "there is no reading 9" in capsys.readouterr().err


def test_a_reading_is_answered_on_a_terminal(undecided, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", Terminal("2\n"))
    assert main(["init", str(undecided)]) == 0
    assert "{subject}_{take}_{level}" in (tmp_path / "my-photos.yaml").read_text()
    monkeypatch.setattr("sys.stdin", Terminal("x\n"))
    assert main(["init", str(undecided), "--force"]) == 2
    assert "there is no reading" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", Terminal(""))
    assert main(["init", str(undecided), "--force"]) == 2
    assert "nothing is written" in capsys.readouterr().err, "a terminal that is closed"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_words_of_ones_own(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for person, level in product(("alpha", "beta", "gamma"), ("hut", "bar", "ohne hut")):
        (tmp_path / "photos" / person).mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (4, 8)).save(tmp_path / "photos" / person / f"{level}.png")
    words = tmp_path / "words.yaml"
    words.write_text("headwear:\n  bare: [ohne hut]\n  hat: [hut]\n  cap: [bar]\n", "utf-8")
    assert main(["init", "photos", "--words", str(words)]) == 0
    text = (tmp_path / "photos.yaml").read_text("utf-8")
    assert "name: headwear" in text
    assert 'standard: "ohne hut"' in text, "the first level of the list"
    words.write_text("headwear: hat\n", "utf-8")
    assert main(["init", "photos", "--words", str(words), "--force"]) == 2
    assert "listed by factor and level" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("folder", "name", "title"),
    [
        ("Straße", "strasse", "Straße"),
        ("写真", "photos", "写真"),
        ("Bäume_2024", "baume-2024", "Bäume 2024"),
    ],
)
def test_a_protocol_is_named_after_its_folder(tmp_path, capsys, monkeypatch, folder, name, title):
    for person in ("anna", "ben"):
        for view in ("front", "back"):
            path = tmp_path / folder / person / f"{view}.jpg"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert main(["init", folder]) == 0
    capsys.readouterr()
    written = parse_yaml((tmp_path / f"{name}.yaml").read_text("utf-8"), Path("x.yaml")).data
    assert (written["name"], written["title"]) == (name, title)
