"""Quantiles against SciPy's distributions, and what must be said beside an interval."""

import math

import numpy as np
import pytest
from scipy import stats

from probe.statistics.confidence import (
    FEWEST_SUBJECTS,
    Interval,
    normal_quantile,
    rarest_kind,
    refused,
    student_interval,
    student_quantile,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.jackknife import mean_of_subjects
from probe.wording import wording_of


@pytest.mark.parametrize("level", [0.5, 0.9, 0.95, 0.999])
@pytest.mark.parametrize("degrees", [1, 4, 29.5])
def test_quantiles_equal_scipys_distributions(level, degrees):
    assert student_quantile(degrees, level) == pytest.approx(
        stats.t.ppf((1 + level) / 2, degrees), rel=1e-9
    )
    assert normal_quantile(level) == pytest.approx(stats.norm.ppf((1 + level) / 2), rel=1e-9)


def test_a_student_interval_equals_scipys(rng):
    values = rng.normal(0.6, 0.1, 12)
    interval = student_interval(mean_of_subjects(values), "m", "n", 0.9)
    low, high = stats.t.interval(0.9, 11, values.mean(), stats.sem(values))
    assert (interval.low, interval.high) == pytest.approx((low, high))
    assert interval.subjects == 12
    assert interval.covers(values.mean())
    assert not interval.covers(high + 1e-9)


def test_a_refused_interval_covers_nothing():
    interval = refused(0.4, "why", 3)
    assert interval.refused
    assert math.isnan(interval.width)
    assert not interval.covers(0.4)
    assert not Interval(0.4, 0.3, 0.5, "m").refused


@pytest.mark.parametrize("subjects", [5, 20, 100])
def test_a_kind_of_the_rarest_share_is_missed_once_in_twenty(subjects):
    drawn = np.random.default_rng(subjects).binomial(subjects, rarest_kind(subjects), 40_000)
    assert np.mean(drawn == 0) == pytest.approx(0.05, abs=0.005)


def test_few_people_are_said_and_fewer_refused():
    said = wording_of().stored
    assert f"at least {FEWEST_SUBJECTS}" in said(subjects_refusal(FEWEST_SUBJECTS - 1))
    assert not subjects_refusal(FEWEST_SUBJECTS)
    assert "few subjects (19)" in said(subjects_note(19))
    assert "few" not in said(subjects_note(20))
