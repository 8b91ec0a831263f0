"""Scores between strangers: collected from blocks, split, and refused."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.statistics import StrangerScores, split_people, strangers, strangers_from


def everybody(seed, people=8, pictures=3):
    """All comparisons of pictures of different people: scores and the two people of each."""
    rng = np.random.default_rng(seed)
    who = np.repeat(np.arange(people), pictures)
    a, b = np.nonzero(who[:, None] < who[None, :])
    return rng.normal(size=len(a)).round(1), who[a], who[b]


def test_blocks_give_what_the_whole_gives():
    scores, first, second = everybody(1)
    whole = strangers_from([(scores, first, second)], 8)
    parts = zip(*(np.array_split(side, 7) for side in (scores, first, second)), strict=True)
    streamed = strangers_from(parts, 8)
    for name in ("scores", "first", "second", "involving"):
        np.testing.assert_array_equal(getattr(streamed, name), getattr(whole, name))
    assert (np.diff(whole.scores) <= 0).all()
    assert sorted(whole.scores) == sorted(scores)
    assert whole.involving.tolist() == [7 * 9] * 8
    assert (whole.people, whole.comparisons) == (8, len(scores))


def test_ties_stay_in_the_order_they_came():
    strangers = strangers_from([([0.5, 0.7, 0.5], [0, 1, 2], [1, 2, 3])], 4)
    assert strangers.first.tolist() == [1, 0, 2]


def test_nobody_is_compared_in_no_block():
    assert strangers_from([], 3).comparisons == 0


def test_among_some_people_only_their_comparisons_are_left():
    scores, first, second = everybody(2)
    chosen = np.arange(8) % 2 == 0
    some = strangers_from([(scores, first, second)], 8).among(chosen)
    both = chosen[first] & chosen[second]
    assert sorted(some.scores) == sorted(scores[both])
    assert some.people == 4


@pytest.mark.parametrize("people", [4, 5, 11])
def test_halves_share_nobody_and_leave_nobody_out(people):
    tuning, testing = split_people(people, seed=3)
    assert (tuning ^ testing).all()
    assert tuning.sum() - testing.sum() in (0, 1)
    assert (split_people(people, seed=3)[0] == tuning).all()


def test_subjects_and_further_strangers_are_halved_each():
    tuning, testing = split_people(10, subjects=4)
    assert tuning[:4].sum() == testing[:4].sum() == 2
    assert tuning[4:].sum() == testing[4:].sum() == 3


def test_what_is_no_comparison_of_strangers_is_refused():
    with pytest.raises(ComparisonError, match="himself"):
        strangers_from([([0.1], [2], [2])], 3)
    with pytest.raises(ComparisonError, match="not a finite"):
        strangers_from([([np.nan], [0], [1])], 3)
    with pytest.raises(ComparisonError, match=r"outside 0\.\.1"):
        strangers_from([([0.1], [0], [2])], 2)
    with pytest.raises(ComparisonError, match="two people"):
        strangers_from([([0.1, 0.2], [0], [1])], 2)
    with pytest.raises(ComparisonError, match="cannot be split"):
        split_people(3)


def test_conditions_are_joined_and_a_pair_without_a_direction_stands_in_one_order():
    one = strangers_from([([0.5, 0.7], [0, 2], [1, 1])], 4, subjects=3)
    other = strangers_from([([0.1], [1], [0])], 4, subjects=3)
    both = StrangerScores.joined([one, other])
    assert sorted(zip(both.scores, both.first, both.second, strict=True)) == [
        (0.1, 0, 1), (0.5, 0, 1), (0.7, 1, 2),
    ]  # fmt: skip
    directed = strangers_from([([0.1], [1], [0])], 4, directions=2, subjects=3)
    assert StrangerScores.joined([directed, directed]).first.tolist() == [1, 1]


@pytest.mark.parametrize("most", [46_340, 3])
def test_numbers_of_many_people_are_longer_and_all_else_is_equal(most, rng, monkeypatch):
    monkeypatch.setattr(strangers, "MOST_SHORT", most)
    scores, first = rng.normal(size=50).round(1), rng.integers(0, 4, 50)
    second = first + rng.integers(1, 4, 50)
    found = strangers_from([(scores[:20], first[:20], second[:20]), (scores[20:], first[20:],
                            second[20:])], people=7)  # fmt: skip
    order = np.argsort(-scores, kind="stable")
    assert found.first.dtype == (np.int32 if most > 7 else np.int64)
    for column, expected in ((found.scores, scores), (found.first, first), (found.second, second)):
        np.testing.assert_array_equal(column, expected[order])
