"""What errors of pairs do to a count of people between two cameras."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from probe.comparison.examination.examined import Examined
from probe.comparison.examination.record import message, number
from probe.runs.examination import FlowRecord
from probe.statistics import fnmr_interval
from probe.statistics.flow import FlowError, PeopleErrors, flow_error
from probe.statistics.fmr import false_match_rate

BOTH = 0.975
"""Level of the two intervals that an error of a count rests on: both hold at once in 95 %."""

SURVEYED = (10, 30, 100, 300)
"""People at either camera of a survey (ours)."""

TRAVELLERS = 0.5
"""Share of them who went from one to the other (ours)."""


def counts(examined: Examined) -> Iterator[FlowRecord]:
    """Surveys with all changed conditions at the second camera, each as often."""
    missed, matched = examined.missed, examined.matched[: examined.subjects]
    both = np.flatnonzero(np.isfinite(missed) & np.isfinite(matched))
    if not len(both):
        return
    errors = PeopleErrors(
        missed[both],
        matched[both],
        fnmr_interval(missed[both], level=BOTH),
        false_match_rate(examined.pairs.outcomes(), BOTH).interval,
    )
    for people in SURVEYED:
        yield _record(examined, flow_error(errors, people, TRAVELLERS))


def _record(examined: Examined, error: FlowError) -> FlowRecord:
    return {
        **examined.model,
        "people": error.people,
        "travellers": error.travellers,
        "value": number(error.error),
        "low": number(error.low),
        "high": number(error.high),
        "least": number(error.least),
        "most": number(error.most),
        "note": message(error.note),
    }
