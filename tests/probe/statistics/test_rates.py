"""Error rates against scikit-learn and brute force; what maps of the scores leave unchanged."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq
from sklearn.metrics import roc_curve

from probe.errors import ComparisonError
from probe.statistics import (
    d_prime,
    eer,
    log10_fmr,
    retention,
    strangers_from,
    threshold_at,
)
from probe.statistics.rates import weighted_mean_and_sd

MAPS = {
    "affine": lambda x: 3.7 * x - 11.0,
    "exponential": np.exp,
    "cubic": lambda x: x**3 + 0.1 * x,
    "logistic": lambda x: 1 / (1 + np.exp(-x)),
}


def two_samples(seed, decimals=None, sizes=(40, 90)):
    rng = np.random.default_rng(seed)
    scores = rng.normal(1, 1, sizes[0]), rng.normal(0, 1, sizes[1])
    return scores if decimals is None else tuple(s.round(decimals) for s in scores)


def labelled(mated, nonmated):
    return np.r_[np.ones(len(mated)), np.zeros(len(nonmated))], np.r_[mated, nonmated]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), decimals=st.sampled_from([None, 0, 1]))
def test_the_eer_equals_scikit_learn(seed, decimals):
    mated, nonmated = two_samples(seed, decimals)
    matches, hits, _ = roc_curve(*labelled(mated, nonmated), drop_intermediate=False)
    # Vertical steps of the curve make it no function; a walk along it is one.
    walk = np.linspace(0, 1, len(matches))
    gap = lambda at: np.interp(at, walk, matches) - (1 - np.interp(at, walk, hits))  # noqa: E731
    crossing = brentq(gap, 0, 1, xtol=1e-14)
    assert eer(mated, nonmated) == pytest.approx(np.interp(crossing, walk, matches), abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), decimals=st.sampled_from([None, 1]))
@pytest.mark.parametrize("name", list(MAPS))
def test_rank_figures_ignore_increasing_maps(name, seed, decimals):
    mated, nonmated = two_samples(seed, decimals)
    who = np.random.default_rng(seed).integers(0, 5, len(nonmated))
    mapped = [MAPS[name](scores) for scores in (mated, nonmated)]
    thresholds = [
        threshold_at(strangers_from([(scores, who, who + 5)], 10), 0.1).value
        for scores in (nonmated, mapped[1])
    ]
    first, second = (mated, nonmated, thresholds[0]), (*mapped, thresholds[1])
    for figure in (
        lambda m, u, t: eer(m, u),
        lambda m, u, t: np.count_nonzero(m <= t),
        lambda m, u, t: np.count_nonzero(u > t),
        lambda m, u, t: log10_fmr(m, u)[0].tolist(),
    ):
        assert figure(*first) == figure(*second)


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 10**6), scale=st.floats(0.01, 100), shift=st.floats(-10, 10))
def test_retention_ignores_affine_maps(seed, scale, shift):
    rng = np.random.default_rng(seed)
    mated, nonmated = rng.uniform(-1, 1, (2, 6, 6))
    standard = (0.9, 0.2)
    before = retention(mated, nonmated, *standard)
    after = retention(
        *(scale * scores + shift for scores in (mated, nonmated, *map(np.float64, standard)))
    )
    np.testing.assert_allclose(after, before, rtol=0, atol=1e-9)


def test_retention_at_its_marks():
    assert retention(0.8, 0.2, 0.8, 0.2) == 1
    assert retention(0.3, 0.3, 0.8, 0.2) == 0
    assert np.isnan(retention(0.3, 0.1, 0.2, 0.2))


def test_log10_fmr_counts_scores_at_or_above():
    values, floored = log10_fmr([0.0, 0.35, 0.9, 1.0, np.nan], np.linspace(0.1, 1, 10))
    np.testing.assert_allclose(values[:4], np.log10([1, 0.7, 0.2, 0.1]))
    assert floored.tolist() == [False, False, False, False, False]
    known = log10_fmr([0.0, 0.35, 0.9, 1.0, np.nan], np.linspace(1, 0.1, 10), descending=True)
    np.testing.assert_array_equal(known[0], values)
    np.testing.assert_array_equal(known[1], floored)
    values, floored = log10_fmr(2.0, np.linspace(0.1, 1, 10))
    assert (float(values), bool(floored)) == (-1.0, True)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_weights_stand_for_repeated_scores(seed):
    rng = np.random.default_rng(seed)
    bins = np.arange(12.0)
    mated, nonmated = rng.integers(0, 9, (2, 12)) + np.eye(2, 12, dtype=int)
    whole = np.repeat(bins, mated), np.repeat(bins, nonmated)
    assert eer(bins, bins, mated, nonmated) == pytest.approx(eer(*whole))


def test_separated_and_equal_samples():
    assert eer([2, 3], [0, 1]) == 0
    assert eer([0, 1], [2, 3]) == 1
    assert eer([1, 1], [1, 1]) == 0.5


def test_d_prime():
    assert d_prime(1.0, 1.0, 0.0, 1.0) == 1
    assert d_prime(3.0, 2.0, 0.0, 0.0) == pytest.approx(3 / np.sqrt(2))
    assert d_prime(1.0, 0.0, 0.0, 0.0) == np.inf


def test_bad_input_is_named():
    with pytest.raises(ComparisonError, match="NaN"):
        eer([0.1, np.nan], [0.2])
    with pytest.raises(ComparisonError, match="both mated and non-mated"):
        eer([0.1], [])
    with pytest.raises(ComparisonError, match="no non-mated scores"):
        log10_fmr([0.1], [])
    with pytest.raises(ComparisonError, match="weights"):
        eer([0.1], [0.2], [-1.0], [1.0])


def test_equal_weights_give_the_plain_mean_and_deviation():
    scores = np.random.default_rng(4).normal(size=30)
    mean, sd = weighted_mean_and_sd(scores, np.full(30, 0.7))
    assert mean == pytest.approx(scores.mean(), abs=1e-14)
    assert sd == pytest.approx(scores.std(ddof=1), rel=1e-13)


def test_a_weighted_deviation_is_right_on_average():
    rng = np.random.default_rng(5)
    weights = rng.uniform(0.2, 3, 8)
    squares = [weighted_mean_and_sd(rng.normal(size=8), weights)[1] ** 2 for _ in range(4000)]
    assert np.mean(squares) == pytest.approx(1, abs=0.04)


def test_scores_that_do_not_vary_have_no_deviation_and_one_has_none_known():
    assert weighted_mean_and_sd([0.1] * 7, [1, 2, 3, 4, 5, 6, 7])[1] == 0
    assert np.isnan(weighted_mean_and_sd([0.3], [2.0])[1])
