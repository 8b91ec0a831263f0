"""Made conditions held against real ones: planted agreement is found; intervals hold it."""

import importlib
import math
from pathlib import Path

import numpy as np
import pytest

import probe
from probe.runs.reading import Run

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.checkout


@pytest.fixture
def study(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "examples" / "studies")
    return importlib.import_module("real_made")


def planted(rng, people, truth, noise):
    return truth + rng.normal(0, noise, (people, len(truth)))


def test_a_planted_offset_and_agreement_are_found(study):
    rng = np.random.default_rng(3)
    truth = np.linspace(0.3, 0.9, 12)
    real, made = planted(rng, 20, truth, 0.02), planted(rng, 12, truth + 0.2, 0.02)
    estimate, low, high = study.limits(study.jackknifed(real, made, study.offset))
    assert estimate == pytest.approx(0.2, abs=0.01)
    assert low < 0.2 < high
    estimate, low, high = study.limits(study.jackknifed(real, made, study.correlation))
    assert math.tanh(low) > 0.95
    other = planted(rng, 12, rng.permutation(truth), 0.02)
    assert math.tanh(study.jackknifed(real, other, study.correlation).estimate) < 0.9


def test_intervals_hold_the_truth_as_often_as_they_say(study):
    rng = np.random.default_rng(4)
    truth = np.linspace(0.3, 0.9, 8)
    held = 0
    for _ in range(200):
        real, made = planted(rng, 10, truth, 0.1), planted(rng, 8, truth + 0.1, 0.1)
        _, low, high = study.limits(study.jackknifed(real, made, study.offset))
        held += low < 0.1 < high
    assert 0.9 <= held / 200 <= 0.99


def test_fishers_interval_of_seven_models(study):
    first = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    middle, low, high = study.fisher(first, [0.2, 0.1, 0.4, 0.3, 0.6, 0.5, 0.7])
    assert middle == pytest.approx(np.corrcoef(first, [0.2, 0.1, 0.4, 0.3, 0.6, 0.5, 0.7])[0, 1])
    assert low < middle < high < 1


def test_cells_of_people_average_to_those_of_the_run(study, photos, protocol_file, tmp_path):
    run = probe.run(
        protocol_file, ["stripes"], photos=photos, out=tmp_path / "r", fmr=0.05, pictures=False
    )
    stored = Run(run.path)
    pairs = [("0", "90"), ("0", "180"), ("90", "180")]
    cells = study.cells_of_people(stored, "turn", "stripes", pairs)
    assert cells.shape == (8, 3)
    table = stored.cells
    mated = table[(table["kind"] == "mated") & (table["variant"] == "unmasked")]
    for place, (first, second) in enumerate(pairs):
        row = mated[(mated["level_i"] == first) & (mated["level_j"] == second)]
        assert cells[:, place].mean() == pytest.approx(row["mean"].iloc[0], abs=1e-5)
    misses = mated[(mated["level_j"] == "180") & (mated["level_i"] != "180")]["fnmr"].mean()
    assert stored.protocols["turn"].standard.levels == ("180",)
    assert study.mean_misses(stored, "turn", "stripes") == pytest.approx(misses)
    assert study.protocol_with(stored, stored.protocols["turn"].factors[0].name) == "turn"
    with pytest.raises(SystemExit, match="varies light alone"):
        study.protocol_with(stored, "light")
