"""Strangers taken in block by block give what all of them at once give."""

import numpy as np
import pytest

from probe.comparison import VectorScores, cast_of, tally
from probe.comparison.scores import binned
from probe.comparison.tally import StrangerTally, stranger_blocks
from probe.contracts import COSINE_RANGE
from tests.probe.comparison.test_cells import photographs, rendered, study


def gathered(alike, mated, thresholds, testing=None):
    images, embeddings = study(rendered() if alike == "role" else photographs(), alike=alike)
    scores = VectorScores(embeddings)
    cast = cast_of(images, scores)
    made = StrangerTally(cast, "at_large", mated, thresholds, testing)
    blocks = list(stranger_blocks(scores, cast, "at_large", 0, 1))
    for block in blocks:
        made.add(block)
    whole = [np.concatenate([block.listed()[k] for block in blocks]) for k in range(3)]
    return cast, made, whole


@pytest.mark.parametrize("alike", ["role", "unknown"])
def test_sums_counts_and_places_equal_numpys(alike):
    mated = np.array([-0.2, 0.1, 0.1, 0.6])
    cast, made, (scores, first, second) = gathered(alike, mated, (0.3, 0.5))
    assert made.pairs == made.tested_pairs == len(scores)
    assert made.sum_of_scores == pytest.approx(scores.sum())
    assert made.sd_pairs == pytest.approx(scores.std(ddof=1))
    assert made.false_matches.tolist() == [(scores > 0.3).sum(), (scores > 0.5).sum()]
    np.testing.assert_array_equal(made.histogram, binned(scores, COSINE_RANGE))
    below = [(scores < m).sum() for m in mated]
    np.testing.assert_array_equal(np.cumsum(made.between + made.tied)[:-1][[0, 1, 3]], [
        below[0], below[1], below[3],
    ])  # fmt: skip
    assert made.between.sum() + made.tied.sum() == len(scores)
    person = np.array([first[0], second[0]])
    if person[0] < cast.subjects:
        same = (first == person[0]) & (second == person[1])
        if not made._mirror:
            assert made.pair_means[tuple(person)] == pytest.approx(scores[same].mean())
            assert made.accepted[tuple(person)] == pytest.approx((scores[same] > 0.3).mean())


def test_blocks_of_any_size_give_the_same(monkeypatch):
    mated = np.array([0.0, 0.5])
    _, whole, _ = gathered("role", mated, (0.3,))
    monkeypatch.setattr(tally, "BLOCK", 7)
    _, small, _ = gathered("role", mated, (0.3,))
    assert small.pairs == whole.pairs
    np.testing.assert_array_equal(small.histogram, whole.histogram)
    np.testing.assert_array_equal(small.between, whole.between)
    np.testing.assert_allclose(small.pair_means, whole.pair_means)


def test_false_matches_are_counted_among_those_who_are_tested():
    testing = np.array([True, True, False, False])
    _, made, (scores, first, second) = gathered("role", np.zeros(1), (0.3,), testing)
    both = testing[first] & testing[second]
    assert made.tested_pairs == both.sum()
    assert made.false_matches.tolist() == [(scores[both] > 0.3).sum()]
    assert made.pairs == len(scores)


def test_nothing_taken_in_has_no_mean():
    images, embeddings = study(photographs(1))
    scores = VectorScores(embeddings)
    made = StrangerTally(cast_of(images, scores), "at_large", np.zeros(1), (0.5,))
    assert np.isnan(made.mean)
    assert np.isnan(made.sd_pairs)
    assert np.isnan(made.accepted).all()
