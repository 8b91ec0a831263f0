"""Ranked walks: by falling score, ties as the walks are, nobody of the own camera."""

import numpy as np

from probe.matching.ranking import rank_walks

NAMES = ["a/1", "a/2", "b/1", "b/2", "b/3"]
NAN = np.nan
SCORES = np.array(
    [
        [NAN, NAN, 0.2, 0.9, 0.2],
        [NAN, NAN, 0.1, 0.3, 0.50000049],
        [0.2, 0.1, NAN, NAN, NAN],
        [0.9, 0.3, NAN, NAN, NAN],
        [0.2, 0.5, NAN, NAN, NAN],
    ]
)


def test_order_and_threshold():
    first, second, *_ = rank_walks(NAMES, SCORES, "model", 0.3, 10)
    assert [one.walk for one in first.ranked] == ["b/2", "b/1", "b/3"]
    assert [one.above for one in second.ranked] == [True, False, False], "0.3 is not above 0.3"
    assert (second.above, second.compared) == (1, 3)
    assert second.ranked[0].score == 0.5


def test_without_a_threshold_nothing_is_above_it():
    query = rank_walks(NAMES, SCORES, "model", None, 1)[2]
    assert (query.above, query.compared, len(query.ranked)) == (None, 2, 1)
    assert query.ranked[0].above is None


def test_counts_are_of_all_walks_not_of_those_kept():
    query = rank_walks(NAMES, SCORES, "model", 0.0, 1)[0]
    assert (query.above, len(query.ranked)) == (3, 1)
