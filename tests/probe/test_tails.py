"""Exact tails against a full sort of the full matrix."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.errors import ComparisonError
from probe.tails import comparisons, count_above, highest_pairs, ranked_scores


def unit(rng, count, dimensions):
    vectors = rng.normal(size=(count, dimensions)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def all_scores(pairs):
    """Every comparison at once, from the very tiles (so that rounding is the same)."""
    whole = np.full((len(pairs.first), len(pairs.second)), np.nan, np.float32)
    for top, left, scores in pairs.tiles():
        whole[top : top + len(scores), left : left + scores.shape[1]] = scores
    kept = pairs.first_people[:, None] != pairs.second_people[None, :]
    if pairs.within:
        kept &= np.triu(np.ones_like(kept), 1)
    whole[~kept] = np.nan
    return whole


def two_sets(seed=0, first=700, second=900, tile=256, dimensions=16):
    rng = np.random.default_rng(seed)
    people = [rng.integers(0, 40, size) * 3 for size in (first, second)]
    a, b = unit(rng, first, dimensions), unit(rng, second, dimensions)
    return comparisons(a, people[0], b, people[1], tile)


def one_set(seed=0, size=800, tile=256):
    rng = np.random.default_rng(seed)
    return comparisons(unit(rng, size, 16), rng.integers(0, 50, size), tile=tile)


@pytest.mark.parametrize("make", [two_sets, one_set])
def test_scores_of_every_rank_equal_a_full_sort(make):
    pairs = make()
    whole = all_scores(pairs)
    descending = np.sort(whole[np.isfinite(whole)])[::-1]
    assert pairs.count == len(descending)
    ranks = [0, 1, 5, 1000, len(descending) // 2, len(descending) - 1]
    np.testing.assert_array_equal(ranked_scores(pairs, ranks), descending[ranks])
    for threshold in (-2.0, 0.0, float(descending[7]), 0.5, 2.0):
        assert count_above(pairs, threshold) == np.count_nonzero(descending > threshold)


@pytest.mark.parametrize("make", [two_sets, one_set])
def test_highest_pairs_name_their_pictures(make):
    pairs = make(1)
    whole = all_scores(pairs)
    scores, rows, columns = highest_pairs(pairs, 50)
    np.testing.assert_array_equal(scores, np.sort(whole[np.isfinite(whole)])[::-1][:50])
    np.testing.assert_array_equal(whole[rows, columns], scores)
    assert len(set(zip(rows.tolist(), columns.tolist(), strict=True))) == 50


def test_scores_are_those_of_float64_to_rounding():
    pairs = two_sets(2)
    exact = pairs.first.astype(float) @ pairs.second.astype(float).T
    exact = exact[pairs.first_people[:, None] != pairs.second_people[None, :]]
    assert ranked_scores(pairs, [100])[0] == pytest.approx(np.sort(exact)[::-1][100], abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), levels=st.integers(1, 5), rank=st.integers(0, 200))
def test_tied_and_negative_scores(seed, levels, rank):
    rng = np.random.default_rng(seed)
    a = rng.integers(-levels, levels + 1, (20, 2)).astype(np.float32)
    b = rng.integers(-levels, levels + 1, (25, 2)).astype(np.float32)
    pairs = comparisons(a, np.arange(20), b, 100 + np.arange(25), tile=7)
    descending = np.sort((a @ b.T).ravel())[::-1]
    value = ranked_scores(pairs, [rank])[0]
    assert value == descending[rank]
    assert count_above(pairs, float(value)) <= rank < count_above(pairs, float(value) - 0.5)


@pytest.mark.slow
def test_ten_thousand_by_ten_thousand():
    pairs = two_sets(3, 10_000, 10_000, tile=2048, dimensions=32)
    whole = all_scores(pairs)
    values = whole[np.isfinite(whole)]
    for rank in (0, 10_000, 1_000_000):
        expected = np.partition(values, len(values) - 1 - rank)[len(values) - 1 - rank]
        assert ranked_scores(pairs, [rank])[0] == expected


def test_bad_input_is_named():
    rng = np.random.default_rng(0)
    vectors = unit(rng, 4, 3)
    with pytest.raises(ComparisonError, match="no stranger"):
        comparisons(vectors, [1, 1, 1, 1])
    with pytest.raises(ComparisonError, match="do not belong together"):
        comparisons(vectors, [1, 2])
    with pytest.raises(ComparisonError, match="number 2 is not finite"):
        comparisons(np.where(np.arange(4)[:, None] == 2, np.nan, vectors), [1, 2, 3, 4])
    with pytest.raises(ComparisonError, match="do not compare"):
        comparisons(vectors, [1, 2, 3, 4], vectors[:, :2], [1, 2, 3, 4])
    with pytest.raises(ComparisonError, match="rank 6"):
        ranked_scores(comparisons(vectors, [1, 2, 3, 4]), [6])
