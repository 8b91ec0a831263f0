"""The best increasing map is SciPy's and scikit-learn's, with anybody left out."""

import numpy as np
import pytest
from scipy import optimize, special

from probe.statistics.ladder import Ladder
from probe.statistics.pooling import pooled_bits, pooled_bits_without, pooled_cost


def in_full(trials):
    """Bits after isotonic regression over every distinct score."""
    own, others = trials.weights
    _, place = np.unique(np.concatenate([trials.mated, trials.strangers]), return_inverse=True)
    same = np.bincount(place[: len(own)], own, place.max() + 1)
    other = np.bincount(place[len(own) :], others, place.max() + 1)
    share = optimize.isotonic_regression(same / (same + other), weights=same + other).x
    share = np.clip(share, 0.0, 1.0)
    bits = special.xlogy(same, share).sum() + special.xlog1py(other, -share).sum()
    return -bits / (2 * np.log(2))


@pytest.mark.parametrize("kind", ["even", "many", "apart", "reversed", "few pictures", "ties"])
def test_costs_are_those_of_scipy_also_with_each_one_left_out(kind, hard_trials):
    trials = hard_trials[kind]
    ladder, people = Ladder(trials), np.arange(trials.numbers)
    assert pooled_bits(ladder) == pytest.approx(in_full(trials), rel=1e-10, abs=1e-12)
    expected = [in_full(trials.without(person)) for person in people]
    np.testing.assert_allclose(
        pooled_bits_without(ladder, people), expected, rtol=1e-10, atol=1e-12
    )


def test_pooling_violators_is_that_of_scikit_learn(planted_trials):
    isotonic = pytest.importorskip("sklearn.isotonic")
    trials = planted_trials(3)
    scores = np.concatenate([trials.mated, trials.strangers])
    labels = np.concatenate([np.ones(len(trials.mated)), np.zeros(len(trials.strangers))])
    weights = np.concatenate(trials.weights)
    share = isotonic.IsotonicRegression().fit(scores, labels, weights).predict(scores)
    share = np.clip(share, 1e-300, 1 - 1e-16)
    bits = -(weights * np.where(labels == 1, np.log2(share), np.log2(1 - share))).sum() / 2
    assert pooled_bits(Ladder(trials)) == pytest.approx(bits, abs=1e-6)


def test_what_is_in_order_costs_nothing_and_what_is_reversed_one_bit_each():
    up, down = np.array([0.0, 0.0, 1.0]), np.array([0.5, 0.5, 0.0])
    assert pooled_cost(up, down) == 0
    assert pooled_cost(up[::-1].copy(), down[::-1].copy()) == pytest.approx(2 * np.log(2))
