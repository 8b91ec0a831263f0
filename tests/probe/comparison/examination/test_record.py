"""Records are joined; what is not known is None."""

import numpy as np

from probe.comparison.examination.record import (
    empty_record,
    interval_record,
    joined,
    message,
    number,
)
from probe.statistics import Interval
from probe.wording import Message


def test_records_are_joined():
    absent = {"protocol": "a", "backbone": "b", "sections": [], "note": ""}
    one = {**empty_record(), "absent": [absent]}
    assert joined([one, one])["absent"] == [absent, absent]
    assert joined([]) == empty_record()


def test_what_is_not_known_is_none():
    note = Message("note-one-subject").json()
    record = interval_record(Interval(0.5, np.nan, np.nan, "none", note))
    assert record == {
        "value": 0.5, "low": None, "high": None,
        "note": {"id": "note-one-subject", "values": {}},
    }  # fmt: skip
    assert number(np.inf) is None
    assert message("") == ""
