"""How the figures were made: the counts, the thresholds and the intervals of this run."""

import csv
from pathlib import Path

from probe.reports.document import build
from probe.reports.sections.method.data import UNLIKE_PEOPLE

BENCHMARKS = Path(__file__).parents[4] / "benchmarks"


def texts(run):
    return dict(build(run).data("method").texts)


def test_the_threshold_is_said_with_its_counts(run_of) -> None:
    run = run_of("five")
    text = texts(run)["Threshold"]
    for entry in run.manifest.thresholds:
        assert f"{entry.false_matches:,} of {entry.comparisons:,} comparisons above it" in text


def test_without_a_threshold_the_reason_is_said(run_of) -> None:
    assert "No threshold was set" in texts(run_of("few"))["Threshold"]


def test_one_person_is_no_sample_of_people(run_of) -> None:
    assert "One person was compared" in texts(run_of("one_person"))["Not covered"]
    assert "One person was compared" not in texts(run_of("five"))["Not covered"]


def test_what_is_compared_is_the_cosine_of_vectors(run_of) -> None:
    assert texts(run_of("five"))["Comparisons"].startswith("Cosine of unit-length feature vectors.")


def test_intervals_that_err_on_the_optimistic_side_are_said_to(run_of) -> None:
    text = texts(run_of("five"))["Intervals"]
    assert "as few as 68\u00a0% of the samples" in text
    assert "on the optimistic side, in up to 32\u00a0%" in text
    assert "optimistic" not in texts(run_of("few"))["Intervals"]


def test_what_is_said_to_be_held_was_measured() -> None:
    for sizes, held in zip((("5", "8"), ("20",)), UNLIKE_PEOPLE, strict=True):
        covered: dict[str, list[float]] = {"mean": [], "retention": []}
        above = []
        for row in rows("coverage_study.csv", sizes):
            figure = {"mated mean": "mean"}.get(row["figure"], row["figure"])
            if figure in covered and int(row["samples"]) >= 60:
                covered[figure].append(float(row["covered"]) / 100)
                above += [int(row["interval_too_high"]) / int(row["samples"])]
        for row in rows("small_samples.csv", sizes):
            covered[row["figure"]].append(float(row["covered"]))
            above += [float(row["truth_below"])]
        assert held.mean == round(min(covered["mean"]), 2)
        assert held.retention == round(min(covered["retention"]), 2)
        assert held.above == round(max(above), 2)


def rows(name: str, sizes: tuple[str, ...]) -> list[dict[str, str]]:
    with (BENCHMARKS / name).open(newline="") as file:
        return [row for row in csv.DictReader(file) if row["subjects"] in sizes]


def test_what_the_baseline_of_a_change_is_stands_there(run_of) -> None:
    text = texts(run_of("five"))["Comparisons"]
    assert "so that its cost is not measured" in text
