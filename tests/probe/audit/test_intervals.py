"""Intervals against textbook values."""

import numpy as np
import pytest
from scipy import stats

from probe.audit.intervals import LeftOut, clopper_pearson, misses, student


def test_the_interval_of_a_mean_is_that_of_scipy():
    values = np.array([0.2, 0.4, 0.5, 0.9, 1.0, 0.1])
    expected = stats.t.interval(0.95, 5, values.mean(), stats.sem(values))
    assert student(values) == pytest.approx(expected)
    assert np.isnan(student(values[:4])).all()


def test_leaving_people_out_of_a_mean_gives_the_same():
    values = np.array([0.2, 0.4, 0.5, 0.9, 1.0, 0.1])
    left_out = LeftOut(lambda k: float(np.delete(values, [] if k is None else k).mean()),
                       range(6), [])  # fmt: skip
    assert left_out.limits == pytest.approx(student(values))


def test_a_single_further_stranger_counts_as_fixed():
    assert LeftOut(lambda k: 1.0 if k is None else 1 + 0.1 * k, range(5), [9]).degrees == 4


def test_no_miss_among_eight_people_is_the_interval_of_jeffreys():
    low, high = misses(np.zeros(8))
    assert low == 0
    assert high == pytest.approx(0.3166973614193074, abs=1e-12)  # as in the demo's first cell


def test_clopper_and_pearson_are_those_of_scipy():
    exact = stats.binomtest(3, 40).proportion_ci(0.95, "exact")
    assert clopper_pearson(3 / 40, 40) == pytest.approx((exact.low, exact.high))
    assert clopper_pearson(0.0, 40)[0] == 0
