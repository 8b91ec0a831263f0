"""Strangers stand among the mated scores where a search puts them."""

import numpy as np

from probe.statistics import ladder
from probe.statistics.ladder import Ladder


def searched(trials, scores):
    values = np.unique(trials.mated)
    places = np.searchsorted(values, scores, "left") + np.searchsorted(values, scores, "right")
    return np.bincount(places, minlength=2 * len(values) + 1)


def test_counts_of_everybody_and_of_each_person_are_those_of_a_search(hard_trials, monkeypatch):
    trials = hard_trials["ties"]
    found, people = Ladder(trials), np.array([3, 0, 8, 14])
    np.testing.assert_array_equal(found.counts, searched(trials, trials.strangers))
    np.testing.assert_array_equal(
        found.own, 2 * np.unique(trials.mated, return_inverse=True)[1] + 1
    )
    monkeypatch.setattr(ladder, "blocks_of", lambda everybody, _: [everybody[:3], everybody[3:]])
    numbers, counts = zip(*found.by_person(people), strict=True)
    np.testing.assert_array_equal(np.concatenate(numbers), people)
    for person, row in zip(people, np.concatenate(counts), strict=True):
        own = (trials.first == person) | (trials.second == person)
        np.testing.assert_array_equal(row, searched(trials, trials.strangers[own]))


def test_weights_of_each_person_sum_to_one(hard_trials):
    found = Ladder(hard_trials["few pictures"])
    sums = np.bincount(found.subject, found.weights)
    np.testing.assert_allclose(sums[sums > 0], 1)
