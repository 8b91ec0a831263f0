"""Thresholds against brute force; what cannot be resolved; splits of the strangers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.errors import ComparisonError
from probe.statistics import (
    FEWEST_FALSE_MATCHES,
    least_rate,
    people_needed,
    split_people,
    strangers_from,
    threshold_at,
)
from probe.statistics.threshold import allowed_false_matches


def everybody(seed, people=8, pictures=5, decimals=None, directions=1):
    """All comparisons of pictures of different people: scores and the two people of each."""
    rng = np.random.default_rng(seed)
    who = np.repeat(np.arange(people), pictures)
    a, b = np.nonzero(who[:, None] != who[None, :])
    if directions == 1:
        a, b = a[a < b], b[a < b]
    scores = rng.normal(size=len(a)) + rng.normal(size=people)[who[a]]
    return scores if decimals is None else scores.round(decimals), who[a], who[b]


def slow_threshold(scores, fmr):
    allowed = int(np.floor(round(fmr * len(scores), 9)))
    return np.sort(scores)[::-1][allowed]


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    fmr=st.sampled_from([0.01, 0.03, 0.1, 0.5]),
    decimals=st.sampled_from([None, 1]),
)
def test_threshold_and_deletions_equal_brute_force(seed, fmr, decimals):
    scores, first, second = everybody(seed, decimals=decimals)
    found = threshold_at(strangers_from([(scores, first, second)], 8), fmr)
    assert found.value == slow_threshold(scores, fmr)
    for person in range(8):
        others = scores[(first != person) & (second != person)]
        assert found.deleted[person] == slow_threshold(others, fmr)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), fmr=st.floats(0.005, 0.9), decimals=st.sampled_from([None, 0]))
def test_the_rate_is_never_exceeded(seed, fmr, decimals):
    scores, first, second = everybody(seed, decimals=decimals)
    found = threshold_at(strangers_from([(scores, first, second)], 8), fmr)
    passed = np.count_nonzero(scores > found.value)
    assert passed / len(scores) <= fmr
    if decimals is None:
        assert passed == found.false_matches
        assert (passed + 1) / len(scores) > fmr


def test_the_rate_is_read_as_the_decimal_it_is_written_as():
    scores = np.arange(100.0)
    found = threshold_at(strangers_from([(scores, np.zeros(100, int), np.ones(100, int))], 2), 0.29)
    assert found.false_matches == 29
    assert found.value == 70


def test_what_is_not_resolved_is_refused_in_words():
    found = threshold_at(strangers_from([everybody(2)], 8), 0.001)
    assert not found.resolved
    assert found.refusal == "0.1 % needs at least 21 people with five pictures each, there are 8"
    assert np.isnan(found.value)
    assert threshold_at(strangers_from([everybody(2)], 8), 0.01).refusal == ""


def test_people_who_were_not_all_compared_are_not_counted_on():
    """Eight subjects against thirty further strangers: 240 pairs of people, one picture each."""
    first, second = np.divmod(np.arange(240), 30)
    scores = np.random.default_rng(0).normal(size=240)
    found = threshold_at(strangers_from([(scores, first, 8 + second)], 38), 0.01)
    assert found.refusal == ("1 % needs at least 55 people photographed as these are, there are 38")


def test_both_directions_of_a_pair_count_once():
    scores = everybody(3, people=6, directions=2)
    found = threshold_at(strangers_from([scores], 6, directions=2), 0.01)
    assert found.false_matches == 7
    assert found.pictures_each == 5
    assert not found.resolved
    assert "at least 7 people with five pictures each, there are 6" in found.refusal


def test_people_needed_are_the_fewest():
    assert (people_needed(0.01, 5), people_needed(0.001, 5)) == (7, 21)
    for fmr in (0.1, 0.01, 0.003, 0.0001):
        for pictures in (1, 2, 5, 13):
            people = people_needed(fmr, pictures)
            enough = round(fmr * pictures**2 * people * (people - 1) / 2, 9)
            too_few = round(fmr * pictures**2 * (people - 1) * (people - 2) / 2, 9)
            assert enough >= 5
            assert too_few < 5 or people == 2


def test_a_split_leaves_nobody_on_both_sides():
    tuning, testing = split_people(9, seed=4)
    assert (tuning.sum(), testing.sum()) == (5, 4)
    assert not (tuning & testing).any()
    strangers = strangers_from([everybody(5, people=9)], 9)
    parts = [strangers.among(side) for side in (tuning, testing)]
    assert [part.comparisons for part in parts] == [5 * 4 // 2 * 25, 4 * 3 // 2 * 25]
    assert tuning[parts[0].first].all()
    assert testing[parts[1].second].all()


def test_bad_input_is_named():
    scores, first, second = everybody(6)
    with pytest.raises(ComparisonError, match="himself"):
        strangers_from([(scores, first, first)], 8)
    with pytest.raises(ComparisonError, match="not a finite"):
        strangers_from([(np.where(scores > 0, np.nan, scores), first, second)], 8)
    with pytest.raises(ComparisonError, match=r"outside 0\.\.6"):
        strangers_from([(scores, first, second)], 7)
    with pytest.raises(ComparisonError, match="two people"):
        strangers_from([(scores[1:], first, second)], 8)
    with pytest.raises(ComparisonError, match="no strangers"):
        threshold_at(strangers_from([], 8), 0.01)
    with pytest.raises(ComparisonError, match="between 0 and 1"):
        threshold_at(strangers_from([(scores, first, second)], 8), 1.0)
    with pytest.raises(ComparisonError, match="cannot be split"):
        split_people(3)


@pytest.mark.parametrize("directions", [1, 2])
@pytest.mark.parametrize("comparisons", [11, 100, 380, 500, 760, 2800, 123_457])
def test_the_least_rate_is_resolved_and_one_a_little_lower_is_not(comparisons, directions):
    rate = least_rate(comparisons, directions)
    wanted = FEWEST_FALSE_MATCHES * directions
    assert allowed_false_matches(rate, comparisons) >= wanted
    assert rate >= wanted / comparisons > 0.9 * rate


def test_no_rate_is_resolved_by_hardly_any_comparisons():
    assert least_rate(4, 1) == 1.0
    assert least_rate(9, 2) == 1.0
