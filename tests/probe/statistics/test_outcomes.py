"""Comparisons by pair of people, from lists and from tables."""

import numpy as np
import pytest

from probe.statistics import strangers_from
from probe.statistics.outcomes import outcomes_of_scores


@pytest.mark.parametrize("threshold", [-9.0, 0.9, 9.0])
def test_a_table_of_all_pairs_and_a_sorted_list_count_alike(threshold, monkeypatch):
    rng = np.random.default_rng(3)
    first, second = rng.integers(0, 5, 200), rng.integers(5, 40, 200)
    listed = strangers_from([(rng.normal(size=200).round(1), first, second)], 40, subjects=5)
    found = {}
    for most in (0, 10**6):
        monkeypatch.setattr("probe.statistics.outcomes.MOST_EMPTY", most)
        found[most] = outcomes_of_scores(listed, threshold)
    assert len(found[0].first) < 175  # some pairs are absent
    for name in ("above", "compared", "means", "first", "second"):
        one, other = (getattr(each, name) for each in found.values())
        np.testing.assert_array_equal(one, other)
    assert found[0].above.sum() == (listed.scores > threshold).sum()
