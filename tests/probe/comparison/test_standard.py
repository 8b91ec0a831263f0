"""Strangers of the standard condition: once a picture, over all protocols, split by people."""

import numpy as np
import pytest

from probe.comparison import (
    NoScores,
    VectorScores,
    check_halves,
    standard_strangers,
    tuning_half,
)
from probe.errors import UsageError
from tests.probe.comparison.test_cells import brute_strangers, cosine, photographs, study


def test_a_picture_that_two_protocols_share_counts_once():
    images, embeddings = study(photographs())
    scores = VectorScores(embeddings)
    one, two = (standard_strangers([images] * n, scores) for n in (1, 2))
    np.testing.assert_array_equal(one.ranked.scores, two.ranked.scores)
    _, expected = brute_strangers(images, cosine(embeddings), 1, 1, "at_large")
    np.testing.assert_allclose(one.ranked.scores, sorted(expected, reverse=True), atol=1e-12)
    assert (one.subjects, one.strangers) == (5, 5)


def test_halves_share_no_comparison_and_are_the_same_on_every_run():
    images, embeddings = study(photographs(9))
    tuning = tuning_half([images])
    assert tuning == tuning_half([images])
    strangers = standard_strangers([images], VectorScores(embeddings), tuning)
    people = np.array(strangers.people)
    for half, inside in ((strangers.tuning_scores, True), (strangers.testing_scores, False)):
        names = {*people[half.first], *people[half.second]}
        assert all((name in tuning) == inside for name in names)
    flags = strangers.testing_flags(strangers.people)
    assert flags.tolist() == [name not in tuning for name in strangers.people]
    assert strangers.numbers_of(["s2", "nobody"]) == (2, -1)


def test_without_a_split_everybody_serves_for_both():
    images, embeddings = study(photographs())
    strangers = standard_strangers([images], VectorScores(embeddings))
    assert strangers.tuning_scores is strangers.ranked
    assert strangers.testing_scores is None
    assert strangers.testing_flags(strangers.people) is None


def test_a_split_that_leaves_too_few_is_refused_before_any_score():
    small = study(photographs(5))[0]
    with pytest.raises(UsageError, match="half of the people"):
        check_halves([small], tuning_half([small]), 0.0001)
    with pytest.raises(UsageError, match="cannot be split"):
        tuning_half([study(photographs(3))[0]])
    assert len(NoScores([small]).row) == len({r.image_id for r in small.records})
