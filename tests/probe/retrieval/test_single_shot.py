"""Galleries of one random picture a person: the draws of the official routine, and their mean."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.retrieval.single_shot import single_shot_masses

NONE = np.array([], int)


def slow_masses(row, removed, people, person, repeats, length, seed):
    """Gallery by gallery: one picture of everyone in the order they first appear, then ranked."""
    generator = np.random.RandomState(seed)
    ranking = [k for k in np.argsort(row, kind="stable") if k not in set(removed)]
    everyone = list(dict.fromkeys(people[k] for k in ranking))
    masses = np.zeros(length)
    for _ in range(repeats):
        drawn = {}
        for name in everyone:
            places = [at for at, k in enumerate(ranking) if people[k] == name]
            drawn[name] = places[generator.randint(0, len(places))]
        rank = sorted(everyone, key=drawn.get).index(person)
        if rank < length:
            masses[rank] += 1 / repeats
    return masses


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), decimals=st.sampled_from([9, 1]))
def test_equals_galleries_drawn_one_by_one(seed, decimals):
    rng = np.random.default_rng(seed)
    row, people = rng.random(24).round(decimals), rng.integers(0, 5, 24)
    person = int(people[0])
    removed = np.setdiff1d(rng.permutation(24)[:4], [0])
    found = single_shot_masses(
        row, removed, people, person, 7, 3, np.random.RandomState(seed % 1000)
    )
    expected = slow_masses(row, removed, people, person, 7, 3, seed % 1000)
    np.testing.assert_allclose(found, expected)


def test_a_person_nearer_than_all_others_is_always_first():
    people = np.array([1, 1, 2, 2, 3])
    masses = single_shot_masses(np.arange(5.0), NONE, people, 1, 10, 4, np.random.RandomState(0))
    assert masses.tolist() == pytest.approx([1, 0, 0, 0])


def test_the_mean_over_many_galleries_is_the_chance_of_the_draw():
    # Two of the person's three pictures lie before everyone else's, the third behind them.
    people = np.array([1, 1, 2, 2, 1])
    masses = single_shot_masses(np.arange(5.0), NONE, people, 1, 4000, 2, np.random.RandomState(1))
    assert masses == pytest.approx([2 / 3, 1 / 3], abs=0.03)


def test_ranks_beyond_the_curve_have_no_mass():
    people = np.array([2, 3, 1])
    masses = single_shot_masses(np.arange(3.0), NONE, people, 1, 10, 2, np.random.RandomState(0))
    assert masses.tolist() == [0, 0]
