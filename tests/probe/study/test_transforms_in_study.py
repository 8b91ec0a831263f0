"""A study whose conditions are made by transforms: what is true of them is found."""

import json

import numpy as np
import pytest
from PIL import Image

import probe
from probe.cli import main
from probe.study.verification import verify

PROTOCOL = """\
name: change
title: Change
question: Still the same?
factors:
  - name: change
    levels:
      - {value: none, transform: none}
      - {value: cast, transform: {colour_cast: {red: 4, blue: -4}}}
      - {value: blur, transform: {defocus: {disc: 25}}}
    standard: none
takes: 3
photos:
  pattern: "{subject}/{take}.png"
"""


def colours_alone(pictures):
    """Mean colour, without its brightness: no edge is in it."""
    means = pictures.mean((2, 3)) - 0.5
    return (means - means.mean(1, keepdims=True) * 0.5).astype(np.float32)


def shape_alone(pictures):
    """Which of two neighbours is the brighter: no colour is in it."""
    grey = pictures.mean(1)
    return np.sign(np.round(grey[:, :, 2:] - grey[:, :, :-2], 2)).reshape(len(grey), -1) + 1e-3


@pytest.fixture
def people(tmp_path):
    """8 people: each a colour, and a pattern of stripes two pixels wide, three times with noise."""
    for person in range(8):
        draw = np.random.default_rng([person, 3])
        turn = 2 * np.pi * person / 8
        hue = np.cos(turn - np.array([0, 2 * np.pi / 3, 4 * np.pi / 3]))
        pattern = draw.integers(0, 2, (12, 16)).repeat(8, 0).repeat(2, 1)
        for take in range(3):
            noise = np.random.default_rng([person, take]).normal(0, 3, (96, 32, 3))
            picture = (120 + 60 * hue) * (0.75 + 0.5 * pattern[:, :, None]) + noise
            path = tmp_path / "people" / f"p{person}" / f"{take}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).save(path)
    return tmp_path / "people"


@pytest.fixture
def run(people, tmp_path):
    """The study with both models."""
    path = tmp_path / "change.yaml"
    path.write_text(PROTOCOL, encoding="utf-8")
    whole = {"input_size": (96, 32), "mean": (0.0,) * 3, "std": (1.0,) * 3}
    models = [
        probe.wrap(colours_alone, name="colours", **whole),
        probe.wrap(shape_alone, name="shape", **whole),
    ]
    out = tmp_path / "runs"
    return probe.run(path, models, photos=people, fmr=0.05, out=out, remedies=True)


def test_a_model_of_colours_breaks_under_a_cast_and_one_of_shapes_under_blur(run, capsys):
    cells = run.cells[(run.cells["kind"] == "mated") & (run.cells["level_i"] == "none")]
    missed = {(c["backbone"], c["level_j"]): c["fnmr"] for c in cells.to_dict("records")}
    counts = {c["level_j"]: c["n_pairs"] for c in cells.to_dict("records")}
    assert counts == {"none": 8 * 3, "cast": 8 * 6, "blur": 8 * 6}
    assert missed["colours", "none"] == missed["shape", "none"] == 0
    assert missed["colours", "cast"] > 0.5
    assert missed["colours", "blur"] < 0.1
    assert missed["shape", "cast"] < 0.1
    assert missed["shape", "blur"] > 0.5
    assert any("made from the same photographs" in str(note) for note in run.manifest.notes)
    assert main(["verify", str(run.path), "--independent"]) == 0
    assert "all agree" in capsys.readouterr().out


def test_what_takes_the_cast_away_is_tried_where_there_is_one(run):
    colours = {r["name"]: r for r in run.remedies("colours", "change")["rungs"]}
    shape = {r["name"]: r for r in run.remedies("shape", "change")["rungs"]}
    assert "grey-world" in colours
    assert "deblur" not in colours
    assert {"deblur", "sharpen"} <= shape.keys()
    # A person is compared with the other takes alone: never with the shot the picture is made from.
    assert colours["nothing"]["fnmr"] > 0.5
    assert 0 <= colours["nothing"]["passing"] <= 1
    assert colours["grey-world"]["milliseconds"] > 0


def test_pictures_made_from_one_are_not_compared_when_a_run_is_computed_again(run, capsys):
    """As in the study: verified, and set beside another run, where the misses are its own."""
    assert verify(run).problems == ()
    assert main(["compare", str(run.path), str(run.path), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    inside = run.differences[run.differences["figure"] == "mean"].to_dict("records")
    wanted = {row["condition"]: row["difference"] for row in inside if row["condition"]}
    between = {
        row["condition"]: row["difference"]
        for row in rows
        if row["figure"] == "mean"
        and row["condition"]
        and (row["backbone_a"], row["backbone_b"]) == ("colours (1)", "shape (2)")
    }
    assert wanted
    assert between == pytest.approx(wanted)
