"""Planted log-likelihood ratios come out again; leaving people out is leaving them out."""

import numpy as np
import pytest

from probe.statistics.calibration import (
    Costs,
    calibration,
    cllr,
    least_cllr,
    left_out_ratios,
    no_more,
)
from probe.statistics.confidence import Interval, refused
from probe.statistics.logistic import fitted
from probe.statistics.trials import Trials


def true_cllr(apart=2.0):
    rng = np.random.default_rng(0)
    ratio = apart * (apart + rng.normal(size=400_000) - apart / 2)
    return float(np.mean(np.logaddexp(0, -ratio)) / np.log(2))  # both halves are alike


def test_the_planted_cost_is_within_the_interval(planted_trials):
    covered = [calibration(planted_trials(seed)).cllr.covers(true_cllr()) for seed in range(12)]
    assert sum(covered) >= 10


def test_ratios_are_of_fits_without_their_subjects(planted_trials):
    trials = planted_trials(8, people=9, others=3)
    mated, strangers = left_out_ratios(trials)
    for person in range(9):
        slope, offset = fitted(trials.without(person))
        own, others = trials.subject == person, trials.first == person
        np.testing.assert_allclose(mated[own], slope * trials.mated[own] + offset)
        np.testing.assert_allclose(strangers[others], slope * trials.strangers[others] + offset)


def test_costs_without_each_person_are_costs_of_the_rest(hard_trials):
    trials = hard_trials["few pictures"]
    costs = Costs(trials, 2 * trials.mated, 2 * trials.strangers - 1)
    people = np.arange(trials.numbers)
    rest = [trials.without(person) for person in people]
    expected = [cllr(part, 2 * part.mated, 2 * part.strangers - 1) for part in rest]
    np.testing.assert_allclose(costs.bits_without(people), expected, rtol=1e-12)


def test_costs_are_weighted_means_of_both_kinds(hard_trials):
    trials = hard_trials["few pictures"]
    own, others = trials.weights
    bits = own @ np.logaddexp(0, -trials.mated) + others @ np.logaddexp(0, trials.strangers)
    assert cllr(trials, trials.mated, trials.strangers) == pytest.approx(bits / (2 * np.log(2)))


def test_the_least_is_no_more_and_does_not_change_with_the_scale(planted_trials):
    trials = planted_trials(4)
    found = calibration(trials)
    assert found.least.estimate < found.cllr.estimate
    squared = Trials(
        np.exp(trials.mated), trials.subject, np.exp(trials.strangers), trials.first,
        trials.second, trials.subjects,
    )  # fmt: skip
    assert least_cllr(squared) == pytest.approx(least_cllr(trials))


def test_ratios_that_say_nothing_cost_one_bit(planted_trials):
    trials = planted_trials(5)
    zeros = np.zeros(len(trials.mated)), np.zeros(len(trials.strangers))
    assert cllr(trials, *zeros) == pytest.approx(1)


def test_four_people_have_no_interval_and_nobody_has_nothing(planted_trials):
    assert calibration(planted_trials(6, people=4)).cllr.refused
    trials = planted_trials(6)
    assert calibration(trials.without(0)) is not None
    none = Trials(np.empty(0), np.empty(0, int), trials.strangers, trials.first, trials.second, 30)
    assert calibration(none) is None


@pytest.mark.parametrize("seed", [6, 7, 8])
def test_the_least_has_no_limit_above_that_of_what_is_never_below_it(seed, planted_trials):
    found = calibration(planted_trials(seed, people=5, each=4))
    assert found.least.high == found.cllr.high
    assert found.least.low < found.cllr.low
    assert found.least.low <= found.least.estimate <= found.least.high


def test_both_limits_are_cut_and_limits_that_are_not_there_cut_none():
    high, low = Interval(2.0, 1.8, 2.4, "m"), Interval(1.0, 0.5, 1.5, "m")
    assert (no_more(high, low).low, no_more(high, low).high) == (0.5, 1.5)
    assert no_more(low, high) == low
    assert no_more(low, refused(2.0, "", 3)) == low
    assert no_more(refused(1.0, "", 3), high).refused
