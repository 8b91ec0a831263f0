"""Galleries of planted people: what the model says is what happens."""

import numpy as np
import pytest
from scipy import stats

from probe.statistics import strangers_from
from probe.statistics.identification import open_set_misses, rank_rate, rate_of_one, supported

PEOPLE = 40


def planted(seed, apart=2.0):
    """Mated scores of 40 people around `apart`, strangers around 0, both of spread 1."""
    rng = np.random.default_rng(seed)
    first, second = np.triu_indices(PEOPLE, 1)
    scores = rng.normal(size=(len(first), 8))
    blocks = [(scores[:, k], first, second) for k in range(8)]
    strangers = strangers_from(blocks, PEOPLE, subjects=PEOPLE)
    return [apart + rng.normal(size=6) for _ in range(PEOPLE)], strangers


def true_rank_one(gallery, apart=2.0):
    """P(one normal score is above the highest of N - 1 others)."""
    at = np.linspace(-6, 10, 20_001)
    return np.trapezoid(stats.norm.pdf(at, apart) * stats.norm.cdf(at) ** (gallery - 1), at)


@pytest.mark.parametrize("gallery", [2, 10, 100])
def test_the_planted_rank_one_is_within_the_interval(gallery):
    covered = [
        rank_rate(*planted(seed), gallery, 1, np.arange(PEOPLE)).covers(true_rank_one(gallery))
        for seed in range(20)
    ]
    assert sum(covered) >= 17


def test_rank_one_falls_and_rank_five_stands_above_it():
    mated, strangers = planted(3)
    rates = [rank_rate(mated, strangers, n, 1, np.arange(PEOPLE)).estimate for n in (2, 10, 100)]
    assert rates == sorted(rates, reverse=True)
    fifth = rank_rate(mated, strangers, 10, 5, np.arange(PEOPLE)).estimate
    assert fifth > rates[1]
    assert rank_rate(mated, strangers, 5, 5, np.arange(PEOPLE)).estimate == 1


def test_rank_one_among_two_is_the_auc():
    sklearn = pytest.importorskip("sklearn.metrics")
    mated, strangers = planted(5)
    labels = [1] * (6 * PEOPLE) + [0] * strangers.comparisons
    auc = sklearn.roc_auc_score(labels, np.concatenate([*mated, strangers.scores]))
    assert rank_rate(mated, strangers, 2, 1, np.arange(PEOPLE)).estimate == pytest.approx(auc)


@pytest.mark.parametrize("gallery", [1, 10])
def test_the_planted_fnir_is_within_the_interval(gallery):
    limit = stats.norm.isf(rate_of_one(0.1, gallery))
    true = stats.norm.cdf(limit - 2.0)
    covered = [
        open_set_misses(*planted(seed), gallery, 0.1, np.arange(PEOPLE)).covers(true)
        for seed in range(20)
    ]
    assert sum(covered) >= 17


def test_one_comparison_s_rate_makes_the_rate_of_the_gallery():
    assert 1 - (1 - rate_of_one(0.1, 50)) ** 50 == pytest.approx(0.1)


def test_a_gallery_that_too_few_strangers_support_has_no_figure():
    mated, strangers = planted(1)
    assert supported(strangers, 1000)
    assert not supported(strangers, 10_000)
    assert rank_rate(mated, strangers, 10_000, 1, np.arange(PEOPLE)).refused
    assert np.isnan(open_set_misses(mated, strangers, 10_000, 0.1, np.arange(PEOPLE)).estimate)
