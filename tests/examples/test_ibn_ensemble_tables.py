"""What the stored tables on the strong baseline and EnsembleNet say follows from their rows."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUDIES = ROOT / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def tables(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    import ibn_ensemble_tables

    return ibn_ensemble_tables


def test_a_verdict_follows_from_its_row(tables):
    """Said again from the stored limits and trainings."""
    lines = tables.stored("claims.csv")
    assert lines
    for row in lines:
        differences = [float(value) for value in row["trainings"].split()]
        agree = all(value > 0 for value in differences)
        strict = row["claim"].startswith("IBN-a") and row["figure"] == "mAP"
        strict = strict and row["data"] != "market_form"
        expected = "not told"
        if float(row["low"]) > 0 and agree:
            expected = "holds"
        elif float(row["high"]) < 0 or (strict and not agree):
            expected = "fails"
        assert row["verdict"] == expected, row
        assert int(row["agree"]) == sum(value > 0 for value in differences)


def test_what_is_trained_is_collected(tables, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(tables, "RESULTS", tmp_path / "results")
    for seed, value in ((1, 0.25), (2, 0.75)):
        folder = tmp_path / "t" / "joint" / "rows" / "IBN-a_with_erasing" / f"seed-{seed}"
        folder.mkdir(parents=True)
        figures = {"training": {"loss": 1.0}, "pku_reid=/some/where": {
            "rank-1": value, "mAP": value / 2, "mINP": value / 4}}  # fmt: skip
        content = {"row": "IBN-a with erasing", "seed": seed, "digest": "d", "figures": figures}
        (folder / "result.json").write_text(json.dumps(content))
    tables.collect(tmp_path / "t")
    assert "joint: 2 of 15 trainings" in capsys.readouterr().out
    text = tables.rows_of("joint", ["pku_reid"])
    assert "| IBN-a with erasing | 2 | .500 +- .354 | .250 +- .177 | .125 +- .088 |" in text
    assert "| plain | 0 | not trained | not trained | not trained |" in text
