"""Figures without each person against brute force, and intervals of paired differences."""

import numpy as np
import pytest
from sklearn.metrics import average_precision_score

from probe.errors import ComparisonError
from probe.retrieval import evaluate_vectors, labels
from probe.retrieval.paired import (
    FIGURES,
    TRAININGS,
    figures_without_people,
    trained_difference,
    training_pairs,
)
from probe.statistics import paired_mean_interval
from probe.statistics.jackknife import SUBJECTS, Jackknifed


def data(seed, people=7, pictures=6, cameras=3, dimension=5, strangers=4):
    """Vectors and labels of both sides; the gallery has people who are no query."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(people + strangers, dimension))
    sides = []
    for highest in (people, people + strangers):
        who = rng.integers(0, highest, people * pictures)
        vectors = centres[who] + rng.normal(size=(len(who), dimension))
        sides.append((vectors, labels(who, rng.integers(0, cameras, len(who)))))
    (query, query_labels), (gallery, gallery_labels) = sides
    return query, gallery, query_labels, gallery_labels


def brute(query, gallery, query_labels, gallery_labels, person, rule):
    """The figures on the data without a person."""
    q, g = query_labels.people != person, gallery_labels.people != person
    found = evaluate_vectors(
        query[q], gallery[g], query_labels.only(q), gallery_labels.only(g), rule
    )
    return found.mean_ap, float(found.cmc[0]), found.mean_inp


@pytest.mark.parametrize("rule", ["market1501", "any-camera"])
@pytest.mark.parametrize("seed", range(4))
def test_deletions_equal_evaluations_without_the_person(seed, rule):
    sides = data(seed)
    found = figures_without_people(*sides, rule)
    people = np.unique(sides[2].people)
    for number, name in enumerate(FIGURES):
        expected = [brute(*sides, person, rule)[number] for person in people]
        np.testing.assert_allclose(found[name].deleted[SUBJECTS], expected, atol=1e-12)
        assert found[name].estimate == pytest.approx(brute(*sides, -5, rule)[number], abs=1e-12)


def test_mean_ap_is_that_of_scikit_learn():
    query, gallery, query_labels, gallery_labels = data(9)
    cosines = (query / np.linalg.norm(query, axis=1, keepdims=True)) @ (
        gallery / np.linalg.norm(gallery, axis=1, keepdims=True)
    ).T
    scores = []
    for row, person, camera in zip(cosines, query_labels.people, query_labels.cameras, strict=True):
        same = gallery_labels.people == person
        kept = ~(same & (gallery_labels.cameras == camera))
        if same[kept].any():
            scores.append(average_precision_score(same[kept], row[kept]))
    found = figures_without_people(query, gallery, query_labels, gallery_labels)
    assert found["mAP"].estimate == pytest.approx(np.mean(scores), abs=1e-9)


def statistic(values):
    """The mean of a figure of people, with deletions."""
    values = np.asarray(values, float)
    without = (values.sum() - values) / (len(values) - 1)
    return Jackknifed(float(values.mean()), {SUBJECTS: without})


def test_one_training_each_is_the_paired_interval_of_people():
    rng = np.random.default_rng(1)
    a, b = rng.random(30), rng.random(30)
    found = trained_difference([statistic(a)], [statistic(b)])(0.95)
    expected = paired_mean_interval(a, b)
    assert (found.estimate, found.low, found.high) == pytest.approx(
        (expected.estimate, expected.low, expected.high)
    )
    assert found.method == "paired jackknife over people"


def test_trainings_widen_the_interval_by_their_variance():
    people = np.random.default_rng(2).random(40)
    first = [statistic(people)] * 3
    second = [statistic(people + step) for step in (0.1, 0.2, 0.3)]
    found = trained_difference(first, second)(0.95)
    # People change nothing here: what is left is Student's t of three differences.
    half = 4.302653 * 0.1 / np.sqrt(3)
    assert (found.low, found.high) == pytest.approx((0.2 - half, 0.2 + half))
    assert found.method == "paired jackknife over people and trainings"


def test_a_single_training_stands_beside_each_of_the_others():
    first, second = [statistic(np.zeros(9))], [statistic(np.arange(9) * k) for k in (1, 2, 3)]
    assert len(training_pairs(first, second)) == 3
    found = trained_difference(first, second)(0.95)
    assert found.estimate == pytest.approx(8.0)
    assert TRAININGS not in found.method


def test_few_people_have_no_interval():
    few = statistic([0.1, 0.2, 0.4])
    found = trained_difference([few], [few])(0.95)
    assert found.refused
    assert "note-too-few-subjects" in found.note


def test_what_does_not_go_together_is_refused():
    nine, eight = statistic(np.arange(9)), statistic(np.arange(8))
    for first, second in (([nine] * 2, [nine] * 3), ([], [nine])):
        with pytest.raises(ComparisonError, match="cannot be paired"):
            trained_difference(first, second)
    with pytest.raises(ComparisonError, match="same people"):
        trained_difference([nine], [eight])
    with pytest.raises(ComparisonError, match="'trapezoid'"):
        figures_without_people(*data(1), "trapezoid")
    query, gallery, query_labels, gallery_labels = data(1)
    one = query_labels.people == 0
    with pytest.raises(ComparisonError, match="another one is left"):
        figures_without_people(query[one], gallery, query_labels.only(one), gallery_labels)
