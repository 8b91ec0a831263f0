"""The chance of standing among the first, by hand."""

import numpy as np
import pytest

from probe.audit.galleries import found_by, found_figures, single_rate
from probe.audit.standing import Cell
from tests.probe.audit.test_false_matches import all_pairs, comparisons


def cell(score, people=12):
    own = np.arange(people)
    return Cell(comparisons(np.full(people, score), own, own, people), all_pairs(people, 1), None)


def test_half_of_the_strangers_above_leave_one_in_two_to_the_power():
    met = cell(0.0).at_large
    middle = cell(float(np.median(met.scores)))
    assert found_by(middle, 4, 1, None)[0] == pytest.approx(0.5**3)
    assert found_by(middle, 2, 5, None)[0] == 1


def test_the_interval_holds_the_rate():
    figures = found_figures(cell(1.0), 10, 1)
    assert figures["low"] < figures["value"] < figures["high"]


def test_independent_comparisons_make_the_rate_of_the_gallery():
    assert 1 - (1 - single_rate(0.1, 50)) ** 50 == pytest.approx(0.1)
