"""Both error rates of a pair of conditions at every false match rate asked for."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from probe.comparison.cast import Kind
from probe.comparison.mated import MatedScores
from probe.comparison.tally import StrangerTally
from probe.runs.figures import Conditions, RateFigures
from probe.statistics import Interval, Threshold, fnmr_interval, population_fnmr_interval
from probe.statistics.fmr import NO_RATE

NAN = float("nan")


class RateAt(Conditions, RateFigures):
    """The rates of a pair of conditions, i <= j."""


def resolved_value(threshold: Threshold) -> float:
    """The value of a threshold that supports its rate, else NaN."""
    return threshold.value if threshold.resolved else NAN


def rates_at(
    place: tuple[int, int],
    thresholds: Sequence[Threshold],
    numbers: Sequence[int],
    mated: MatedScores,
    tallies: Mapping[Kind, StrangerTally],
) -> Iterator[RateAt]:
    """The rates of one pair of conditions.

    Args:
        place: the conditions.
        thresholds: in the order of the tallies'.
        numbers: of each subject among the people of the thresholds; -1 for one who is not there.
        mated: scores of the same person.
        tallies: of strangers, by kind.
    """
    for k, threshold in enumerate(thresholds):
        value = resolved_value(threshold)
        shares = mated.miss_rates(value) if math.isfinite(value) else np.full(len(numbers), NAN)
        here, anew = fnmr_interval(shares), _anew(threshold, numbers, mated)
        decided = math.isfinite(here.estimate)
        large, alike = (_passing(tallies.get(kind), k, value) for kind in ("at_large", "alike"))
        yield RateAt(
            i=place[0],
            j=place[1],
            fmr_asked=threshold.fmr,
            threshold=value,
            n_subjects=int(np.count_nonzero(mated.counts)),
            n_pairs=len(mated.scores),
            misses=int((mated.scores <= value).sum()) if decided else -1,
            fnmr=here.estimate,
            low=here.low,
            high=here.high,
            note=here.note if decided else threshold.refusal or here.note,
            anew_low=anew[0],
            anew_high=anew[1],
            anew_note=anew[2],
            compared=large.compared,
            false_matches=large.false_matches,
            fmr=large.rate.estimate,
            fmr_low=large.rate.low,
            fmr_high=large.rate.high,
            fmr_note=large.rate.note,
            alike_compared=alike.compared,
            alike_false_matches=alike.false_matches,
            alike_fmr=alike.rate.estimate,
            alike_fmr_low=alike.rate.low,
            alike_fmr_high=alike.rate.high,
            alike_fmr_note=alike.rate.note,
        )


def _anew(
    threshold: Threshold, numbers: Sequence[int], mated: MatedScores
) -> tuple[float, float, str]:
    # One more number, for subjects without whom the threshold stays as it is.
    padded = replace(threshold, deleted=np.append(threshold.deleted, NAN))
    interval = population_fnmr_interval(mated.by_subject, padded, np.asarray(numbers, np.int64))
    return interval.low, interval.high, interval.note


@dataclass(frozen=True)
class _Passing:
    """Strangers of one kind at a threshold: -1 false matches where nothing was decided."""

    compared: int
    false_matches: int
    rate: Interval


def _passing(tally: StrangerTally | None, k: int, value: float) -> _Passing:
    if tally is None or not tally.tested_pairs or not math.isfinite(value):
        return _Passing(tally.tested_pairs if tally else 0, -1, NO_RATE.interval)
    return _Passing(tally.tested_pairs, int(tally.false_matches[k]), tally.rates[k].interval)
