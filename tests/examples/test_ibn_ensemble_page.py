"""The page on the strong baseline and EnsembleNet tells the stored tables."""

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "studies" / "ibn_ensemble.md"
RESULTS = ROOT / "examples" / "studies" / "results" / "ibn_ensemble"
NAMES = {"market_form": "Market-1501", "cuhk03_pictures": "CUHK03", "pku_reid": "PKU-Reid"}

pytestmark = pytest.mark.checkout


def stored(name):
    with (RESULTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(value, sign=""):
    return f"{float(value):{sign}.3f}".replace("0.", ".", 1)


def page_lines():
    return set(PAGE.read_text(encoding="utf-8").splitlines())


def test_the_claims_are_those_of_the_table():
    lines = page_lines()
    for row in stored("claims.csv"):
        if row["figure"] == "mINP":
            continue
        trainings = len(row["trainings"].split())
        difference, low, high = (shown(row[name], "+") for name in ("difference", "low", "high"))
        cells = [
            row["claim"], NAMES[row["data"]], shown(row["worse"]), shown(row["better"]),
            f"{difference} [{low}, {high}]",
            f"{row['agree']} of {trainings}", shown(row["adjusted"]), row["verdict"],
        ]  # fmt: skip
        assert f"| {' | '.join(cells)} |" in lines


@pytest.mark.parametrize(
    ("table", "data"),
    [
        ("one", list(NAMES)),
        ("joint", ["pku_reid"]),
        ("table4", ["cuhk03_pictures", "pku_reid"]),
        ("branches", ["market_form"]),
    ],
)
def test_rows_are_those_of_the_table(table, data):
    lines = page_lines()
    summary = stored(f"{table}_summary.csv")
    for name in dict.fromkeys(row["row"] for row in summary):
        spread = {
            (row["data"], row["figure"]): f"{shown(row['mean'])} +- {shown(row['sd'])}"
            for row in summary
            if row["row"] == name
        }
        cells = [spread[form, figure] for form in data for figure in ("rank-1", "mAP", "mINP")]
        assert f"| {name} | {' | '.join(cells)} |" in lines


def test_a_verdict_follows_from_its_row():
    """Said again from the stored limits and trainings."""
    for row in stored("claims.csv"):
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
