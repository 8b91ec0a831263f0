"""Ranks of hits without a sort: against a stable sort, and what a rule leaves out."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.retrieval import RULES, labels
from probe.retrieval.ranks import (
    Hits,
    average_precision,
    gallery_of,
    match_masses,
    rank_hits,
)
from probe.retrieval.rules import JUNK, Rule


def sorted_hits(row, hits, removed):
    """Ranks by sorting the whole gallery, and the groups of equal distances by counting."""
    kept = [k for k in np.argsort(row, kind="stable") if k not in set(removed)]
    ranks = [r for r, k in enumerate(kept, 1) if k in set(hits)]
    near = np.sort(row[hits])
    everything = row[kept]
    return (
        ranks,
        [int((near <= d).sum()) for d in near],
        [int((everything <= d).sum()) for d in near],
    )


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 10**6), decimals=st.sampled_from([9, 1, 0]))
def test_ranks_and_groups_are_those_of_a_full_sort(seed, decimals):
    rng = np.random.default_rng(seed)
    row = rng.random(30).round(decimals)
    chosen = rng.permutation(30)
    hits, removed = (
        np.sort(chosen[: rng.integers(1, 6)]),
        np.sort(chosen[20 : rng.integers(20, 30)]),
    )
    expected = sorted_hits(row.copy(), hits, removed)
    found = rank_hits(row, hits, removed)
    assert found.ranks.tolist() == expected[0]
    assert found.group_hits.tolist() == expected[1]
    assert found.group_size.tolist() == expected[2]


GALLERY = labels([5, 7, 5, JUNK, 7, 5, 9], [1, 1, 2, 1, 2, 1, 3])


@pytest.mark.parametrize(
    ("rule", "hits", "removed"),
    [
        (Rule("r"), [2], [0, 5]),
        (Rule("r", removes="nothing"), [0, 2, 5], []),
        (Rule("r", removes="same-camera"), [2], [0, 1, 3, 5]),
        (Rule("r", removes_junk=True), [2], [0, 3, 5]),
    ],
)
def test_what_is_left_out_for_a_query_is_what_the_rule_says(rule, hits, removed):
    found = gallery_of(GALLERY).hits_and_removed(5, 1, rule)
    assert [side.tolist() for side in found] == [hits, removed]


def test_a_person_who_is_not_in_the_gallery_has_no_picture():
    gallery = gallery_of(GALLERY)
    assert gallery.of_person(5).tolist() == [0, 2, 5]
    assert gallery.of_person(9).tolist() == [6]
    assert gallery.of_person(6).tolist() == gallery.of_person(99).tolist() == []


def test_junk_is_no_right_answer_to_junk():
    hits, _ = gallery_of(GALLERY).hits_and_removed(JUNK, 9, Rule("r", removes_junk=True))
    assert hits.tolist() == []


HITS = Hits(np.array([1, 4]), np.array([1, 2]), np.array([2, 4]))
"""Right answers at ranks 1 and 4, the first of them level with one wrong answer."""


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("hits", (1 / 1 + 2 / 4) / 2),
        ("trapezoid", ((1 + 1) / 2 + (2 / 4 + 1 / 3) / 2) / 2),
        ("ties", (1 / 2 + 2 / 4) / 2),
    ],
)
def test_average_precision_by_hand(precision, expected):
    rule = SimpleNamespace(precision=precision)
    assert average_precision(HITS, rule) == pytest.approx(expected)


def test_masses_sum_to_the_curve():
    first, every = (SimpleNamespace(cmc=cmc) for cmc in ("first", "all"))
    assert np.cumsum(match_masses(HITS, first, 5)).tolist() == [1, 1, 1, 1, 1]
    # Every hit among the wrong answers alone: at 1, and at 3 (of two wrong ones before it).
    assert np.cumsum(match_masses(HITS, every, 5)).tolist() == [0.5, 0.5, 1, 1, 1]
    late = Hits(np.array([9]), np.array([1]), np.array([9]))
    assert match_masses(late, first, 5).sum() == match_masses(late, every, 5).sum() == 0


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.cmc != "single-shot"])
def test_an_earlier_hit_is_never_worse(rule):
    later = Hits(np.array([2, 4]), np.array([1, 2]), np.array([2, 4]))
    assert average_precision(HITS, rule) >= average_precision(later, rule)
