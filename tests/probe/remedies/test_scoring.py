"""Scores under remedies."""

import numpy as np
import pytest

from probe.remedies.scoring import Scored, Scoring, Side, score_all


def side(vectors, people):
    unit = np.asarray(vectors, float)
    unit = unit / np.linalg.norm(unit, axis=1, keepdims=True)
    return Side(unit, np.asarray(people), np.array([f"{id(vectors)}{k}" for k in range(len(unit))]))


def test_scores_are_cosines_and_skip_a_picture_with_itself():
    rng = np.random.default_rng(0)
    one = side(rng.normal(size=(6, 4)), [0, 0, 1, 1, 2, 2])
    found = score_all(one, one, Scoring())
    own = found.of_subjects(3)
    assert [len(each) for each in own] == [2, 2, 2]
    assert own[0][0] == pytest.approx(one.vectors[0] @ one.vectors[1])
    assert found.pair_means(3, 3)[0, 1] == pytest.approx(
        (one.vectors[:2] @ one.vectors[2:4].T).mean()
    )
    assert np.isnan(np.diag(found.pair_means(3, 3))).all()
    assert found.directions == 2
    scores, first, second = found.strangers()
    assert len(scores) == 24
    assert (first != second).all()


def test_score_normalisation_is_the_symmetric_one():
    rng = np.random.default_rng(1)
    asked, gallery = side(rng.normal(size=(1, 5)), [0]), side(rng.normal(size=(1, 5)), [1])
    cohort = side(rng.normal(size=(6, 5)), [0, 1, 2, 3, 4, 5])
    found = score_all(asked, gallery, Scoring(cohort=cohort)).strangers()[0]
    q, g, c = asked.vectors[0], gallery.vectors[0], cohort.vectors[2:]
    expected = (
        (q @ g - (c @ q).mean()) / (c @ q).std() + (q @ g - (c @ g).mean()) / (c @ g).std()
    ) / 2
    assert found[0] == pytest.approx(expected)


def test_strangers_who_pass_weigh_the_same_by_pair_of_people():
    blocks = ((0, 0, np.array([0.9])), (0, 1, np.array([0.9, 0.9, 0.1, 0.1])), (1, 0, np.zeros(1)))
    assert Scored(blocks).passing(0.5) == 0.25
    assert np.isnan(Scored(blocks[:1]).passing(0.5))
