"""Ratios of the rates of groups: the formula, planted rates recovered, equal groups not told."""

from math import inf, isnan

import numpy as np
import pytest
from scipy import stats

from probe.statistics import Interval, strangers_from
from probe.statistics.differential import differential, ratio_at_least
from probe.statistics.fmr import false_match_rate
from probe.statistics.intervals import fnmr_interval
from probe.statistics.outcomes import outcomes_of_scores


def interval(estimate, low, high):
    return Interval(estimate, low, high, "given")


def fixed(*limits):
    return lambda level: interval(*limits)


def test_the_limit_of_a_ratio_solves_fiellers_equation():
    above, below = interval(0.3, 0.2, 0.45), interval(0.1, 0.05, 0.17)
    ratio = ratio_at_least(above, below)
    # The two rates differ by this ratio just as much as their intervals allow.
    assert (above.estimate - ratio * below.estimate) ** 2 == pytest.approx(
        (above.estimate - above.low) ** 2 + (ratio * (below.high - below.estimate)) ** 2
    )
    assert 1 < ratio < 3


def test_a_rate_of_zero_leaves_the_upper_end_open():
    measured = differential([fixed(0.3, 0.2, 0.4), fixed(0.0, 0.0, 0.1)])
    assert (measured.worst, measured.best) == (0, 1)
    assert isnan(measured.to_best.value)
    assert isnan(measured.to_mean.value)
    assert measured.to_best.high == measured.to_mean.high == inf
    assert measured.to_best.low == pytest.approx((0.2 * (0.6 - 0.2)) ** 0.5 / 0.1)
    assert measured.to_best.told


def test_of_groups_without_errors_nothing_is_told():
    measured = differential([fixed(0.0, 0.0, 0.1)] * 3)
    assert (measured.to_best.low, measured.to_best.high) == (1.0, inf)
    assert not measured.to_best.told


def test_of_two_groups_the_mean_is_half_way():
    measured = differential([fixed(0.4, 0.3, 0.5), fixed(0.1, 0.05, 0.2)])
    for end in ("value", "low", "high"):
        best, mean = getattr(measured.to_best, end), getattr(measured.to_mean, end)
        assert mean == pytest.approx(best**0.5)


def test_the_order_of_groups_does_not_matter_and_more_pairs_widen():
    rates = [fixed(0.4, 0.3, 0.5), fixed(0.1, 0.05, 0.2), fixed(0.2, 0.1, 0.3)]
    one, other = differential(rates), differential(rates[::-1])
    assert one.to_best == other.to_best
    assert one.to_mean.low == pytest.approx(other.to_mean.low)
    assert (one.worst, one.best, other.worst, other.best) == (0, 1, 2, 1)
    asked = []

    def kept(level):
        asked.append(level)
        return interval(0.2, 0.1, 0.3)

    differential([kept] * 3)
    assert set(asked) == {1 - 0.05 / 3}


def missed(rng, people, rate):
    """Miss rates of people who are not alike: twelve comparisons each."""
    own = rng.beta(2 * rate, 2 * (1 - rate), people)
    rates = rng.binomial(12, own) / 12
    return lambda level: fnmr_interval(rates, level=level)


def passed(rng, people, rate):
    """Scores of strangers, of people and pairs of people who are not alike."""
    first, second = np.triu_indices(people, 1)
    own, pair = 0.5 * rng.normal(size=people), 0.6 * rng.normal(size=len(first))
    scores = own[first] + own[second] + pair + rng.normal(size=(6, len(first)))
    met = strangers_from([(row, first, second) for row in scores], people, subjects=people)
    threshold = float(stats.norm.isf(rate)) * (0.5 + 0.36 + 1) ** 0.5
    outcomes = outcomes_of_scores(met, threshold)
    return lambda level: false_match_rate(outcomes, level).interval


def studies(make, people, rates, samples=100, seed=1):
    rng = np.random.default_rng(seed)
    for _ in range(samples):
        yield differential([make(rng, n, rate) for n, rate in zip(people, rates, strict=True)])


@pytest.mark.parametrize("people", [(5, 5), (20, 20), (8, 30), (10, 10, 10)])
def test_equal_groups_differ_in_few_studies(people):
    told = [d.to_best.told for d in studies(missed, people, [0.2] * len(people))]
    assert sum(told) <= 7


def test_equal_false_match_rates_differ_in_few_studies():
    told = [d.to_best.told for d in studies(passed, (15, 15), (0.03, 0.03))]
    assert sum(told) <= 7


@pytest.mark.parametrize(
    ("make", "people", "rates"),
    [(missed, (20, 20), (0.1, 0.5)), (passed, (15, 15), (0.01, 0.15))],
)
def test_known_rates_are_recovered_and_told(make, people, rates):
    found = list(studies(make, people, rates))
    ratio = max(rates) / min(rates)
    assert sum(d.to_best.low <= ratio <= d.to_best.high for d in found) >= 93
    assert sum(d.to_mean.low <= ratio**0.5 <= d.to_mean.high for d in found) >= 93
    assert sum(d.to_best.told for d in found) >= 75
    assert all(d.worst == 1 for d in found if d.to_best.told)
