"""Rows outdoors: planted differences over seeds, and only seeds that both rows have."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.checkout


@pytest.fixture
def study(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "examples" / "studies")
    return importlib.import_module("rows_outdoors")


def test_a_planted_difference_has_the_interval_of_its_seeds(study):
    fog, everything = ("added", "fog"), ("added", "all")
    pairs = [
        ({fog: 0.2, everything: 0.2}, {fog: 0.2 + by, everything: 0.2}) for by in (0.1, 0.2, 0.3)
    ]
    one, all_ = study.differences(pairs)
    assert (one["measure"], one["protocol"], one["seeds"]) == ("added", "fog", "3")
    assert (one["first"], one["second"], one["difference"]) == ("0.2000", "0.4000", "0.2000")
    # 4.3027 (t of 2 degrees of freedom) times .1 over the root of 3
    assert float(one["low"]) == pytest.approx(0.2 - 0.2484, abs=1e-4)
    assert float(one["high"]) == pytest.approx(0.2 + 0.2484, abs=1e-4)
    assert (all_["low"], all_["high"]) == ("0.0000", "0.0000")
    assert study.differences(pairs[:1])[0]["low"] == "nan"


def test_a_network_that_misses_most_anyway_adds_little_and_may_lose_all(study):
    rows = [
        {"protocol": "fog", "standard": "0.8", "mean": "1.0"},
        {"protocol": "lens", "standard": "0.0", "mean": "0.5"},
    ]
    found = study.figures(rows)
    assert [found[m, "fog"] for m in ("added", "lost")] == pytest.approx([0.2, 1.0])
    assert [found[m, "lens"] for m in ("added", "lost")] == pytest.approx([0.5, 0.5])
    assert [found[m, "all"] for m in study.MEASURES] == pytest.approx([0.4, 0.35, 0.75])


def test_seeds_that_one_row_lacks_are_left_out(study, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for row, seeds in ((first, (1, 2, 3)), (second, (2, 3, 4))):
        for seed in seeds:
            (row / f"seed-{seed}").mkdir(parents=True)
            (row / f"seed-{seed}" / "card.yaml").write_text("")
    assert study.seeds_of(first, second) == ["seed-2", "seed-3"]
    assert study.seeds_of(first, tmp_path / "none") == []
