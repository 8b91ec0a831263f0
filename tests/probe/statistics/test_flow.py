"""Planted errors of counts between cameras."""

import numpy as np
import pytest

from probe.statistics import Interval, fnmr_interval
from probe.statistics.flow import PeopleErrors, expected_error, flow_error, surveys


def rate(value, low, high):
    return Interval(value, low, high, "planted")


def test_without_false_matches_the_count_lacks_the_missed():
    misses = np.full(8, 0.2)
    assert expected_error(misses, np.zeros(8), 100, 50) == pytest.approx(-0.2)


def test_strangers_who_pass_are_counted():
    # Fifty who do not travel; each meets a hundred pictures that match with 1 %.
    added = 1 - 0.99**100
    assert expected_error(np.zeros(8), np.full(8, 0.01), 100, 50) == pytest.approx(added)


def test_surveys_scatter_about_the_expected_error():
    rng = np.random.default_rng(0)
    misses, matches = rng.uniform(0, 0.5, 10), rng.uniform(0, 0.02, 10)
    drawn = surveys(misses, matches, 40, 20)
    expected = expected_error(misses, matches, 40, 20)
    assert drawn.mean() == pytest.approx(expected, abs=4 * drawn.std() / len(drawn) ** 0.5)


def test_the_true_error_is_within_the_interval():
    """People of a world whose mean rates are known; nine samples of ten hold the truth."""
    rng = np.random.default_rng(4)
    true = expected_error(np.full(1, 0.2), np.full(1, 0.0), 30, 15)
    covered = []
    for _ in range(40):
        misses = rng.binomial(25, rng.beta(2, 8, 12)) / 25
        missed = fnmr_interval(misses, level=0.975)
        errors = PeopleErrors(misses, np.zeros(12), missed, rate(0.0, 0.0, 0.01))
        found = flow_error(errors, 30, 0.5)
        covered.append(found.low <= true <= found.high)
    assert np.mean(covered) >= 0.9


def test_false_matches_that_were_not_seen_may_still_be():
    errors = PeopleErrors(np.full(8, 0.1), np.zeros(8), rate(0.1, 0, 0.4), rate(0, 0, 0.05))
    found = flow_error(errors, 100, 0.5)
    assert found.error == pytest.approx(-0.1)
    assert found.low == pytest.approx(-0.4)
    assert found.high > 0.9
    assert found.least <= found.error <= found.most


def test_four_people_have_no_interval_and_it_says_why():
    misses = np.full(4, 0.1)
    few = fnmr_interval(misses)
    found = flow_error(PeopleErrors(misses, np.zeros(4), few, rate(0, 0, 0.1)), 10, 0.5)
    assert np.isnan(found.low)
    assert found.note
