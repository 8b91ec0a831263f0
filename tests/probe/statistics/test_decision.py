"""Decisions between models: textbook p-values, Holm's rule, power by simulation."""

from functools import partial

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.multitest import multipletests

from probe.errors import ComparisonError
from probe.statistics import (
    Interval,
    decide,
    holm,
    p_value,
    paired_fnmr_interval,
    paired_mean_interval,
)


def at_level(interval, *parts):
    return lambda level: interval(*parts, level=level)


def test_the_p_value_of_a_mean_difference_is_that_of_the_paired_t_test(rng):
    for shift in (0.0, 0.3, 1.0):
        first, second = rng.normal(size=(2, 12))
        expected = stats.ttest_rel(second + shift, first).pvalue
        found = p_value(at_level(paired_mean_interval, first, second + shift))
        assert found == pytest.approx(expected, rel=1e-4)


def test_holm_equals_statsmodels(rng):
    values = rng.uniform(size=15) ** 3
    np.testing.assert_allclose(holm(values), multipletests(values, method="holm")[1])
    holes = np.insert(values, [0, 7], np.nan)
    np.testing.assert_allclose(holm(holes)[~np.isnan(holes)], holm(values))
    with pytest.raises(ComparisonError, match="p-value"):
        holm([0.5, 1.2])


def test_decision_and_interval_agree_on_a_single_difference(rng):
    for shift in np.linspace(0, 1.5, 12):
        first, second = rng.normal(size=(2, 10))
        (found,) = decide({"": at_level(paired_mean_interval, first, second + shift)}).values()
        assert found.differs == (not found.interval.covers(0))


def test_many_differences_are_decided_together(rng):
    first = rng.normal(size=20)
    differences = {
        f"cell {k}": at_level(
            paired_mean_interval, first, first + shift + 0.1 * rng.normal(size=20)
        )
        for k, shift in enumerate([0.0, 0.06, 1.0])
    }
    differences["refused"] = at_level(paired_mean_interval, first[:3], first[:3])
    found = decide(differences)
    assert found["cell 2"].differs
    assert not found["cell 0"].differs
    assert not found["refused"].differs
    assert np.isnan(found["refused"].p_value)
    assert all(found[k].adjusted >= found[k].p_value for k in ("cell 0", "cell 1", "cell 2"))


def test_false_differences_stay_below_the_level(rng):
    false = 0
    for _ in range(300):
        models = rng.normal(size=(2, 6, 12))
        values = [stats.ttest_rel(a, b).pvalue for a, b in zip(*models, strict=True)]
        false += bool((holm(values) <= 0.05).any())
    assert false / 300 < 0.05 + 2 * np.sqrt(0.05 * 0.95 / 300)


def test_rates_can_be_decided(rng):
    low, high = rng.uniform(0, 0.1, 30), rng.uniform(0.6, 0.9, 30)
    found = decide({"far": partial(paired_fnmr_interval, low, high, 0.0)})["far"]
    assert found.differs
    assert found.p_value < 1e-6


def test_an_interval_refused_at_high_levels_decides_nothing_there():
    def interval_at(level):
        if level > 0.99:
            return Interval(1.0, np.nan, np.nan, "none")
        return Interval(1.0, 1 - level, 1 + level, "", subjects=9)

    assert p_value(interval_at) == pytest.approx(0.01, abs=1e-6)
