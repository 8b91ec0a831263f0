"""A picture has one vector, a pair one score: alone, among others, and the second time."""

import numpy as np
import pytest

from probe.contracts import BackboneCard, PairScorer
from probe.embedding.repeatability import (
    check_repeatable,
    check_repeatable_scores,
    made_pictures,
)
from probe.errors import BackboneError


def means(images):
    return images.reshape(len(images), -1, 3).mean(axis=1).astype(np.float32)


class Model:
    """What `check_repeatable` asks of a backbone."""

    precision = "float32"

    def __init__(self, planted, function):
        self.card = planted(lambda picture: picture[0, 0]).card
        self.embed = function


def test_made_pictures_are_the_same_every_time():
    first = made_pictures((32, 16))
    assert first.shape == (3, 32, 16, 3)
    np.testing.assert_array_equal(first, made_pictures((32, 16)))
    assert len(np.unique(means(first), axis=0)) == 3


def test_a_sound_model_passes(planted):
    check_repeatable(Model(planted, means))


def test_batch_norm_in_training_mode_is_refused(planted):
    def batch_normed(images):
        vectors = means(images)
        return (vectors - vectors.mean(axis=0)) / (vectors.std(axis=0) + 1e-5)

    with pytest.raises(BackboneError, match="depends on the other pictures of its batch") as caught:
        check_repeatable(Model(planted, batch_normed))
    assert "model.eval()" in caught.value.hint


def test_chance_is_refused(planted):
    drawn = np.random.default_rng(0)
    with pytest.raises(BackboneError, match="another vector the second time"):
        check_repeatable(Model(planted, lambda x: means(x) * drawn.choice([0, 1], (len(x), 3))))


class Scorer(PairScorer):
    """A pair scorer that ends with `function` of its scores."""

    card = BackboneCard("pairs", input_size=(32, 16), needs_weights=False, score_range=(-255, 0))

    def __init__(self, function):
        self.function = function

    def score(self, first, second):
        return self.function(-np.abs(means(first) - means(second)).mean(axis=1))


def test_a_sound_scorer_passes():
    check_repeatable_scores(Scorer(lambda scores: scores))
    check_repeatable_scores(Scorer(np.zeros_like))


def test_scores_that_depend_on_the_batch_are_refused():
    with pytest.raises(BackboneError, match="score of a pair depends on the other pairs"):
        check_repeatable_scores(Scorer(lambda scores: scores - scores.mean()))


def test_scores_by_chance_are_refused():
    drawn = np.random.default_rng(0)
    with pytest.raises(BackboneError, match="the same pair gives another score the second time"):
        check_repeatable_scores(Scorer(lambda scores: scores * drawn.uniform(0.5, 1, len(scores))))
