"""Mated scores against a loop over the pictures of every subject."""

from dataclasses import replace

import numpy as np
import pytest

from probe.comparison import VectorScores, cast_of
from probe.comparison.mated import GatheredPairs, mated_pairs, mated_scores, most_pairs
from tests.probe.comparison.test_cells import brute_mated, cosine, photographs, study


@pytest.mark.parametrize(("i", "j"), [(0, 0), (0, 2), (1, 2)])
def test_scores_rates_and_weights_equal_a_loop(i, j):
    records = [r for r in photographs() if not (r.subject == "s1" and r.condition == 0)]
    images, embeddings = study(records)
    scores = VectorScores(embeddings)
    mated = mated_scores(scores, cast_of(images, scores), i, j)
    expected = list(brute_mated(images, cosine(embeddings), i, j).values())
    for mine, theirs in zip(mated.by_subject, expected, strict=True):
        np.testing.assert_allclose(np.sort(mine), np.sort(theirs), atol=1e-12)
    means = [np.mean(s) if s else np.nan for s in expected]
    np.testing.assert_allclose(mated.means, means, atol=1e-12)
    rates = [np.mean(np.array(s) <= 0.5) if s else np.nan for s in expected]
    np.testing.assert_allclose(mated.miss_rates(0.5), rates)
    assert mated.weights.sum() == pytest.approx(sum(bool(s) for s in expected))


def joined(scores, cast, *places):
    pairs = GatheredPairs(cast, places)
    for i, j in places:
        pairs.add(mated_pairs(i, j, mated_scores(scores, cast, i, j)))
    return pairs.joined(tuple(scores.row))


def test_there_is_no_room_for_pairs_that_are_not_compared():
    images, embeddings = study(photographs(3))
    scores = VectorScores(embeddings)
    cast = replace(cast_of(images, scores), across=True)
    places = tuple(replace(side, places=side.places % 2) for side in cast.subject_sides)
    pairs = joined(scores, replace(cast, subject_sides=places), (0, 1), (1, 2))
    assert len(pairs) == len(pairs.rows) == len(pairs.i) == len(pairs.scores) < 3 * (3 * 2 + 2 * 4)


def test_pairs_name_the_pictures_of_their_scores():
    images, embeddings = study(photographs(3))
    scores, unit = VectorScores(embeddings), cosine(embeddings)
    cast = cast_of(images, scores)
    pairs = joined(scores, cast, (0, 0), (0, 1))
    assert len(pairs) == most_pairs(cast, 0, 0) + most_pairs(cast, 0, 1) == 3 * (3 + 3 * 2)
    condition = {r.image_id: r.condition for r in images.records}
    subject = {r.image_id: r.subject for r in images.records}
    for i, j, a, b, score in zip(pairs.i, pairs.j, *pairs.images, pairs.scores, strict=True):
        assert (condition[a], condition[b]) == (i, j)
        assert subject[a] == subject[b]
        assert score == pytest.approx(float(unit[a] @ unit[b]), abs=1e-12)


def test_pairs_of_another_model_keep_its_scores_and_share_the_pictures():
    images, embeddings = study(photographs(3))
    scores = VectorScores(embeddings)
    cast = cast_of(images, scores)
    one, other = (joined(scores, cast, place) for place in ((0, 1), (0, 2)))
    again = replace(one, rows=one.rows.copy(), scores=-one.scores)
    assert again.same_pictures(one)
    assert not other.same_pictures(one)
    assert not replace(one, ids=one.ids[::-1]).same_pictures(one)
    shared = one.scored(again.scores)
    assert shared.rows is one.rows
    np.testing.assert_array_equal(shared.scores, -one.scores)


@pytest.mark.parametrize("pictures", [4096, 1])
def test_pairs_of_few_and_of_many_pictures_have_the_same_scores(pictures, monkeypatch):
    monkeypatch.setattr("probe.comparison.scores.ALL_AT_ONCE", pictures)
    monkeypatch.setattr("probe.comparison.scores.PAIRS_AT_ONCE", 7)
    images, embeddings = study(photographs(4))
    scores, unit = VectorScores(embeddings), cosine(embeddings)
    mated = mated_scores(scores, cast_of(images, scores), 0, 2)
    ids = tuple(scores.row)
    expected = [float(unit[ids[a]] @ unit[ids[b]]) for a, b in mated.rows]
    np.testing.assert_allclose(mated.scores, expected, atol=1e-12)
    assert mated.counts.tolist() == [12] * 4
