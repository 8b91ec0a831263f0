"""A small re-run of the coverage study of benchmarks/coverage_study.py."""

import importlib
from pathlib import Path

import numpy as np
import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
SAMPLES = 150


@pytest.fixture
def benchmark_module(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module


def coverage(rows, figure):
    shares = [row["covered"] for row in rows if row["figure"] == figure and row["samples"] >= 100]
    assert shares, f"{figure} was refused throughout"
    return np.array(shares)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["varied-noisy-missing", "similar-noisy-unequal"])
def test_intervals_hold_the_truth_where_naive_ones_do_not(benchmark_module, name):
    people = benchmark_module("coverage_people")
    figures = benchmark_module("coverage_figures")
    study = benchmark_module("coverage_study")
    (setting,) = (known for known in people.SETTINGS if known.name == name)
    rows = study.study(setting, 20, SAMPLES, figures.truths(setting, 4_000, 1_000))
    error = 100 * np.sqrt(0.93 * 0.07 / SAMPLES)
    for figure in {row["figure"] for row in rows} - {"FNMR, naive over pairs"}:
        shares = coverage(rows, figure)
        if "naive" in figure:
            assert shares.max() < 70
        else:
            assert shares.min() > 93 - 2.5 * error, figure
            assert np.median(shares) > 93, figure
