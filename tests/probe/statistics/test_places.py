"""Places of scores among values equal those that a search of sorted values gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.statistics import places
from probe.statistics.places import count_by_person, count_places, scale_of


def searched(values, scores):
    return np.searchsorted(values, scores, "left") + np.searchsorted(values, scores, "right")


def check(values, scores, meant=None):
    meant = np.ones(scores.shape, bool) if meant is None else meant
    scale = scale_of(values)
    counts = np.zeros(scale.places, np.int64)
    for _ in range(2):
        count_places(scores, meant, scale, counts)
    expected = np.bincount(searched(values, scores[meant]), minlength=scale.places)
    np.testing.assert_array_equal(counts, 2 * expected)


@pytest.mark.parametrize("most", [1, 50, 1 << 20])
def test_any_number_of_steps_gives_the_same_places(most, rng, monkeypatch):
    monkeypatch.setattr(places, "MOST_STEPS", most)
    scores = np.clip(rng.normal(0.2, 0.3, (300, 400)), -1, 1)
    values = np.unique(np.concatenate([scores[0], rng.uniform(-1, 1, 500), [-1.0, 1.0]]))
    check(values, scores)
    check(values, scores.round(2), rng.random(scores.shape) < 0.7)
    check(values, scores.astype(np.float32))


def test_scores_that_are_not_meant_may_be_missing(rng):
    scores = rng.normal(size=(20, 30))
    meant = rng.random(scores.shape) < 0.5
    check(np.linspace(-1, 1, 41), np.where(meant, scores, np.nan), meant)


def test_values_one_rounding_apart_are_told_apart():
    values = np.array([0.5, np.nextafter(0.5, 1), np.nextafter(np.nextafter(0.5, 1), 1)])
    check(values, np.repeat(values, [3, 5, 7])[None])
    check(np.array([0.0, 5e-324]), np.array([[0.0, 5e-324, 1e-323, -5e-324, 1.0]]))


def test_values_far_apart_and_none_at_all():
    check(np.array([-1.7e308, 0.0, 1.7e308]), np.array([[-1.7e308, -1.0, 0.0, 1e300, 1.7e308]]))
    check(np.empty(0), np.array([[0.0, 1.0]]))
    check(np.array([0.5]), np.array([[0.0, 0.5, 1.0]]))


numbers = st.floats(-20, 20, allow_nan=False)


@settings(max_examples=200, deadline=None)
@given(st.lists(numbers), st.lists(numbers, min_size=1))
def test_any_scores_and_values(values, scores):
    check(np.unique(np.array(values, np.float64)), np.array([scores + values], np.float64))


def test_scores_count_for_both_people(rng):
    values = np.linspace(-1, 1, 9)
    scores = rng.normal(0, 0.5, 500).round(2)
    people = rng.integers(0, 3, 500), rng.integers(3, 7, 500)
    scale = scale_of(values)
    counts, moments = np.zeros((7, scale.places), np.int64), np.zeros((3, 7))
    for half in (slice(0, 200), slice(200, 500)):
        count_by_person(scores[half], (people[0][half], people[1][half]), scale, counts, moments)
    for person in range(7):
        theirs = scores[(people[0] == person) | (people[1] == person)]
        places_of = np.bincount(searched(values, theirs), minlength=scale.places)
        np.testing.assert_array_equal(counts[person], places_of)
        expected = [len(theirs), theirs.sum(), (theirs**2).sum()]
        np.testing.assert_allclose(moments[:, person], expected, rtol=1e-12, atol=1e-12)
