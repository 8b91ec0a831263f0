"""`probe generate`: sheet and figures of people in other poses, and what it refuses."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.cli import main

SIZE = (64, 32)
PEOPLE = 3


@pytest.fixture
def table(tmp_path):
    """A table of people with two pictures each and joints on them."""
    drawn = np.random.default_rng(0)
    lines = ["path,person,camera,keypoints"]
    for person in range(PEOPLE):
        for number in range(2):
            name = f"{person}_{number}"
            picture = drawn.integers(0, 256, (32, 16, 3), dtype=np.uint8)
            Image.fromarray(picture).save(tmp_path / f"{name}.png")
            joints = drawn.uniform(2, 14, (18, 2)).tolist()
            (tmp_path / f"{name}.json").write_text(json.dumps(joints))
            lines.append(f"{name}.png,{person},0,{name}.json")
    path = tmp_path / "table.csv"
    path.write_text("\n".join(lines))
    return path


def test_sheet_and_figures(training, table, tmp_path, capsys):
    given = ["generate", str(training), f"{training}@joint", "--data", f"table={table}"]
    out = tmp_path / "out"
    assert main([*given, "--out", str(out), "--judge", "stripes", "--people", "2"]) == 0
    printed = capsys.readouterr().out
    assert "against the true pictures of 2 people" in printed
    figures = json.loads((out / "figures.json").read_text())
    assert list(figures) == [
        "fdgan.small, joint", "copy of the source", "mean of the person",
    ]  # fmt: skip
    for values in figures.values():
        assert set(values) == {"L1", "SSIM", "cosine"}
        assert 0 < values["L1"] < 1
        assert -1 <= values["SSIM"] < 1
    # Of two pictures of a person, the mean without the target is the source.
    assert figures["copy of the source"] == figures["mean of the person"]
    with Image.open(out / "generated.png") as sheet:
        assert sheet.height > 2 * SIZE[0]
        assert sheet.width >= 4 * SIZE[1]


def test_equal_seeds_draw_equal_pictures(training, table, tmp_path):
    for out in ("a", "b"):
        given = ["generate", str(training), "--data", f"table={table}", "--seed", "3"]
        assert main([*given, "--out", str(tmp_path / out)]) == 0
    first, second = ((tmp_path / out / "generated.png").read_bytes() for out in "ab")
    assert first == second


def test_official_files(training, table, tmp_path):
    for name in ("encoder.pth", "generator.pth"):
        shutil.move(training / name, tmp_path)  # no training beside them
    pair = f"{tmp_path / 'encoder.pth'}+{tmp_path / 'generator.pth'}"
    out = tmp_path / "out"
    assert main(["generate", pair, "--data", f"table={table}", "--out", str(out)]) == 0
    assert "generator" in json.loads((out / "figures.json").read_text())


@pytest.mark.parametrize(
    ("drawer", "more", "message"),
    [
        ("{training}@baseline", [], "no generator has learnt anything by the end of the stage"),
        ("{training}@jont", [], "did you mean 'joint'"),
        ("{folder}", [], "no training in this folder"),
        ("{table}", [], "not a PyTorch or safetensors file"),
        ("{training}", ["--layout", "coco71"], "did you mean 'coco17'"),
        ("{training}", ["--layout", "coco17"], "18 joints, not the 17"),
    ],
)
def test_mistakes_are_named(drawer, more, message, training, table, tmp_path, capsys):
    given = [
        drawer.format(training=training, table=table, folder=table.parent),
        "--data",
        f"table={table}",
    ]
    assert main(["generate", *given, "--out", str(tmp_path / "out"), *more]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists(), "nothing is half-written"


@pytest.mark.parametrize("where", [[], ["--data", "table={table}", "--run", "{folder}"]])
def test_people_are_of_a_data_set_or_of_a_run(where, training, table, tmp_path, capsys):
    given = [text.format(table=table, folder=tmp_path) for text in where]
    assert main(["generate", str(training), *given]) == 2
    assert "--data FORM=DIR, or --run DIR" in capsys.readouterr().err


def test_people_without_keypoints_are_named(training, table, tmp_path, capsys):
    lines = [line.rpartition(",")[0] for line in table.read_text().splitlines()]
    table.write_text("\n".join(lines))
    assert main(["generate", str(training), "--data", f"table={table}"]) == 2
    assert "nobody has two pictures with keypoints" in capsys.readouterr().err


def test_files_of_a_training_are_drawn_from_by_its_folder(training, table, tmp_path, capsys):
    pair = f"{training / 'encoder.safetensors'}+{training / 'generator.safetensors'}"
    given = ["generate", pair, "--data", f"table={table}", "--out", str(tmp_path / "out")]
    assert main(given) == 2
    told = capsys.readouterr().err
    assert "whose recipe says in which units it draws" in told
    assert f"name the training: {training}" in told


def test_missing_joints_of_poses_are_said(training, table, tmp_path, capsys):
    files = [Path(line.split(",")[-1]) for line in table.read_text().splitlines()[1:]]
    for file in files:
        file = table.parent / file
        joints = json.loads(file.read_text())
        file.write_text(json.dumps([None, *joints[1:]]))
    given = ["generate", str(training), "--data", f"table={table}", "--out", str(tmp_path / "out")]
    assert main(given) == 0
    printed = capsys.readouterr()
    assert "are missing" in printed.out + printed.err


def test_of_a_run_everybody_is_drawn(training, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["generate", str(training), "--run", str(tmp_path), "--people", "1"]) == 2
    assert "--people does not choose among them" in capsys.readouterr().err
