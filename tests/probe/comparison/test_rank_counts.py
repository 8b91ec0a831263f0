"""Numbers of scores below values equal what sorting all of them says."""

import numpy as np

from probe.comparison.rank_counts import RankCounts


def test_counts_equal_those_of_all_scores_sorted():
    rng = np.random.default_rng(1)
    scores = np.clip(rng.normal(0.2, 0.3, (350, 400)), -1, 1).round(4)
    meant = rng.random(scores.shape) < 0.9
    values = np.unique(np.concatenate([scores[0], rng.uniform(-1, 1, 500), [-1.0, 1.0]]))
    counts = RankCounts(values)
    for rows in np.array_split(np.arange(350), 7):
        counts.add(np.where(meant[rows], scores[rows], np.nan), meant[rows])
    ranked = np.sort(scores[meant])
    np.testing.assert_array_equal(counts.below, np.searchsorted(ranked, values, side="left"))
    np.testing.assert_array_equal(counts.up_to, np.searchsorted(ranked, values, side="right"))


def test_scores_beyond_the_values_are_counted():
    counts = RankCounts(np.array([-3.0, 0.0, 4.0]))
    scores = np.array([[-9.0, -3.0, 0.0, 1.0, 1.5, 4.0, 1e300]])
    counts.add(scores, np.ones(scores.shape, bool))
    assert counts.below.tolist() == [1, 2, 5]
    assert counts.up_to.tolist() == [2, 3, 6]
