"""The false match rates a study is asked for: its thresholds, and both error rates at each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probe.comparison import Changed, Comparison, StandardStrangers, tuning_half
from probe.pictures.image_set import ImageSet
from probe.protocol.model import Protocol
from probe.runs.manifest import ThresholdEntry
from probe.statistics import Threshold, threshold_at


@dataclass(frozen=True)
class RateRequest:
    """Which thresholds a study sets, and on whom.

    Attributes:
        fmr: the false match rate that decides the cells, 0..1.
        further: other rates at which errors are stated where the strangers resolve them.
        tuning: names of the people thresholds are set on, the rates being measured on the others;
            None: everybody serves for both.
    """

    fmr: float
    further: tuple[float, ...] = ()
    tuning: frozenset[str] | None = None

    @property
    def rates(self) -> tuple[float, ...]:
        """Every rate, the one that decides first."""
        return (self.fmr, *self.further)

    def thresholds(self, strangers: StandardStrangers) -> tuple[Threshold, ...]:
        """The threshold of every rate; none where there are no strangers to set it on."""
        scores = strangers.tuning_scores
        if not scores.comparisons:
            return ()
        return tuple(threshold_at(scores, rate) for rate in self.rates)

    def entries(
        self, backbone: str, variant: str, strangers: StandardStrangers
    ) -> tuple[ThresholdEntry, ...]:
        """What the manifest says of the threshold of every rate."""
        return tuple(_entry(backbone, variant, strangers, rate) for rate in self.rates)


def rate_request_of(options: Mapping[str, Any], sets: Sequence[ImageSet]) -> RateRequest:
    """What a stored run was asked for (an older one: a single rate, set on everybody)."""
    further = tuple(float(rate) for rate in options.get("further_fmr", ()))
    tuning = tuning_half(sets) if options.get("split_strangers") else None
    return RateRequest(float(options["fmr"]), further, tuning)


def _entry(backbone: str, variant: str, strangers: StandardStrangers, fmr: float) -> ThresholdEntry:
    """The threshold of a backbone, or why there is none."""
    tuned, tested = strangers.tuning_scores, strangers.testing_scores
    fields: dict[str, Any] = {
        "backbone": backbone,
        "variant": variant,
        "fmr": fmr,
        "comparisons": tuned.comparisons,
        "subjects": strangers.subjects,
        "strangers": strangers.strangers,
    }
    if not tuned.comparisons:
        note = "there are no strangers to set it on"
        return ThresholdEntry(**fields, value=None, false_matches=0, resolved=False, note=note)
    threshold = threshold_at(tuned, fmr)
    if tested is not None:
        fields |= {"tuned_on": tuned.people, "tested_on": tested.people}
        fields["tested_comparisons"] = tested.comparisons
        if threshold.resolved:
            fields["tested_false_matches"] = int((tested.scores > threshold.value).sum())
    return ThresholdEntry(
        **fields,
        value=threshold.value if threshold.resolved else None,
        false_matches=threshold.false_matches,
        resolved=threshold.resolved,
        note=threshold.refusal,
    )


def changed_conditions(protocol: Protocol, comparison: Comparison) -> Changed:
    """What a comparison says about every condition but the standard one."""
    others = (s for c, s in comparison.standings.items() if c != protocol.standard.index)
    return Changed(comparison.people, comparison.subjects, tuple(others))


def value_of(entry: ThresholdEntry) -> float:
    """The threshold, NaN when there is none."""
    return math.nan if entry.value is None else entry.value
