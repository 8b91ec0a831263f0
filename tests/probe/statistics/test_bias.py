"""Precision- or recall-first: the number, its deletions, its interval and its refusals."""

import numpy as np
import pytest
from scipy import special, stats

from probe.errors import ComparisonError
from probe.statistics import Errors, paired_response_bias_interval, response_bias_interval


def errors(rng, people=12, missed=0.2, passed=0.05, strangers=0):
    """Shares of misses of every subject, and of false matches of every pair of people."""
    misses = rng.binomial(25, rng.beta(4 * missed, 4 * (1 - missed), people)) / 25
    shares = rng.binomial(25, passed, (people, people + strangers)) / 25
    np.fill_diagonal(shares[:, :people], np.nan)
    columns = np.where(np.arange(people + strangers) < people, np.arange(people + strangers), -1)
    return Errors(misses, shares, columns, 25 * people, 25 * people * (people - 1))


def by_hand(misses, matches, mated, nonmated):
    p = (misses.mean() * mated + 0.5) / (mated + 1)
    q = (np.nanmean(matches) * nonmated + 0.5) / (nonmated + 1)
    return (special.ndtri(p) - special.ndtri(q)) / 2


@pytest.mark.parametrize("strangers", [0, 4])
def test_c_and_its_deletions_equal_a_computation_by_hand(rng, strangers):
    found = errors(rng, people=7, strangers=strangers)
    counts = found.mated, found.nonmated
    assert response_bias_interval(found).estimate == pytest.approx(
        by_hand(found.misses, found.matches, *counts), abs=1e-12
    )
    statistic = found.leaning(found.subjects_with_both())
    for person in range(7):
        kept = np.delete(np.arange(7), person)
        columns = np.delete(np.arange(7 + strangers), person)
        left = by_hand(found.misses[kept], found.matches[np.ix_(kept, columns)], *counts)
        assert statistic.deleted["subjects"][person] == pytest.approx(left, abs=1e-12)
    assert len(statistic.deleted.get("strangers", ())) == strangers


def test_more_misses_lean_to_precision_and_more_false_matches_to_recall(rng):
    interval = response_bias_interval(errors(rng, missed=0.4, passed=0.01))
    assert 0 < interval.low < interval.estimate < interval.high
    interval = response_bias_interval(errors(rng, missed=0.05, passed=0.4, people=30))
    assert interval.low < interval.estimate < interval.high < 0


def test_a_difference_turns_with_the_order_and_is_none_with_itself(rng):
    a, b = errors(rng, missed=0.4), errors(rng, missed=0.1)
    forth, back = paired_response_bias_interval(a, b), paired_response_bias_interval(b, a)
    assert forth.estimate < 0
    assert (forth.low, forth.high) == pytest.approx((-back.high, -back.low))
    same = paired_response_bias_interval(a, a)
    assert (same.estimate, same.low, same.high) == (0, 0, 0)


def test_an_open_end_and_few_people_are_refused_in_words(rng):
    whole = errors(rng)
    none = Errors(np.zeros(12), whole.matches, None, 300, 300)
    assert "no pair of the same person was missed" in response_bias_interval(none).note
    every = Errors(np.ones(12), whole.matches, None, 300, 300)
    assert "every pair of the same person was missed" in response_bias_interval(every).note
    closed = np.where(np.isnan(whole.matches), np.nan, 0.0)
    assert "no pair of strangers passed" in (
        response_bias_interval(Errors(whole.misses, closed, None, 300, 300)).note
    )
    few = response_bias_interval(errors(rng, people=4))
    assert few.refused
    assert "at least 5" in few.note
    gone = Errors(np.full(12, np.nan), whole.matches, None, 300, 300)
    assert "no subject" in response_bias_interval(gone).note
    with pytest.raises(ComparisonError, match="subject by subject"):
        paired_response_bias_interval(whole, errors(rng, people=6))


@pytest.mark.parametrize("offset", [-1.0, 0.0, 0.7])
def test_c_is_the_distance_of_the_threshold_from_the_middle(offset):
    """Two unit normals two apart: a threshold a unit above the middle has c = 1."""
    misses = np.full(9, stats.norm.cdf(offset - 1))
    matches = np.full((9, 9), stats.norm.sf(offset + 1))
    np.fill_diagonal(matches, np.nan)
    interval = response_bias_interval(Errors(misses, matches, None, 10**8, 10**8))
    assert interval.estimate == pytest.approx(offset, abs=1e-6)
