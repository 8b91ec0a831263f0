"""The tables of a matrix: means with spread over seeds."""

import csv
import math

import pytest

from probe.backbones._training.matrix_run import RowResult
from probe.backbones._training.matrix_table import spreads, table_text, write_tables


def result(row, seed, rank1=None, error=""):
    figures = {} if rank1 is None else {"market1501": {"rank1": rank1}}
    return RowResult(row, seed, "d", error, 2.5, figures)


RESULTS = [
    result("plain", 0, 0.5),
    result("plain", 1, 0.6),
    result("plain", 2, error="no room"),
    result("triplet", 0, 0.75),
    result("broken", 0, error="diverged"),
]


def test_a_figure_over_seeds():
    plain, triplet, broken = spreads(RESULTS)
    assert (plain.row, plain.data, plain.figure) == ("plain", "market1501", "rank1")
    assert plain.mean == pytest.approx(0.55)
    assert plain.sd == pytest.approx(0.1 / math.sqrt(2)), "of a sample, not of all"
    assert (plain.least, plain.most, plain.seeds, plain.failed) == (0.5, 0.6, 2, 1)
    assert (triplet.mean, triplet.seeds, triplet.failed) == (0.75, 1, 0)
    assert math.isnan(triplet.sd)
    assert (broken.figure, broken.seeds, broken.failed) == ("", 0, 1)
    assert math.isnan(broken.mean)


def test_both_tables_are_written(tmp_path):
    paths = write_tables(RESULTS, tmp_path)
    assert [path.name for path in paths] == ["trainings.csv", "summary.csv"]
    trainings, summary = (list(csv.DictReader(path.read_text().splitlines())) for path in paths)
    assert [row["status"] for row in trainings] == ["done", "done", "failed", "done", "failed"]
    assert trainings[2]["error"] == "no room"
    assert (trainings[0]["figure"], trainings[0]["value"]) == ("rank1", "0.5")
    assert [(row["row"], row["seeds"], row["failed"]) for row in summary] == [
        ("plain", "2", "1"), ("triplet", "1", "0"), ("broken", "0", "1"),
    ]  # fmt: skip


def test_the_table_to_print():
    lines = table_text(RESULTS).splitlines()
    assert lines[0] == "market1501"
    assert lines[1].split() == ["row", "seeds", "rank1"]
    assert lines[2].split() == ["plain", "2", "0.550", "+-", "0.071"]
    assert lines[3].split() == ["triplet", "1", "0.750"]
    assert "by cosine where the data set" in lines[-3]
    assert lines[-2] == "row plain, seed 2 failed: no room"
    assert lines[-1] == "row broken, seed 0 failed: diverged"
