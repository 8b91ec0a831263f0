"""AUC, d' and the equal error rate beside those of scikit-learn and by hand."""

import numpy as np
import pytest

from probe.audit.comparisons import Comparisons
from probe.audit.separation import auc, d_prime, equal_error_rate, log10_rarity


def test_auc_is_that_of_scikit_learn():
    metrics = pytest.importorskip("sklearn.metrics")
    rng = np.random.default_rng(0)
    mated, strangers = rng.normal(1, 1, 60).round(1), rng.normal(0, 1, 300).round(1)
    expected = metrics.roc_auc_score([1] * 60 + [0] * 300, np.concatenate([mated, strangers]))
    assert auc({0: mated}, strangers) == pytest.approx(expected)


def test_every_subject_weighs_the_same():
    assert auc({0: np.array([1.0]), 1: np.array([-1.0] * 9)}, np.zeros(4)) == 0.5


def test_d_prime_of_two_known_spreads():
    mated, strangers = np.array([1.0, 3.0]), np.array([0.0, 0.0])
    assert d_prime({0: mated}, strangers) == pytest.approx(2 / np.sqrt(2 / 2))
    assert d_prime({0: strangers + 1}, strangers) == np.inf


def test_every_subject_weighs_the_same_in_d_prime():
    by_subject = {0: np.array([1.0, 3.0]), 1: np.array([4.0])}
    shares = np.array([0.25, 0.25, 0.5])
    variance = shares @ (np.array([1.0, 3.0, 4.0]) - 3.0) ** 2 / (1 - shares @ shares)
    strangers = np.array([-1.0, 1.0])
    assert d_prime(by_subject, strangers) == pytest.approx(3 / np.sqrt((variance + 2) / 2))


def test_the_equal_error_rate_lies_where_both_errors_meet():
    scores = np.array([0.2, 0.6, 0.7, 0.9])
    people = np.arange(4)
    mated = Comparisons(scores, people, people, np.full((4, 2), "x"), 4, directed=False)
    assert equal_error_rate(mated, np.array([0.1, 0.3, 0.4, 0.65])) == pytest.approx(0.25)


def test_a_score_beyond_all_strangers_is_floored():
    strangers = np.arange(100) / 100
    assert log10_rarity(0.9, strangers) == (pytest.approx(-1), False)
    assert log10_rarity(2.0, strangers) == (pytest.approx(-2), True)
