"""Detection error trade-offs of every condition: points with intervals, and whole curves."""

from __future__ import annotations

from collections.abc import Iterator

from probe.comparison.examination.examined import Examined
from probe.comparison.examination.record import interval_record
from probe.runs.examination import CurveRecord, TraceRecord
from probe.statistics import threshold_at
from probe.statistics.fnmr import population_fnmr_interval
from probe.statistics.trade_off import trade_off

RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""False match rates of a curve (ours: the round ones)."""


def curves(examined: Examined) -> Iterator[CurveRecord]:
    """The points of every condition that its strangers resolve."""
    for one in examined.conditions:
        for rate in RATES:
            threshold = threshold_at(one.strangers, rate)
            if threshold.resolved:
                interval = population_fnmr_interval(one.mated, threshold, examined.numbers)
                yield {
                    **examined.model,
                    "condition": one.condition,
                    "fmr": rate,
                    **interval_record(interval),
                }


def traces(examined: Examined) -> Iterator[TraceRecord]:
    """The whole curve of every condition."""
    for one in examined.conditions:
        fmr, fnmr = trade_off(one.mated, one.strangers)
        yield {
            **examined.model,
            "condition": one.condition,
            "fmr": fmr.tolist(),
            "fnmr": fnmr.tolist(),
        }
