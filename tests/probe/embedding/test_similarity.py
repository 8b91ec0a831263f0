"""Similarities of a few pictures: cosines of a backbone, scores of a pair scorer."""

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard, PairScorer
from probe.embedding.similarity import compared_by, similarities, unit_vectors

SIZE = (4, 2)


class Means(Backbone):
    """Mean colours, which of a black picture are zero."""

    card = BackboneCard("means", input_size=SIZE, needs_weights=False)

    def embed(self, images):
        return images.mean((1, 2)).astype(np.float32)


class Nearness(PairScorer):
    """How near two mean colours are."""

    card = BackboneCard("near", input_size=SIZE, needs_weights=False, score="nearness")
    symmetric = True

    def prepare(self, pictures):
        return pictures.mean((1, 2)).astype(np.float32)

    def score(self, first, second):
        return -np.abs(first - second).mean(1)


@pytest.fixture
def pictures():
    return np.random.default_rng(0).integers(1, 256, (5, *SIZE, 3), np.uint8)


def test_vectors_have_length_one_and_zero_stays_zero(pictures):
    pictures[3] = 0
    unit = unit_vectors(Means(), pictures)
    lengths = np.linalg.norm(unit, axis=1)
    np.testing.assert_allclose(lengths, [1, 1, 1, 0, 1])
    np.testing.assert_array_equal(compared_by(Means(), pictures), unit)


def test_cosines_of_a_backbone(pictures):
    others = compared_by(Means(), pictures[:2])
    means = pictures.mean((1, 2))
    expected = means @ means[1] / np.linalg.norm(means, axis=1) / np.linalg.norm(means[1])
    np.testing.assert_allclose(similarities(Means(), pictures, others, 1), expected, rtol=1e-6)


def test_scores_of_a_pair_scorer(pictures):
    scorer = Nearness()
    others = compared_by(scorer, pictures[:2])
    scores = similarities(scorer, pictures, others, 1)
    means = pictures.mean((1, 2))
    np.testing.assert_allclose(scores, -np.abs(means - means[1]).mean(1), rtol=1e-6)
    assert scores.dtype == np.float64
    assert scores[1] == 0
