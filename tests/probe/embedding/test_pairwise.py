"""Pairs are scored once, in blocks, kept at once, and in bounded memory."""

import time

import numpy as np
import pytest

from probe.contracts import BackboneCard, PairScorer
from probe.embedding import pairwise
from probe.embedding.loaded import ModelKey
from probe.embedding.pairwise import PairTask, score_pairs
from probe.embedding.vector_cache import VectorCache
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord
from probe.wording import wording_of

SIZE = (8, 4)


class Drawn:
    """A picture made from its number."""

    def __init__(self, number):
        self.number = number

    def load(self):
        return np.random.default_rng(self.number).integers(0, 256, (*SIZE, 3), dtype=np.uint8)


def records(count):
    return [
        ImageRecord(f"{k:04d}", "p", "s", "subject", 0, "", "", "", str(k), f"{k}", Drawn(k), *SIZE)
        for k in range(count)
    ]


class Reds(PairScorer):
    """How much redder the first picture is, and their likeness; counts what it is asked."""

    batch = 4

    def __init__(self, symmetric=False, tower=True):
        self.card = BackboneCard("reds", input_size=SIZE, score="logit", score_range=None)
        self.symmetric = symmetric
        self.tower = tower
        self.prepared, self.scored = [], 0

    def prepare(self, pictures):
        self.prepared += [len(pictures)]
        return pictures[..., 0].mean((1, 2)) if self.tower else pictures

    def score(self, first, second):
        self.scored += len(first)
        if not self.tower:
            first, second = (x[..., 0].mean((1, 2)) for x in (first, second))
        difference = first - second
        return (abs(difference) if self.symmetric else difference + 20).astype(np.float32)


def task(scorer, key="key"):
    return PairTask(scorer, Fitting(SIZE, "stretch"), ModelKey(key))


def every_pair(count):
    return np.stack(np.triu_indices(count, 1), axis=1).astype(np.int64)


def expected(pairs, symmetric):
    reds = np.array([Drawn(k).load()[..., 0].mean() for k in range(int(pairs.max()) + 1)])
    difference = reds[pairs[:, 0]] - reds[pairs[:, 1]]
    return np.abs(difference) if symmetric else np.full(len(pairs), 20.0)


@pytest.mark.parametrize("symmetric", [True, False])
@pytest.mark.parametrize("tower", [True, False])
def test_scores_are_those_of_the_scorer_in_the_order_asked(symmetric, tower):
    pairs = every_pair(11)[::-1]
    scorer = Reds(symmetric, tower)
    scores, tally = score_pairs(task(scorer), records(11), pairs)
    np.testing.assert_allclose(scores, expected(pairs, symmetric), rtol=1e-5)
    assert scorer.scored == len(pairs) * (1 if symmetric else 2)
    assert (tally.embedded, tally.cached, tally.pairs) == (11, 0, len(pairs))


def test_a_killed_run_loses_at_most_a_block(tmp_path, monkeypatch):
    monkeypatch.setattr(pairwise, "BLOCK", 20)

    class Stops(Reds):
        def score(self, first, second):
            if self.scored > 150:
                raise KeyboardInterrupt
            return super().score(first, second)

    cache, pairs = VectorCache(tmp_path), every_pair(20)
    stopped = Stops(symmetric=True)
    with pytest.raises(KeyboardInterrupt):
        score_pairs(task(stopped), records(20), pairs, cache=cache)
    again = Reds(symmetric=True)
    scores, _ = score_pairs(task(again), records(20), pairs, cache=cache)
    np.testing.assert_allclose(scores, expected(pairs, True), rtol=1e-5)
    assert again.scored <= len(pairs) - stopped.scored + 20
    assert again.scored < len(pairs)


def test_the_cache_knows_a_pair_in_either_order(tmp_path):
    cache, pairs = VectorCache(tmp_path), every_pair(9)
    first, _ = score_pairs(task(Reds()), records(9), pairs, cache=cache)
    scorer = Reds()
    again, tally = score_pairs(task(scorer), records(9), pairs[:, ::-1], cache=cache)
    assert np.array_equal(first, again)
    assert (scorer.scored, scorer.prepared) == (0, [])
    assert (tally.embedded, tally.cached) == (0, 9)


def test_nothing_is_kept_without_a_key(tmp_path):
    cache = VectorCache(tmp_path)
    score_pairs(task(Reds(), key=""), records(5), every_pair(5), cache=cache)
    assert cache.spaces() == []


def test_the_cost_is_told_before_the_pairs_are_scored():
    lines, scored = [], []
    scorer = Reds(symmetric=True)

    def say(line):
        lines.append(wording_of()(line))
        scored.append(scorer.scored)

    score_pairs(task(scorer), records(20), every_pair(20), say=say)
    assert lines[0] == "reds scores 190 pairs of 20 pictures"
    assert "about 1\u00a0s, as the first 4 pairs took" in lines[1]
    assert scored == [0, 4]


def test_what_pictures_cost_is_not_counted_once_a_pair():
    class Slow(Reds):
        def prepare(self, pictures):
            time.sleep(0.5)
            return super().prepare(pictures)

    lines = []
    score_pairs(task(Slow(symmetric=True)), records(20), every_pair(20), say=lines.append)
    seconds = lines[1].values["duration"].values["seconds"]
    assert 2 <= seconds < 12  # in proportion to the pairs alone it would be 50


def test_no_pairs_give_no_scores():
    scores, tally = score_pairs(task(Reds()), records(3), np.zeros((0, 2), np.int64))
    assert len(scores) == tally.pairs == 0
