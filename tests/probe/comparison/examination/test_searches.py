"""Searches of planted people."""

import numpy as np
import pytest
from scipy import stats

from probe.comparison.examination.searches import FPIR, GALLERIES, searches


def test_planted_searches_are_within_the_intervals(planted):
    at = np.linspace(-6, 10, 4001)
    rank_one = np.trapezoid(stats.norm.pdf(at, 2.0) * stats.norm.cdf(at) ** 9, at)
    missed = stats.norm.cdf(stats.norm.isf(1 - (1 - FPIR) ** 0.1) - 2.0)
    true = {"rank_1": rank_one, "fnir": missed}
    covered = [
        row["low"] <= true[row["figure"]] <= row["high"]
        for seed in range(8)
        for row in searches(planted(people=20, seed=seed))
        if row["gallery"] == 10 and row["figure"] in true
    ]
    assert sum(covered) >= 0.9 * len(covered)


def test_galleries_that_too_few_strangers_support_are_left_out(planted):
    galleries = {row["gallery"] for row in searches(planted(people=12))}
    assert galleries == set(GALLERIES[:1])


def test_the_rate_stands_beside_open_sets_only(planted):
    rows = list(searches(planted(people=20)))
    assert all((row["fpir"] is None) == (row["figure"] != "fnir") for row in rows)
    assert next(r for r in rows if r["figure"] == "fnir")["fpir"] == pytest.approx(FPIR)
