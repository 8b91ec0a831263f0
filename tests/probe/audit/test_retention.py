"""Margins over strangers, by hand."""

import numpy as np
import pytest

from probe.audit.comparisons import Comparisons
from probe.audit.retention import people_of, retention, retention_limits, retention_of
from probe.audit.standing import Cell


def cell(own, others):
    """Mated means of people, and one score between any two of them."""
    people = np.arange(len(own))
    first, second = np.triu_indices(len(own), 1)
    pairs = np.full((len(own), 2), "x"), np.full((len(first), 2), "x")
    mated = Comparisons(np.asarray(own, float), people, people, pairs[0], len(own), False)
    met = np.full(len(first), float(others))
    return Cell(mated, Comparisons(met, first, second, pairs[1], len(own), False), None)


USUAL = cell([0.9, 0.8, 0.9, 0.8, 0.9, 0.8], 0.35)


def test_what_is_left_of_the_margin():
    assert retention(cell([0.6] * 6, 0.35), USUAL) == pytest.approx(0.25 / 0.5)
    assert np.isnan(retention(USUAL, cell([0.2] * 6, 0.35)))


def test_the_interval_leaves_everybody_out_of_all_parts():
    own = np.array([0.5, 0.6, 0.55, 0.6, 0.5, 0.65])
    changed = cell(own, 0.35)
    left_out = retention_of([changed], USUAL)
    assert left_out.value == pytest.approx((own.mean() - 0.35) / 0.5)
    low, high = retention_limits([changed], USUAL)
    assert low < left_out.value < high
    assert np.isnan(retention_limits([USUAL], USUAL)).all()


def test_only_people_in_every_part_enter():
    fewer = cell([0.6] * 5, 0.35)
    assert people_of([fewer, USUAL])[0] == {0, 1, 2, 3, 4}
    assert retention(fewer, USUAL) == pytest.approx(0.25 / (0.86 - 0.35))


def test_a_margin_that_may_be_zero_has_no_interval():
    unclear = cell([0.1, 0.9, 0.2, 0.8, 0.1, 0.9], 0.49)
    assert retention_of([USUAL], unclear) is None
