"""Planted goats and wolves are seen; people who are all alike are not."""

import numpy as np
import pytest

from probe.statistics.zoo import matches_concentrated, mean_by_person, misses_concentrated


def test_goats_are_seen():
    rng = np.random.default_rng(0)
    rates = rng.binomial(10, 0.1, (12, 8)) / 10
    rates[3] = rng.binomial(10, 0.7, 8) / 10
    assert misses_concentrated(rates) <= 0.01


def test_people_who_are_alike_are_called_so_in_nineteen_of_twenty():
    rng = np.random.default_rng(1)
    alike = [misses_concentrated(rng.binomial(10, 0.2, (10, 6)) / 10) for _ in range(60)]
    assert sum(p <= 0.05 for p in alike) <= 7
    assert np.mean(alike) == pytest.approx(0.5, abs=0.15)


def test_wolves_are_seen_and_chance_is_not():
    rng = np.random.default_rng(2)
    first, second = np.triu_indices(15, 1)
    shares = rng.binomial(20, 0.02, len(first)) / 20
    assert matches_concentrated(shares, first, second) > 0.01
    wolf = (first == 4) | (second == 4)
    shares[wolf] = rng.binomial(20, 0.3, wolf.sum()) / 20
    assert matches_concentrated(shares, first, second) <= 0.01


def test_without_errors_there_is_no_test():
    assert np.isnan(misses_concentrated(np.zeros((8, 4))))
    assert np.isnan(misses_concentrated(np.full((1, 4), 0.5)))
    assert np.isnan(matches_concentrated(np.zeros(6), np.arange(6), np.arange(6) + 1))


def test_people_without_pictures_of_a_condition_are_left_out():
    rates = np.array([[0.1, np.nan], [0.5, 0.2], [0.4, 0.1], [0.0, 0.3]])
    assert misses_concentrated(rates) == misses_concentrated(rates[1:])


def test_every_pair_counts_for_both_of_its_people():
    means = mean_by_person(np.array([1.0, 0.0]), np.array([0, 0]), np.array([1, 2]))
    assert means.tolist() == [0.5, 1.0, 0.0]
