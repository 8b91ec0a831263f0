"""What the stored tables of the study of FD-GAN say follows from their rows."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.checkout


@pytest.fixture
def tables(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "examples" / "studies")
    import fdgan_tables

    return fdgan_tables


def test_a_verdict_follows_from_its_row(tables):
    lines = tables.stored("claims.csv")
    assert lines
    for row in lines:
        differences = [float(value) for value in row["trainings"].split()]
        holds = float(row["low"]) > 0 and all(value > 0 for value in differences)
        fails = float(row["high"]) < 0
        assert row["verdict"] == ("holds" if holds else "fails" if fails else "not told"), row


@pytest.mark.parametrize("name", ["directions.csv", "directions_poses.csv"])
def test_figures_of_the_pairs_of_models_lie_within_their_seeds(tables, name):
    lines = tables.stored(name)
    assert {row["protocol"] for row in lines} == set(tables.PROTOCOLS)
    for row in lines:
        assert float(row["least"]) <= float(row["difference"]) <= float(row["most"])
        if row["low"]:  # two models that miss nothing differ by nothing, without an interval
            assert float(row["low"]) <= float(row["difference"]) <= float(row["high"])
