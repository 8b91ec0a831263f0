"""Sums by pair of people say of all conditions together what their list of comparisons says."""

from dataclasses import fields, replace

import numpy as np
import pytest

from probe.comparison.examination.pair_outcomes import pair_outcomes
from probe.statistics import StrangerScores, strangers_from
from probe.statistics.fmr import false_match_rate
from probe.statistics.outcomes import outcomes_of_scores


@pytest.fixture(params=[1, 2], ids=["either way", "in two roles"])
def parts(request):
    """Two conditions of nine subjects and three further strangers, of whom one met nobody."""
    rng = np.random.default_rng(0)

    def one(count):
        first = rng.integers(0, 9, count)
        second = (first + rng.integers(1, 11, count)) % 11
        kept = second < 9 if request.param == 1 else np.ones(count, bool)
        block = rng.normal(0.4, 0.1, count)[kept], first[kept], second[kept]
        return strangers_from([block], 12, request.param, 9)

    return [one(300), one(200)]


def in_full(parts, threshold, chosen=None):
    joined = StrangerScores.joined(parts)
    if chosen is not None:
        kept = chosen(joined.first, joined.second)
        block = joined.scores[kept], joined.first[kept], joined.second[kept]
        joined = strangers_from([block], 12, joined.directions, joined.subjects)
    return outcomes_of_scores(joined, threshold)


def assert_same(one, other):
    for field in fields(one):
        theirs = getattr(other, field.name)
        np.testing.assert_allclose(getattr(one, field.name), theirs, rtol=1e-12, atol=0)
    assert false_match_rate(one).interval.high == pytest.approx(
        false_match_rate(other).interval.high, rel=1e-9
    )


def test_all_pairs_are_those_of_the_joined_list(parts):
    assert_same(pair_outcomes(parts, 0.5).outcomes(), in_full(parts, 0.5))


def test_chosen_pairs_are_those_of_the_chosen_comparisons(parts):
    def chosen(first, second):
        return (first < 5) & (second < 6)

    pairs = pair_outcomes(parts, 0.5)
    found = pairs.outcomes(chosen(pairs.first, pairs.second))
    assert_same(found, in_full(parts, 0.5, chosen))


def test_the_variance_keeps_its_digits_far_from_zero(parts):
    far = [replace(part, scores=part.scores + 1e6) for part in parts]
    near, moved = (pair_outcomes(some, 0.5).outcomes().variance for some in (parts, far))
    assert moved == pytest.approx(near, rel=1e-8)


def test_of_no_condition_nothing_is_added_up():
    outcomes = pair_outcomes([], 0.5).outcomes()
    assert (len(outcomes.first), outcomes.variance) == (0, 0.0)
