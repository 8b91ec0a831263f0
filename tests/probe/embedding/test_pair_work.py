"""Pairs are scored tile by tile, in bounded memory, and what a scorer gives is checked."""

import numpy as np
import pytest

from probe.embedding import pair_work
from probe.embedding.pair_work import PairBlock, PairWork
from probe.embedding.pairwise import score_pairs
from probe.errors import BackboneError
from tests.probe.embedding.test_pairwise import Reds, every_pair, expected, records, task


def test_a_block_has_the_scores_of_its_pairs_whatever_came_before():
    pairs = every_pair(11)
    work = PairWork(Reds(), task(Reds()).preparation, records(11), 1)
    last = PairBlock(pairs[40:], ("8", "9"))
    first = work(last)
    work(PairBlock(pairs[:40], ("0", "1")))
    np.testing.assert_array_equal(work(last), first)
    assert (work.prepared, str(last)) == (11, "8 + 9 ...")


def test_a_picture_is_prepared_once_where_memory_allows():
    scorer = Reds()
    score_pairs(task(scorer), records(30), every_pair(30))
    assert sum(scorer.prepared) == 30
    assert max(scorer.prepared) == scorer.batch


def test_with_little_memory_pictures_are_prepared_again(monkeypatch):
    monkeypatch.setattr(pair_work, "TOWERS", 1)
    scorer, pairs = Reds(symmetric=True), every_pair(30)
    scores, _ = score_pairs(task(scorer), records(30), pairs)
    np.testing.assert_allclose(scores, expected(pairs, True), rtol=1e-5)
    assert 30 < sum(scorer.prepared) < 30 * 8


@pytest.mark.parametrize(
    ("method", "value", "words"),
    [
        ("score", lambda a, b: np.full(len(a), np.nan), "NaN or infinite"),
        ("score", lambda a, b: np.zeros((len(a), 2)), r"4 pairs gave scores of shape \(4, 2\)"),
        ("prepare", lambda p: [1, 2], "prepare.. gave a list for 4 pictures"),
        ("prepare", lambda p: np.zeros(3), "prepare.. gave a ndarray for 4 pictures"),
    ],
)
def test_what_a_scorer_gives_is_checked(method, value, words):
    scorer = Reds()
    setattr(scorer, method, value)
    with pytest.raises(BackboneError, match=words):
        score_pairs(task(scorer), records(8), every_pair(8))
