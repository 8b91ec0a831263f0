"""Error rates of groups of people at the run's threshold, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from probe.comparison.examination.examined import Examined
from probe.comparison.examination.record import interval_record, number
from probe.runs.examination import DifferentialRecord, GroupPairRecord, GroupRecord
from probe.statistics import Interval
from probe.statistics.confidence import FEWEST_SUBJECTS, IntervalAt
from probe.statistics.differential import differential
from probe.statistics.fmr import false_match_rate
from probe.statistics.intervals import fnmr_interval
from probe.statistics.outcomes import StrangerOutcomes

NOT_STATED = ""
"""Group of people whose group nobody stated."""


@dataclass(frozen=True, eq=False)
class Grouping:
    """The people of a protocol, grouped by one attribute.

    Attributes:
        attribute: such as `sex`.
        examined: their comparisons.
    """

    attribute: str
    examined: Examined

    @cached_property
    def of_person(self) -> NDArray[np.str_]:
        """`(people,)` everybody's group."""
        return np.array(self.examined.groups[self.attribute])

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Group -> how many of its subjects were compared with themselves; sorted by name."""
        subjects = self.of_person[: self.examined.subjects]
        compared = np.isfinite(self.examined.missed)
        names = sorted(set(subjects[compared].tolist()))
        return {name: int(np.count_nonzero(subjects[compared] == name)) for name in names}

    @property
    def large(self) -> list[str]:
        """The groups with enough people for any interval."""
        return [
            name
            for name, people in self.sizes.items()
            if name != NOT_STATED and people >= FEWEST_SUBJECTS
        ]

    def missed(self, group: str) -> NDArray[np.float64]:
        """Miss rates of the subjects of a group who were compared."""
        chosen = self.of_person[: self.examined.subjects] == group
        missed = self.examined.missed
        return np.asarray(missed[chosen & np.isfinite(missed)], np.float64)

    def met(self, first: str, second: str) -> StrangerOutcomes:
        """Comparisons of strangers of whom one is of the one group, and one of the other."""
        pairs = self.examined.pairs
        a, b = (self.of_person[side] for side in (pairs.first, pairs.second))
        return pairs.outcomes(((a == first) & (b == second)) | ((a == second) & (b == first)))


def group_misses(grouping: Grouping) -> Iterator[GroupRecord]:
    """The miss rate of every group; of those not stated how many they are."""
    for group, people in grouping.sizes.items():
        missed = grouping.missed(group)
        nothing = Interval(np.nan, np.nan, np.nan, "none")
        yield {
            **grouping.examined.model,
            "attribute": grouping.attribute,
            "group": group,
            "people": people,
            **interval_record(nothing if group == NOT_STATED else fnmr_interval(missed)),
        }


def group_matches(grouping: Grouping) -> Iterator[GroupPairRecord]:
    """False match rates within every group that has enough people, and between every two."""
    for first, second in combinations_with_replacement(grouping.large, 2):
        met = grouping.met(first, second)
        if len(met.first):
            yield {
                **grouping.examined.model,
                "attribute": grouping.attribute,
                "first": first,
                "second": second,
                "people": len(np.union1d(met.first, met.second)),
                "pairs": _pairs(met),
                **interval_record(false_match_rate(met).interval),
            }


def differentials(grouping: Grouping) -> Iterator[DifferentialRecord]:
    """How far the misses of the groups lie apart, and the false matches within them."""
    misses: dict[str, IntervalAt] = {
        group: partial(_missed_at, grouping.missed(group)) for group in grouping.large
    }
    matches: dict[str, IntervalAt] = {
        group: partial(_matched_at, met)
        for group in grouping.large
        if not false_match_rate(met := grouping.met(group, group)).interval.refused
    }
    for error, rates in (("misses", misses), ("matches", matches)):
        if len(rates) > 1:
            yield _record(grouping, error, rates)


def _record(grouping: Grouping, error: str, rates: dict[str, IntervalAt]) -> DifferentialRecord:
    names, measured = list(rates), differential(list(rates.values()))
    best, mean = measured.to_best, measured.to_mean
    return {
        **grouping.examined.model,
        "attribute": grouping.attribute,
        "error": error,
        "groups": len(names),
        "worst": names[measured.worst],
        "best": names[measured.best],
        "to_best": number(best.value),
        "to_best_low": number(best.low),
        "to_best_high": number(best.high),
        "to_mean": number(mean.value),
        "to_mean_low": number(mean.low),
        "to_mean_high": number(mean.high),
        "told": best.told,
    }


def _missed_at(missed: NDArray[np.float64], level: float) -> Interval:
    return fnmr_interval(missed, level=level)


def _matched_at(met: StrangerOutcomes, level: float) -> Interval:
    return false_match_rate(met, level).interval


def _pairs(met: StrangerOutcomes) -> int:
    low, high = np.minimum(met.first, met.second), np.maximum(met.first, met.second)
    return len(np.unique(low * met.people + high))
