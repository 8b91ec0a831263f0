"""Erasing outdoors: planted differences over seeds, and only seeds that both rows have."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.checkout


@pytest.fixture
def erasing(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "examples" / "studies")
    return importlib.import_module("erasing_outdoors")


def test_a_planted_difference_has_the_interval_of_its_seeds(erasing):
    pairs = [({"fog": 0.2, "all": 0.2}, {"fog": 0.2 + by, "all": 0.2}) for by in (0.1, 0.2, 0.3)]
    fog, everything = erasing.differences(pairs)
    assert (fog["protocol"], fog["seeds"], fog["difference"]) == ("fog", "3", "0.2000")
    # 4.3027 (t of 2 degrees of freedom) times .1 over the root of 3
    assert float(fog["low"]) == pytest.approx(0.2 - 0.2484, abs=1e-4)
    assert float(fog["high"]) == pytest.approx(0.2 + 0.2484, abs=1e-4)
    assert (everything["low"], everything["high"]) == ("0.0000", "0.0000")
    assert erasing.differences(pairs[:1])[0]["low"] == "nan"


def test_added_misses_are_those_of_the_study_outdoors_and_their_mean(erasing):
    rows = [
        {"protocol": "fog", "mean": "0.6", "standard": "0.1"},
        {"protocol": "lens", "mean": "0.2", "standard": "0.1"},
    ]
    assert erasing.added(rows) == pytest.approx({"fog": 0.5, "lens": 0.1, "all": 0.3})


def test_seeds_that_one_row_lacks_are_left_out(erasing, tmp_path):
    for row, seeds in ((erasing.WITHOUT, (1, 2, 3)), (erasing.WITH, (2, 3, 4))):
        for seed in seeds:
            place = tmp_path / "rows" / row / f"seed-{seed}"
            place.mkdir(parents=True)
            (place / "card.yaml").write_text("")
    assert erasing.trained(tmp_path) == ["seed-2", "seed-3"]
    assert erasing.trained(tmp_path / "none") == []
