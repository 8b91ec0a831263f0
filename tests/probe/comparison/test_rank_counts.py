"""Numbers of scores below values equal what sorting all of them says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.comparison import rank_counts
from probe.comparison.rank_counts import RankCounts


def check(values, blocks, limits=(-1.0, 1.0)):
    counts = RankCounts(values, limits)
    for block in blocks:
        counts.add(block)
    ranked = np.sort(np.concatenate(blocks))
    assert counts.total == len(ranked)
    np.testing.assert_array_equal(counts.below, np.searchsorted(ranked, values, side="left"))
    np.testing.assert_array_equal(counts.up_to, np.searchsorted(ranked, values, side="right"))


@pytest.mark.parametrize("few", [0, 10_000_000])
def test_counts_equal_those_of_all_scores_sorted(few, monkeypatch):
    monkeypatch.setattr(rank_counts, "FEW", few)
    rng = np.random.default_rng(1)
    scores = np.clip(rng.normal(0.2, 0.3, 300_000), -1, 1)
    values = np.unique(np.concatenate([scores[:500], rng.uniform(-1, 1, 500), [-1.0, 1.0]]))
    check(values, np.array_split(scores, 7))


def test_values_one_rounding_apart_are_told_apart(monkeypatch):
    monkeypatch.setattr(rank_counts, "FEW", 0)
    values = np.array([0.5, np.nextafter(0.5, 1), np.nextafter(np.nextafter(0.5, 1), 1)])
    check(values, [np.repeat(values, [3, 5, 7]), np.array([0.25, 0.75])])


def test_scores_beyond_the_scale_are_counted(monkeypatch):
    monkeypatch.setattr(rank_counts, "FEW", 0)
    check(np.array([-3.0, 0.0, 1.0, 4.0]), [np.array([-9.0, -3.0, 0.0, 1.0, 1.5, 4.0, 1e300])])


def test_sorted_and_stepped_blocks_add_up(monkeypatch):
    monkeypatch.setattr(rank_counts, "FEW", 50)
    rng = np.random.default_rng(2)
    check(np.linspace(-1, 1, 41), [rng.uniform(-1, 1, n) for n in (30, 400, 50, 51)])


numbers = st.floats(-20, 20, allow_nan=False)


@settings(max_examples=200, deadline=None)
@given(st.lists(numbers, min_size=1), st.lists(st.lists(numbers), min_size=1, max_size=3))
def test_any_scores_and_values(values, blocks):
    before, rank_counts.FEW = rank_counts.FEW, 1
    try:
        check(np.unique(values), [np.array(block, np.float64) for block in blocks], (-2.5, 7.0))
    finally:
        rank_counts.FEW = before
