"""Ranks in galleries are the binomial model's, whoever is left out."""

import numpy as np
import pytest
from scipy import special

from probe.statistics.gallery_ranks import mean_rates_without, subject_rates
from probe.statistics.ladder import Ladder

SEARCHES = [(2, 1), (10, 1), (10, 5), (1000, 1), (1000, 5), (4, 4), (3, 9)]


def in_full(trials, gallery, rank):
    """Rate of every subject with mated scores."""
    ascending = np.sort(trials.strangers)
    ends = [np.searchsorted(ascending, trials.mated, side) for side in ("left", "right")]
    above = 1 - sum(ends) / (2 * len(ascending))
    found = special.bdtr(min(rank, gallery) - 1, gallery - 1, above)
    return np.array([found[trials.subject == k].mean() for k in np.unique(trials.subject)])


@pytest.mark.parametrize("kind", ["even", "apart", "reversed", "few pictures", "ties"])
def test_rates_are_those_of_scipy_also_with_each_one_left_out(kind, hard_trials):
    trials = hard_trials[kind]
    ladder, people = Ladder(trials), np.arange(trials.numbers)
    for search in SEARCHES:
        np.testing.assert_allclose(
            subject_rates(ladder, *search), in_full(trials, *search), rtol=1e-11, atol=1e-14
        )
        expected = [in_full(trials.without(person), *search).mean() for person in people]
        rates = mean_rates_without(ladder, *search, people)
        np.testing.assert_allclose(rates, expected, rtol=1e-11, atol=1e-14)


def test_without_one_of_two_people_nothing_is_left(hard_trials):
    ladder = Ladder(hard_trials["a pair of people"])
    assert np.isnan(mean_rates_without(ladder, 10, 1, np.arange(2))).all()
