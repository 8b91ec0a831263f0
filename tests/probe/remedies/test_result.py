"""Results of remedies, as they are stored."""

import numpy as np

from probe.remedies import RemedyResult
from probe.statistics import Interval
from probe.wording import Message


def test_a_row_has_no_number_that_is_none():
    change = Interval(0.2, np.nan, np.nan, "none", "few people", 3, 0.95)
    row = RemedyResult(("mask", "views-3"), 0.5, retention_change=change, note="read this").row()
    assert row == {
        "name": "mask + views-3", "label": "mask + views-3", "retention": 0.5, "fnmr": None,
        "passing": None,
        "retention_change": [0.2, None, None], "fnmr_change": None,
        "milliseconds": None, "note": "read this",
    }  # fmt: skip
    assert RemedyResult(()).name == "nothing"


def test_labels_and_notes_are_stored_as_messages():
    label, note = Message("remedy-mask"), Message("remedy-without-masks")
    row = RemedyResult(("mask",), label=label, note=note).row()
    assert (row["label"], row["note"]) == (label.data(), note.data())
