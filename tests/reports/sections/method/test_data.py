"""How the figures were made: the counts, the thresholds and the intervals of this run."""

import csv
import math
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.reports.sections.method.data import (
    DIFFERENCES_HELD,
    ENOUGH,
    MISSES_HELD,
    UNLIKE_PEOPLE,
    Coverage,
    Sparse,
    method_of,
)
from probe.reports.source import Source
from probe.study.request import StudyRequest
from probe.study.steps import run_study

BENCHMARKS = Path(__file__).parents[4] / "benchmarks"


@pytest.fixture
def texts(document_of):
    return lambda name: dict(document_of(name).data("method").texts)


def test_the_threshold_is_said_with_its_counts(run_of, texts) -> None:
    run = run_of("five")
    text = texts("five")["Threshold"]
    for entry in run.manifest.thresholds:
        assert f"{entry.false_matches:,} of {entry.comparisons:,} comparisons above it" in text


def test_without_a_threshold_the_reason_is_said(texts) -> None:
    assert "No threshold was set" in texts("few")["Threshold"]


def test_one_person_is_no_sample_of_people(texts) -> None:
    assert "One person was compared" in texts("one_person")["Not covered"]
    assert "One person was compared" not in texts("five")["Not covered"]


def test_what_is_compared_is_the_cosine_of_vectors(texts) -> None:
    assert texts("five")["Comparisons"].startswith("Cosine of unit-length feature vectors.")


def test_intervals_that_err_on_the_optimistic_side_are_said_to(texts) -> None:
    text = texts("five")["Intervals"]
    assert "as few as 68\u00a0% of the samples" in text
    assert "on the optimistic side, in up to 32\u00a0%" in text
    assert "Not counted are 91 simulated settings in which fewer than 60 samples gave" in text
    assert "86\u00a0% of 15 samples for retention" in text
    assert "optimistic" not in texts("few")["Intervals"]


STUDIED = {
    "mated mean": "mean", "retention": "retention", "FNMR, this threshold": "misses",
    "FNMR at the true FMR": "misses", "mated mean, B - A": "differences",
    "FNMR, B - A": "differences", "FNMR at the true FMR, B - A": "differences",
    "retention, B - A": "differences", "response bias, B - A": "differences",
}  # fmt: skip
"""What the figures of `coverage_study.csv` are of."""


def test_what_is_said_to_be_held_was_measured() -> None:
    for sizes, held in zip((("5", "8"), ("20",)), UNLIKE_PEOPLE, strict=True):
        many, few = studied(sizes)
        covered = {name: [share for share, _ in lines] for name, lines in many.items()}
        above = [
            int(row["interval_too_high"]) / int(row["samples"])
            for row in rows("coverage_study.csv", sizes)
            if STUDIED.get(row["figure"]) in {"mean", "retention"} and int(row["samples"]) >= ENOUGH
        ]
        for row in rows("small_samples.csv", sizes):
            covered[row["figure"]].append(float(row["covered"]))
            above += [float(row["truth_below"])]
        for row in rows("paired_coverage.csv", sizes):
            if row["kind"] == "paired" and float(row["refused"]) < 1:
                covered["differences"].append(float(row["covered"]))
        assert held.mean == down(min(covered["mean"]))
        assert held.retention == down(min(covered["retention"]))
        assert held.above == round(-down(-max(above)), 2)
        assert min(covered["misses"]) >= MISSES_HELD
        assert min(covered["differences"]) >= DIFFERENCES_HELD
        assert held.sparse == sparse_of(few, held)


def test_the_settings_that_are_not_counted_are_no_worse_in_what_is_not_said_of_them() -> None:
    _, few = studied(("5", "8"))
    assert min(few["misses"])[0] >= MISSES_HELD
    assert min(few["mean"])[0] >= UNLIKE_PEOPLE[0].mean


Lines = dict[str, list[tuple[float, int]]]


def studied(sizes: tuple[str, ...]) -> tuple[Lines, Lines]:
    """Coverage and samples of the lines of enough samples, and of those of fewer, by figure."""
    many: Lines = {name: [] for name in STUDIED.values()}
    few: Lines = {name: [] for name in STUDIED.values()}
    for row in rows("coverage_study.csv", sizes):
        samples = int(row["samples"])
        if (name := STUDIED.get(row["figure"])) and samples:
            lines = many if samples >= ENOUGH else few
            lines[name].append((float(row["covered"]) / 100, samples))
    return many, few


def sparse_of(few: Lines, held: Coverage) -> Sparse | None:
    """What is left out, where some of it is worse than what is said."""
    retention, n = min(few["retention"], default=(1.0, 0))
    differences, m = min(few["differences"], default=(1.0, 0))
    if retention >= held.retention and differences >= DIFFERENCES_HELD:
        return None
    return Sparse(sum(map(len, few.values())), down(retention), n, down(differences), m)


def down(share: float) -> float:
    """To whole percents, never to the better side."""
    return math.floor(100 * share + 1e-9) / 100


def rows(name: str, sizes: tuple[str, ...]) -> list[dict[str, str]]:
    with (BENCHMARKS / name).open(newline="") as file:
        return [row for row in csv.DictReader(file) if row["subjects"] in sizes]


def test_what_the_baseline_of_a_change_is_stands_there(texts) -> None:
    text = texts("five")["Comparisons"]
    assert "so that its cost is not measured" in text


@pytest.fixture
def photographed(tmp_path):
    """What is said of a run of three people with two pictures a level, of two cameras or days."""

    def make(place, across):
        rng = np.random.default_rng(0)
        for person, where, level in product("xyz", "12", "ab"):
            picture = rng.integers(0, 255, (32, 16, 3), np.uint8)
            Image.fromarray(picture).save(tmp_path / f"{person}_{where}_{level}.png")
        path = tmp_path / "p.yaml"
        asked = f", across: {place}" if across else ""
        path.write_text(
            "name: p\ntitle: P\nquestion: Q?\n"
            "factors: [{name: f, levels: [a, b], standard: b}]\n"
            f'photos: {{pattern: "{{subject}}_{{{place}}}_{{f}}.png", repeat: [{place}]{asked}}}\n'
        )
        request = StudyRequest(
            str(path), ("stripes",), photos=tmp_path, out=tmp_path / "runs",
            cache=tmp_path / "cache", pictures=False,
        )  # fmt: skip
        return dict(method_of(Source(run_study(request))))["Comparisons"]

    return make


@pytest.mark.parametrize(
    ("place", "baseline"), [("camera", "by another camera."), ("day", "on another day.")]
)
def test_a_control_of_photographs_is_said_to_be_the_baseline(photographed, place, baseline) -> None:
    text = photographed(place, across=True)
    assert f"Only pictures of different {place}s are compared" in text
    assert f"is therefore the standard condition, taken again {baseline}" in text
    assert "no control" not in text


def test_photographs_without_a_control_are_said_to_have_none(photographed) -> None:
    text = photographed("camera", across=False)
    assert "There is no control, such as the standard condition on another day" in text
    assert "charged to the factor" in text
    assert "taken again" not in text


def test_a_second_rendered_session_is_said_to_be_the_baseline(run_of, monkeypatch) -> None:
    run = run_of("five")
    again = {
        name: protocol.model_copy(update={"again": {"light": 1}})
        for name, protocol in run.protocols.items()
    }
    monkeypatch.setitem(vars(run), "protocols", again)
    text = dict(method_of(Source(run)))["Comparisons"]
    assert "only those of different sessions are compared" in text
    assert "the standard condition, taken again." in text
    assert "Only pictures of different" not in text
