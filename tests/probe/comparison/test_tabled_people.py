"""Tables of all pairs of people (their figures are held to a loop in `test_tally.py`)."""

import numpy as np

from probe.comparison.tabled_people import shares_of


def test_nothing_counted_is_no_share():
    found = shares_of(np.array([[0, 2, 0]]), np.array([[4, 4, 0]]))
    np.testing.assert_array_equal(found, [[0.0, 0.5, np.nan]])
