"""What intervals for examiners are said to hold was measured."""

import copy
import csv
import math

import pytest

from probe.reports.sections.examiner.coverage import ASKED, HELD, held_caption
from tests.conftest import ROOT

FIGURES = {
    "rate": "misses at a rate", "rank": "rank 1", "open_set": "open set", "cllr": "Cllr",
    "least": "least Cllr",
}  # fmt: skip


def lines(size, figure):
    """Lines of the table in which at least a fifth of the samples had an interval."""
    table = (ROOT / "benchmarks" / "examiner_coverage.csv").read_text("utf-8").splitlines()
    return [
        row
        for row in csv.DictReader(table)
        if (row["subjects"], row["figure"]) == (str(size), figure) and float(row["refused"]) <= 0.8
    ]


@pytest.mark.parametrize("size", HELD)
@pytest.mark.parametrize("name", FIGURES)
def test_shares_are_the_lowest_of_the_table_rounded_down(size, name):
    rows = lines(size, FIGURES[name])
    lowest = min((float(row["covered"]) for row in rows), default=1.0)
    assert getattr(HELD[size], name) == math.floor(100 * lowest + 1e-9) / 100


@pytest.mark.parametrize("size", HELD)
def test_where_they_miss_the_truth_they_are_too_optimistic(size):
    for name, figure in FIGURES.items():
        low = [row for row in lines(size, figure) if float(row["covered"]) < ASKED]
        better = "truth_below" if name == "rank" else "truth_above"
        worse = "truth_above" if name == "rank" else "truth_below"
        assert all(float(row[better]) > float(row[worse]) for row in low)


@pytest.mark.parametrize(
    ("subjects", "names", "said"),
    [
        (4, ("cllr",), ""),
        (6, ("cllr", "rank"), "In simulated studies of 5 people"),
        (19, ("rate", "rank"), ""),
        (30, ("rank", "open_set"), "87\u00a0% (rank 1) and 63\u00a0% (open set) of the samples"),
    ],
)
def test_a_table_says_what_holds_in_studies_of_its_size(chapter, run, subjects, names, said):
    record = copy.deepcopy(run.examination)
    for row in record["examined"]:
        row["subjects"] = subjects
    caption = held_caption(chapter, record, names)
    assert (said in caption) if said else not caption
