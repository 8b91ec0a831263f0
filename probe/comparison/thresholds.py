"""The false match rates a study is asked for: its thresholds, and both error rates at each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probe.comparison import Changed, Comparison, StandardStrangers, tuning_half
from probe.comparison.streamed_strangers import Strangers, outcomes_of, thresholds_of
from probe.pictures.image_set import ImageSet
from probe.protocol.model import Protocol
from probe.runs.manifest import MOST_TIMES, ThresholdEntry
from probe.statistics import Threshold
from probe.statistics.fmr import false_match_rate, people_enough
from probe.wording import Message


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
        return thresholds_of(scores, self.rates)

    def entries(
        self, backbone: str, variant: str, strangers: StandardStrangers
    ) -> tuple[ThresholdEntry, ...]:
        """What the manifest says of the threshold of every rate."""
        thresholds = self.thresholds(strangers) or (None,) * len(self.rates)
        return tuple(
            _entry(backbone, variant, strangers, rate, threshold)
            for rate, threshold in zip(self.rates, thresholds, strict=True)
        )


def rate_request_of(options: Mapping[str, Any], sets: Sequence[ImageSet]) -> RateRequest:
    """What a stored run was asked for (an older one: a single rate, set on everybody)."""
    further = tuple(float(rate) for rate in options.get("further_fmr", ()))
    tuning = tuning_half(sets) if options.get("split_strangers") else None
    return RateRequest(float(options["fmr"]), further, tuning)


def _entry(
    backbone: str,
    variant: str,
    strangers: StandardStrangers,
    fmr: float,
    threshold: Threshold | None,
) -> ThresholdEntry:
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
    if threshold is None:
        note = Message("note-no-strangers-to-set-on").json()
        return ThresholdEntry(**fields, value=None, false_matches=0, resolved=False, note=note)
    if tested is not None:
        fields |= {"tuned_on": tuned.people, "tested_on": tested.people}
        fields["tested_comparisons"] = tested.comparisons
        if threshold.resolved:
            fields["tested_false_matches"] = outcomes_of(tested, threshold.value).false_matches
    entry = ThresholdEntry(
        **fields,
        value=threshold.value if threshold.resolved else None,
        false_matches=threshold.false_matches,
        resolved=threshold.resolved,
        note=threshold.refusal,
    )
    if not threshold.resolved:
        return entry.model_copy(update=_enough(tuned, fmr))
    return entry.model_copy(update=_true_rate(tuned if tested is None else tested, threshold))


ROUND_RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
"""Rates that are tried where people do not carry the one asked for (ours)."""


def _true_rate(strangers: Strangers, threshold: Threshold) -> dict[str, Any]:
    """What is known of the rate that a threshold has among other people."""
    measured = false_match_rate(outcomes_of(strangers, threshold.value))
    interval, asked = measured.interval, threshold.fmr
    fields: dict[str, Any] = {
        "carrying_pairs": measured.pairs,
        "carrying_people": measured.carriers,
    }
    if interval.refused:
        return fields
    fields |= {"true_low": interval.low, "true_high": interval.high}
    fields["effective"] = measured.effective
    if interval.high <= MOST_TIMES * asked:
        return fields
    people = strangers.people
    fields["people_enough"] = people_enough(asked, MOST_TIMES, measured.effective, people)
    higher = (rate for rate in ROUND_RATES if rate > asked)
    fields["resolves"] = next((rate for rate in higher if _holds(strangers, rate)), None)
    return fields


def _enough(strangers: Strangers, fmr: float) -> dict[str, Any]:
    """About how many people would hold a rate that these do not even resolve.

    Read at the lowest round rate that they resolve, where comparisons tell a little less than at
    the rate asked for: rather too many people than too few.
    """
    for rate in (rate for rate in ROUND_RATES if rate > fmr):
        (threshold,) = thresholds_of(strangers, [rate])
        if threshold.resolved:
            measured = false_match_rate(outcomes_of(strangers, threshold.value))
            if measured.interval.refused:
                return {}
            people = people_enough(fmr, MOST_TIMES, measured.effective, strangers.people)
            return {"people_enough": people}
    return {}


def _holds(strangers: Strangers, rate: float) -> bool:
    """Whether a threshold for a rate keeps within `MOST_TIMES` of it among other people."""
    (threshold,) = thresholds_of(strangers, [rate])
    if not threshold.resolved:
        return False
    outcomes = outcomes_of(strangers, threshold.value)
    return false_match_rate(outcomes).interval.high <= MOST_TIMES * rate


def changed_conditions(protocol: Protocol, comparison: Comparison) -> Changed:
    """What a comparison says about every condition but the standard one."""
    others = (s for c, s in comparison.standings.items() if c != protocol.standard.index)
    return Changed(comparison.people, comparison.subjects, tuple(others))


def value_of(entry: ThresholdEntry) -> float:
    """The threshold, NaN when there is none."""
    return math.nan if entry.value is None else entry.value
