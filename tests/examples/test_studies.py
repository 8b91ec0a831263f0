"""The three studies: their README tells the stored numbers, and a trial runs from end to end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

STUDIES = Path(__file__).parents[2] / "examples" / "studies"
NAMES = ("training_variation", "arcface_margin", "moco_temperature")
FACTORS = ("distance", "orientation", "camera_height")

pytestmark = pytest.mark.checkout


def stored(name):
    return json.loads((STUDIES / "results" / f"{name}.json").read_text())


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_tells_the_stored_numbers(name):
    readme = (STUDIES / "README.md").read_text()
    for factors in stored(name)["retention"].values():
        cells = [np.array(factors[factor]) for factor in FACTORS]
        row = " | ".join(f"{c.mean():.3f} +- {c.std(ddof=1):.3f}" for c in cells)
        assert f"| {row.replace('0.', '.')} |" in readme


@pytest.mark.parametrize("name", NAMES)
def test_the_conclusion_follows_from_the_stored_numbers(name):
    """Said again from the numbers: a difference is told only above twice the spread."""
    content = stored(name)
    for factor in FACTORS:
        told = {v: np.array(f[factor]) for v, f in content["retention"].items()}
        ranked = sorted(told, key=lambda v: -told[v].mean())
        first, last = told[ranked[0]], told[ranked[-1]]
        noise = np.hypot(first.std(ddof=1), last.std(ddof=1))
        line = next(x for x in content["text"].splitlines() if x.startswith(f"{factor}:"))
        shown = first.mean() - last.mean() > 2 * noise
        assert (f"{ranked[0]} keeps most and {ranked[-1]} least" in line) == shown
        assert ("no difference" in line) == (not shown)


def test_models_of_a_study_with_other_settings_are_not_taken_for_its_own(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    from trained_models import Place, Scale, Variant, base_recipe, trained

    place = Place(tmp_path, "cpu", 1, 1)
    variants = [Variant("m2-0", {"objective.m2": 0.0}, tmp_path)]
    trial, whole = (base_recipe("arcface.demo", Scale(12, epochs, 1, 2)) for epochs in (1, 12))
    monkeypatch.setattr("subprocess.run", _never_ends_well)
    with pytest.raises(SystemExit, match="could not be trained"):
        trained(place, trial, variants, 1)
    (tmp_path / "m2-0-seed1").mkdir()
    (tmp_path / "m2-0-seed1" / "card.yaml").write_text("")
    assert list(trained(place, trial, variants, 1)) == ["m2-0-seed1"]
    with pytest.raises(SystemExit, match="other settings"):
        trained(place, whole, variants, 1)


def _never_ends_well(command, **_):
    return subprocess.CompletedProcess(command, 1, "", "")


@pytest.mark.slow
def test_a_trial_runs_and_a_second_call_trains_nothing(tmp_path):
    command = [
        sys.executable, str(STUDIES / "arcface_margin.py"), "--out", str(tmp_path), "--quick",
        "--device", "cpu", "--workers", "1",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(STUDIES.parents[1])}
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        for _ in range(2)
    ]
    assert runs[0].stdout.count("trained ") == 6
    assert "trained " not in runs[1].stdout
    figures = json.loads((tmp_path / "result.json").read_text())["retention"]
    assert set(figures) == {"m2-0", "m2-0.25", "m2-0.5"}
    assert all(len(values) == 2 for each in figures.values() for values in each.values())
