"""Planted log-likelihood ratios come out again."""

import numpy as np
import pytest

from probe.statistics.calibration import Trials, calibration, cllr, fitted, least_cllr


def planted(seed, people=30, apart=2.0, each=10):
    """Normal scores of spread 1: the log-likelihood ratio is apart times (score - apart / 2)."""
    rng = np.random.default_rng(seed)
    first, second = np.triu_indices(people, 1)
    first, second = np.repeat(first, 4), np.repeat(second, 4)
    return Trials(
        apart + rng.normal(size=people * each), np.repeat(np.arange(people), each),
        rng.normal(size=len(first)), first, second, people,
    )  # fmt: skip


def true_cllr(apart=2.0):
    rng = np.random.default_rng(0)
    ratio = apart * (apart + rng.normal(size=400_000) - apart / 2)
    return float(np.mean(np.logaddexp(0, -ratio)) / np.log(2))  # both halves are alike


def test_the_ratio_is_that_of_the_two_distributions():
    slope, offset = fitted(planted(1, people=60))
    assert slope == pytest.approx(2.0, abs=0.2)
    assert offset == pytest.approx(-2.0, abs=0.25)


def test_the_planted_cost_is_within_the_interval():
    covered = [calibration(planted(seed)).cllr.covers(true_cllr()) for seed in range(12)]
    assert sum(covered) >= 10


def test_pooling_violators_is_that_of_scikit_learn():
    isotonic = pytest.importorskip("sklearn.isotonic")
    trials = planted(3)
    scores = np.concatenate([trials.mated, trials.strangers])
    labels = np.concatenate([np.ones(len(trials.mated)), np.zeros(len(trials.strangers))])
    weights = np.concatenate(trials.weights)
    share = isotonic.IsotonicRegression().fit(scores, labels, weights).predict(scores)
    share = np.clip(share, 1e-300, 1 - 1e-16)
    bits = -(weights * np.where(labels == 1, np.log2(share), np.log2(1 - share))).sum() / 2
    assert least_cllr(trials) == pytest.approx(bits, abs=1e-6)


def test_the_least_is_no_more_and_does_not_change_with_the_scale():
    trials = planted(4)
    found = calibration(trials)
    assert found.least.estimate < found.cllr.estimate
    squared = Trials(
        np.exp(trials.mated), trials.subject, np.exp(trials.strangers), trials.first,
        trials.second, trials.subjects,
    )  # fmt: skip
    assert least_cllr(squared) == pytest.approx(least_cllr(trials))


def test_ratios_that_say_nothing_cost_one_bit():
    trials = planted(5)
    zeros = np.zeros(len(trials.mated)), np.zeros(len(trials.strangers))
    assert cllr(trials, *zeros) == pytest.approx(1)


def test_four_people_have_no_interval_and_nobody_has_nothing():
    assert calibration(planted(6, people=4)).cllr.refused
    trials = planted(6)
    assert calibration(trials.without(0)) is not None
    none = Trials(np.empty(0), np.empty(0, int), trials.strangers, trials.first, trials.second, 30)
    assert calibration(none) is None
