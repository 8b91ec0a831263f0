"""Delete-one values against real deletions."""

import numpy as np
import pytest
from scipy import stats

from probe.statistics.jackknife import (
    STRANGERS,
    SUBJECTS,
    Jackknifed,
    combined,
    jackknife_variance,
    mean_of_pairs,
    mean_of_subjects,
)


def test_the_variance_of_a_mean_is_the_squared_standard_error(rng):
    values = rng.normal(size=9)
    statistic = mean_of_subjects(values)
    assert statistic.variance == pytest.approx(stats.sem(values) ** 2)
    assert statistic.degrees == 8
    assert np.isnan(jackknife_variance(np.ones(1)))


def test_a_mean_over_pairs_without_each_person(rng):
    pairs = rng.normal(size=(5, 7))
    np.fill_diagonal(pairs[:, :5], np.nan)
    pairs[1, 6] = np.nan
    people = np.arange(7)
    statistic = mean_of_pairs(pairs, people, strangers=2)
    for group, members in ((SUBJECTS, range(5)), (STRANGERS, (5, 6))):
        for value, person in zip(statistic.deleted[group], members, strict=True):
            rows = np.delete(pairs, person, axis=0) if person < 5 else pairs
            assert value == pytest.approx(np.nanmean(np.delete(rows, person, axis=1)))


def test_functions_of_statistics_are_taken_deletion_by_deletion(rng):
    a, b = (mean_of_subjects(rng.uniform(1, 2, 6)) for _ in range(2))
    ratio = combined(np.divide, a, b)
    np.testing.assert_allclose(ratio.deleted[SUBJECTS], a.deleted[SUBJECTS] / b.deleted[SUBJECTS])
    constant = combined(np.subtract, a, Jackknifed(0.5, {}))
    np.testing.assert_allclose(constant.deleted[SUBJECTS], a.deleted[SUBJECTS] - 0.5)


def test_degrees_of_two_groups_are_welchs(rng):
    first, second = rng.normal(size=6), 3 * rng.normal(size=9)
    both = Jackknifed(0.0, {"a": first, "b": second})
    v, w = jackknife_variance(first), jackknife_variance(second)
    assert both.variance == pytest.approx(v + w)
    assert both.degrees == pytest.approx((v + w) ** 2 / (v**2 / 5 + w**2 / 8))


def test_what_rests_on_one_person_is_not_defined():
    assert not mean_of_subjects(np.ones(1)).defined
    assert not mean_of_pairs(np.full((2, 2), np.nan), np.arange(2)).defined
    assert mean_of_subjects(np.ones(2)).defined
