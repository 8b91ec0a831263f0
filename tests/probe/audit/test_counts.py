"""Errors of counts of people whose errors are known."""

import numpy as np
import pytest

from probe.audit.counts import count_errors, expected_error
from tests.probe.audit.test_false_matches import all_pairs


def test_without_false_matches_the_count_lacks_the_missed():
    assert expected_error(np.full(4, 0.2), np.zeros(4), 100) == pytest.approx(-0.2)


def test_strangers_who_pass_are_counted():
    assert expected_error(np.zeros(4), np.full(4, 0.01), 100) == pytest.approx(1 - 0.99**100)


def test_the_interval_holds_the_error_and_needs_five_people():
    met = all_pairs(12, 3)
    figures = count_errors(np.full(12, 0.2), np.full(12, 0.02), met, 2.0, 30)
    assert figures["low"] < figures["value"] < figures["high"]
    few = count_errors(np.full(4, 0.2), np.full(4, 0.02), all_pairs(4, 3), 2.0, 30)
    assert np.isnan([few["low"], few["high"]]).all()
