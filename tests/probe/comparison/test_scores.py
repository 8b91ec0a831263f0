"""Sources of scores: cosines however many there are, stored pairs in either order."""

import numpy as np
import pytest

from probe.comparison import PairScores, VectorScores, scores
from probe.comparison.scores import BINS, bin_edges, binned, limits_of
from probe.embedding.embed import Embeddings
from probe.errors import BackboneError, ComparisonError


def vectors(count=9):
    made = np.random.default_rng(0).normal(size=(count, 5)).astype(np.float32)
    return Embeddings(tuple(f"p{k}" for k in range(count)), made)


def test_cosines_are_the_same_at_once_and_block_by_block(monkeypatch):
    embeddings = vectors()
    rows, columns = np.array([0, 3, 3]), np.array([1, 8])
    at_once = VectorScores(embeddings).block(rows, columns)
    monkeypatch.setattr(scores, "ALL_AT_ONCE", 2)
    one_by_one = VectorScores(embeddings).block(rows, columns)
    np.testing.assert_allclose(at_once, one_by_one, atol=1e-15)
    exact = embeddings.vectors.astype(float)
    for a, row in enumerate(rows):
        for b, column in enumerate(columns):
            x, y = exact[row], exact[column]
            cosine = x @ y / np.sqrt((x @ x) * (y @ y))
            assert at_once[a, b] == pytest.approx(cosine, abs=1e-12)


def test_a_cosine_is_the_same_to_the_last_bit_in_every_block(monkeypatch):
    """A threshold is one of the scores: made again beside others, it must not pass itself."""
    monkeypatch.setattr(scores, "ALL_AT_ONCE", 2)
    rng = np.random.default_rng(8)
    vectors = rng.normal(size=(211, 40)).astype(np.float32)
    source = VectorScores(Embeddings(tuple(map(str, range(211))), vectors))
    parts = source.of_part(slice(0, 24)), source.share_of_part(slice(0, 24))
    everybody = np.arange(211)
    for one in (source, *parts):
        whole = one.block(everybody, everybody)
        np.testing.assert_array_equal(whole, whole.T)
        for _ in range(20):
            rows, columns = (rng.choice(211, rng.integers(1, 90)) for _ in range(2))
            np.testing.assert_array_equal(one.block(rows, columns), whole[np.ix_(rows, columns)])


def test_pairs_are_found_in_either_order_and_others_are_not():
    ids = ("a", "b", "c", "d")
    pairs = PairScores(
        ids, np.array([[2, 0], [1, 3]]), np.array([0.5, 7.0], np.float32), (0.0, 9.0)
    )
    block = pairs.block(np.array([0, 1]), np.array([2, 3]))
    np.testing.assert_array_equal(block, [[0.5, np.nan], [np.nan, 7.0]])
    np.testing.assert_array_equal(pairs.block(np.array([2]), np.array([0])), [[0.5]])


def test_bad_pairs_are_refused():
    with pytest.raises(ComparisonError, match="scores of pairs"):
        PairScores(("a", "b"), np.zeros((2, 2), int), np.zeros(1, np.float32), (0, 1))
    with pytest.raises(BackboneError, match="NaN"):
        PairScores(("a", "b"), np.array([[0, 1]]), np.full(1, np.nan, np.float32), (0, 1))


def test_bins_cover_the_scale_and_hold_what_lies_beyond():
    limits = limits_of(np.array([-3.0, 5.0], np.float32), None)
    assert (bin_edges(limits)[0], bin_edges(limits)[-1]) == limits == (-3.0, 5.0)
    counts = binned(np.array([-9.0, 0.0, 99.0]), limits)
    assert (len(counts), counts.sum(), counts[0], counts[-1]) == (BINS, 3, 1, 1)
    low, high = limits_of(np.ones(3, np.float32), None)
    assert low < 1 < high
