"""Sums by pair of people equal a loop over comparisons."""

import numpy as np

from probe.comparison.person_tables import PersonTables
from probe.comparison.stranger_block import StrangerBlock
from tests.probe.comparison.test_stranger_block import block


def test_sums_equal_a_loop():
    made, thresholds = block(), np.array([0.5, np.nan, -0.25])
    missing = np.where(made.compared, made.scores, np.nan)
    tables = PersonTables(6, 7, thresholds)
    for rows in (slice(0, 3), slice(3, 6)):
        tables.add(StrangerBlock(missing[rows], made.compared[rows], made.first[rows], made.second))
    scores, first, second = made.listed()
    for left in range(6):
        for right in range(7):
            theirs = scores[(first == left) & (second == right)]
            np.testing.assert_allclose(tables.scores[left, right], theirs.sum(), atol=1e-15)
            assert tables.compared[left, right] == len(theirs)
            above = [(theirs > threshold).sum() for threshold in thresholds]
            assert tables.passed[:, left, right].tolist() == above
    np.testing.assert_allclose(tables.squares, scores @ scores)


def test_without_thresholds_nothing_passes():
    made = block()
    tables = PersonTables(6, 7, np.empty(0))
    tables.add(made)
    assert tables.passed.shape == (0, 6, 7)
    assert tables.compared.sum() == made.compared.sum()
