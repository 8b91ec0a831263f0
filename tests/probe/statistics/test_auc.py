"""Placements, AUC and its interval against scikit-learn and real deletions of people."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from probe.statistics import auc_by_subject, auc_interval, strangers_from
from probe.statistics.intervals import pseudo_subject_limits


def cell(rng, people=9, subjects=7):
    """Mated scores of each subject, and the scores of strangers with the two people of each."""
    who = np.repeat(np.arange(people), 3)
    a, b = np.nonzero(who[:, None] != who[None, :])
    effect = rng.normal(size=people)
    scores = (effect[who[a]] + effect[who[b]] + rng.normal(size=len(a))).round(1)
    mated = [rng.normal(2, 1, size=rng.integers(1, 8)).round(1) for _ in range(subjects)]
    return mated, scores, who[a], who[b]


def reference(mated, nonmated):
    labels = np.r_[np.ones(len(mated)), np.zeros(len(nonmated))]
    return roc_auc_score(labels, np.r_[mated, nonmated])


def test_placements_and_their_variance_equal_real_deletions(rng):
    mated, scores, first, second = cell(rng)
    mated[3] = np.empty(0)
    scored, people = np.array([0, 1, 2, 4, 5, 6]), np.arange(9)

    def placement(subjects, kept):
        pool = scores[np.isin(first, kept) & np.isin(second, kept)]
        return np.mean([1 - reference(mated[s], pool) for s in subjects])

    by_subject = [placement(scored[scored != s], people[people != s]) for s in scored]
    by_stranger = [placement(scored, people[people != s]) for s in (3, 7, 8)]
    expected = np.array([placement([s], people) for s in scored])
    variance = sum((len(v) - 1) * np.var(v) for v in (by_subject, by_stranger))
    placements, extra = auc_by_subject(mated, strangers_from([(scores, first, second)], 9))
    np.testing.assert_allclose(placements[scored], expected, atol=1e-12)
    assert np.isnan(placements[3])
    assert extra == pytest.approx(max(0, variance - np.var(expected, ddof=1) / 6), abs=1e-12)
    interval = auc_interval(placements, extra)
    assert interval.low < interval.estimate < interval.high


def test_the_interval_mirrors_placements(rng):
    placements = rng.uniform(0, 0.1, size=25) ** 2
    interval = auc_interval(placements)
    low, high = pseudo_subject_limits(placements, top=0.5)
    expected = (1 - placements.mean(), 1 - high, 1 - low)
    assert (interval.estimate, interval.low, interval.high) == pytest.approx(expected)
    assert auc_interval(np.zeros(25)).high == 1


def test_one_small_placement_does_not_shut_out_a_perfect_auc():
    placements = np.zeros(50)
    placements[7] = 1e-3
    assert auc_interval(placements).high == 1


@pytest.mark.parametrize(
    ("subjects", "words"), [(0, "no subject"), (1, "one subject"), (4, "at least 5")]
)
def test_too_few_subjects_are_refused_in_words(subjects, words):
    interval = auc_interval(np.full(subjects, 0.5))
    assert interval.refused
    assert words in interval.note
