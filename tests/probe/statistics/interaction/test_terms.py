"""Intervals and decisions of contrasts against SciPy's paired t test."""

import numpy as np
import pytest
from scipy import stats

from probe.statistics import holm
from probe.statistics.interaction.cellmeans import cell_means
from probe.statistics.interaction.grid import Contrast
from probe.statistics.interaction.terms import Scale, terms
from probe.wording import wording_of

CONTRASTS = [
    Contrast(("f",), ("b",), np.array([-1.0, 1.0, 0.0])),
    Contrast(("f",), ("c",), np.array([-1.0, 0.0, 1.0])),
]


def decided(figures, families=1):
    means = cell_means(figures)
    unit = Scale(1.0, np.ones(means.subjects))
    return terms(CONTRASTS, means, unit, families=families)


def test_a_term_is_the_paired_t_test_and_a_family_is_holms(rng):
    figures = np.array([0, 0.4, 1.5]) + rng.normal(size=(12, 3))
    found = decided(figures)
    tests = [stats.ttest_rel(figures[:, k], figures[:, 0]) for k in (1, 2)]
    for term, test in zip(found, tests, strict=True):
        bounds = test.confidence_interval(0.95)
        assert (term.interval.low, term.interval.high) == pytest.approx((bounds.low, bounds.high))
        assert term.p_value == pytest.approx(test.pvalue)
    assert [t.adjusted for t in found] == pytest.approx(list(holm([t.pvalue for t in tests])))
    assert [t.decided for t in found] == [t.adjusted <= 0.05 for t in found]


def test_two_families_share_the_error_rate(rng):
    figures = np.array([0, 0.4, 0.9]) + rng.normal(size=(12, 3))
    for one, two in zip(decided(figures), decided(figures, families=2), strict=True):
        assert two.adjusted == pytest.approx(min(1.0, 2 * one.adjusted))


def test_figures_that_all_agree_are_no_difference():
    (first, _) = decided(np.tile([0.1, 0.1, 0.3], (8, 1)))
    assert (first.interval.estimate, first.p_value) == (0.0, 1.0)


def test_too_few_people_are_refused_in_words(rng):
    for term in decided(rng.normal(size=(4, 3))):
        assert term.interval.refused
        assert "at least 5" in wording_of().stored(term.interval.note)
        assert not term.decided
