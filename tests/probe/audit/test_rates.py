"""Every figure at every rate of a stored run comes out again."""

import math

import pytest

from probe.audit.computed import computed_again
from probe.audit.rates import rate_figures
from probe.runs.figures import RateFigures


def test_the_rates_are_those_of_the_run(stored):
    standing = computed_again(stored).standings["turn", "moco.demo", "unmasked"]
    rows = stored.rates.query("backbone == 'moco.demo' and i == 0 and j == 1")
    numbers = {name for name in RateFigures.__annotations__ if not name.endswith("note")}
    for figures in rate_figures(standing, 0, 1):
        assert set(figures) == numbers
        row = rows[rows["fmr_asked"] == figures["fmr_asked"]].iloc[0]
        for name, value in figures.items():
            assert value == pytest.approx(float(row[name]), abs=1e-10, nan_ok=True), name


def test_a_threshold_that_was_estimated_widens_the_interval(stored):
    standing = computed_again(stored).standings["turn", "moco.demo", "unmasked"]
    figures = [rate_figures(standing, i, j)[1] for i, j in standing.cells]
    decided = [f for f in figures if math.isfinite(f["anew_high"])]
    assert decided
    assert all(f["anew_high"] >= f["high"] - 1e-12 for f in decided)
