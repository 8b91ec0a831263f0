"""Searches for a person in galleries: closed set (rank) and open set (FNIR)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from probe.comparison.examination.examined import ConditionScores, Examined
from probe.comparison.examination.record import interval_record
from probe.runs.examination import IdentificationRecord
from probe.statistics import Interval
from probe.statistics.identification import open_set_misses, rank_rate, supported

GALLERIES = (10, 100, 1000)
"""Sizes of galleries (ours): a small team, a building, a site."""

RANKS = {"rank_1": 1, "rank_5": 5}
"""Ranks whose rate is stated, by name."""

FPIR = 0.1
"""False positive identification rate of open-set figures (ours: one stranger in ten matches
somebody; few people resolve a lower one)."""


def searches(examined: Examined) -> Iterator[IdentificationRecord]:
    """Every figure that the strangers of a condition support."""
    for one in examined.conditions:
        for gallery in GALLERIES:
            for name, rank in RANKS.items() if supported(one.strangers, gallery) else ():
                rate = rank_rate(one.mated, one.strangers, gallery, rank, examined.numbers)
                yield _record(examined, one, (name, gallery, None), rate)
            missed = open_set_misses(one.mated, one.strangers, gallery, FPIR, examined.numbers)
            if math.isfinite(missed.estimate):
                yield _record(examined, one, ("fnir", gallery, FPIR), missed)


def _record(
    examined: Examined,
    one: ConditionScores,
    search: tuple[str, int, float | None],
    interval: Interval,
) -> IdentificationRecord:
    figure, gallery, fpir = search
    return {
        **examined.model,
        "condition": one.condition,
        "figure": figure,
        "gallery": gallery,
        "fpir": fpir,
        **interval_record(interval),
    }
