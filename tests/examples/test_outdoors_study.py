"""The study of changes outdoors: its rows are those of its runs, and it goes on where it was."""

import importlib
from argparse import Namespace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import probe

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.checkout

PROTOCOL = """\
name: dark
title: Dark
question: Still the same?
factors:
  - {name: stops, unit: EV, kind: ordered, levels: [-8, -6, -4, 0], standard: 0}
takes: 3
photos: {pattern: "{subject}/{take}.png"}
transform: exposure
"""


@pytest.fixture
def outdoors(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "examples" / "studies")
    return importlib.import_module("outdoors_study")


@pytest.fixture
def people(tmp_path):
    """8 people of own bands of grey, which a dark picture loses."""
    for person in range(8):
        bands = np.random.default_rng(person).integers(30, 220, (8, 1, 1)).repeat(8, 0)
        for take in range(3):
            noise = np.random.default_rng([person, take]).normal(0, 2, (64, 32, 3))
            path = tmp_path / "people" / f"p{person}" / f"{take}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(np.clip(bands + noise, 0, 255).astype(np.uint8)).save(path)
    return tmp_path / "people"


def test_rows_follow_from_the_runs_and_a_second_call_runs_nothing(
    outdoors, people, tmp_path, monkeypatch
):
    (tmp_path / "protocols").mkdir()
    (tmp_path / "protocols" / "dark.yaml").write_text(PROTOCOL, encoding="utf-8")
    given = Namespace(
        photos=people, pku=None, out=tmp_path / "out", backbone=["stripes"],
        protocols=tmp_path / "protocols", fmr=0.05, threads=1,
    )  # fmt: skip
    (row,) = outdoors.study(given)
    (folder,) = (tmp_path / "out" / "runs" / "dark").iterdir()
    cells = probe.open_run(folder).cells
    mated = cells[(cells["kind"] == "mated") & (cells["level_j"] == "0")]
    misses = mated.set_index("level_i")["fnmr"]
    assert float(row["worst"]) == pytest.approx(misses.max(), abs=1e-4)
    assert float(row["standard"]) == pytest.approx(misses["0"], abs=1e-4)
    assert float(row["mean"]) == pytest.approx(misses.drop("0").mean(), abs=1e-4)
    assert misses["0"] <= 0.1 < 0.5 < misses.max()
    assert -8 < float(row["crosses_50_down"]) <= float(row["crosses_10_down"]) < 0
    assert row["crosses_10_up"] == ""
    assert "| dark |" in outdoors.ranked([row])
    assert f"| {row['crosses_50_down']} EV (" in outdoors.ranked([row])

    monkeypatch.setattr(probe, "run", None)
    assert outdoors.study(given) == [row]


def test_changes_are_ranked_by_the_misses_they_add(outdoors):
    def row(name, mean, standard="0.1"):
        return {"protocol": name, "mean": mean, "standard": standard}

    rows = [row("fog", "0.2"), row("fog", "0.4"), row("lens", "0.9", "0.8"), row("rain", "0.5")]
    assert [name for name, _ in outdoors.harm(rows)] == ["rain", "fog", "lens"]
    assert dict(outdoors.harm(rows))["fog"] == pytest.approx(0.2)


def test_both_sides_of_a_crossing_are_printed(outdoors):
    row = dict.fromkeys(outdoors.HEADS, "") | {
        "protocol": "light", "standard": "0.1", "mean": "0.2", "worst": "0.3", "unit": "EV",
        "crosses_10_up": "2.1", "crosses_10_up_near": "0", "crosses_10_up_far": "2.6",
        "crosses_10_down": "-3.4", "crosses_10_down_near": "-2.6",
    }  # fmt: skip
    assert "| 2.1 EV (0 to 2.6); -3.4 EV (-2.6 to beyond) | - |" in outdoors.ranked([row])


def test_of_pku_one_camera_and_neighbouring_directions_are_taken(outdoors, tmp_path):
    for name in ("7_c1_o2.png", "7_c1_o5.png", "7_c2_o2.png", "8_c1_o4.png"):
        Image.new("RGB", (4, 8)).save(tmp_path / name)
    out = outdoors.pictures_of_pku(tmp_path, tmp_path / "out")
    found = {path.relative_to(out).as_posix() for path in out.rglob("*.png")}
    assert found == {"7/2.png", "8/4.png"}
