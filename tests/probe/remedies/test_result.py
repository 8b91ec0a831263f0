"""Results of remedies, as they are stored."""

import numpy as np

from probe.remedies import RemedyResult
from probe.statistics import Interval


def test_a_row_has_no_number_that_is_none():
    change = Interval(0.2, np.nan, np.nan, "none", "few people", 3, 0.95)
    row = RemedyResult(("mask", "views-3"), 0.5, retention_change=change, note="read this").row()
    assert row == {
        "name": "mask + views-3", "retention": 0.5, "fnmr": None,
        "retention_change": [0.2, None, None], "fnmr_change": None,
        "milliseconds": None, "note": "read this",
    }  # fmt: skip
    assert RemedyResult(()).name == "nothing"
