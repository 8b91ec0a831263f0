"""Cosines of vectors and of their parts; scores of pairs."""

import numpy as np
import pytest

from probe.audit.scores import Cosines, StoredPairs, part_scores, scores_of


def test_cosines_are_those_of_the_angle():
    scores = Cosines(["x", "y", "z"], np.array([[1, 0], [1, 1], [0, 0]], np.float32))
    between = scores.between(["x", "y"], ["y", "z"])
    assert between == pytest.approx(np.array([[np.sqrt(0.5), 0], [1, 0]]))


def test_a_score_is_the_same_to_the_last_bit_whatever_it_is_asked_with():
    """A threshold is a score: it was once below itself in a cell of another size."""
    names = [str(k) for k in range(90)]
    scores = Cosines(names, np.random.default_rng(0).normal(size=(90, 131)).astype(np.float32))
    whole = scores.between(names, names)
    np.testing.assert_array_equal(whole, whole.T)
    for rows, columns in ((3, 7), (1, 1), (17, 64), (50, 5)):
        part = scores.between(names[:rows], names[-columns:])
        np.testing.assert_array_equal(part, whole[:rows, -columns:])


def test_pairs_that_were_not_compared_have_no_score():
    scores = StoredPairs(["x", "y", "z"], {frozenset("xy"): 0.25})
    assert scores.between(["y"], ["x"])[0, 0] == 0.25
    assert np.isnan(scores.between(["y"], ["z"])[0, 0])


def test_shares_of_the_parts_sum_to_the_whole_cosine(stored):
    whole = scores_of(stored, "stripes", "unmasked")
    first, second = sorted(whole.images)[:2]
    parts = part_scores(stored, "stripes", "unmasked")
    shares = sum(share.between([first], [second])[0, 0] for _, share in parts.values())
    assert len(parts) == 12
    assert shares == pytest.approx(whole.between([first], [second])[0, 0])
