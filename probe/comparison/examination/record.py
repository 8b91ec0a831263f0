"""Records of `examination.json`: empty, joined, and figures as they stand in them."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence

from probe.runs.examination import ExaminationRecord, IntervalRecord
from probe.statistics import Interval
from probe.wording.message import Json


def empty_record() -> ExaminationRecord:
    """A record of nothing yet."""
    return {
        "examined": [], "curves": [], "traces": [], "identification": [], "people": [],
        "concentration": [], "calibration": [], "flow": [], "groups": [], "group_pairs": [],
        "differentials": [], "absent": [],
    }  # fmt: skip


def joined(records: Sequence[ExaminationRecord]) -> ExaminationRecord:
    """Several records in one."""
    whole = empty_record()
    for record in records:
        whole["examined"] += record["examined"]
        whole["curves"] += record["curves"]
        whole["traces"] += record["traces"]
        whole["identification"] += record["identification"]
        whole["people"] += record["people"]
        whole["concentration"] += record["concentration"]
        whole["calibration"] += record["calibration"]
        whole["flow"] += record["flow"]
        whole["groups"] += record["groups"]
        whole["group_pairs"] += record["group_pairs"]
        whole["differentials"] += record["differentials"]
        whole["absent"] += record["absent"]
    return whole


def interval_record(interval: Interval) -> IntervalRecord:
    """A figure with its interval."""
    return {
        "value": number(interval.estimate),
        "low": number(interval.low),
        "high": number(interval.high),
        "note": message(interval.note),
    }


def number(value: float) -> float | None:
    """A number; None for one that is not known."""
    return float(value) if math.isfinite(value) else None


def message(stored: str) -> Json:
    """A message as plain data; empty for none."""
    data: Json = json.loads(stored) if stored else ""
    return data
