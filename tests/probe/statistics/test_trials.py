"""Comparisons of people are counted as a loop over them counts."""

import numpy as np
import pytest

from probe.statistics.trials import Trials


def test_counts_and_sums_are_those_of_a_loop(hard_trials):
    trials = hard_trials["few pictures"]
    sums = trials.sums_by_person(trials.strangers)
    for person in range(trials.numbers):
        rest = trials.without(person)
        assert trials.mated_counts[person] == len(trials.mated) - len(rest.mated)
        assert trials.met_counts[person] == len(trials.strangers) - len(rest.strangers)
        assert sums[person] == pytest.approx(trials.strangers.sum() - rest.strangers.sum())


def test_subjects_weigh_the_same_and_weights_sum_to_one(hard_trials):
    trials = hard_trials["few pictures"]
    own, others = trials.weights
    assert own.sum() == pytest.approx(1)
    assert others.sum() == pytest.approx(1)
    of_subjects = np.bincount(trials.subject, own)
    assert of_subjects[of_subjects > 0] == pytest.approx(1 / (trials.mated_counts > 0).sum())


def test_nobody_has_no_numbers():
    none = np.empty(0, int)
    trials = Trials(np.empty(0), none, np.empty(0), none, none, 0)
    assert trials.numbers == 0
    assert len(trials.mated_counts) == len(trials.met_counts) == 0
