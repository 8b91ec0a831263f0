"""May a model be used at these levels? One rule for the summary and for the advice on a site.

Misses are held to the limit of use by limits that hold for all levels together
(`probe.comparison.joint`), so that what is said of a range that was chosen among many is as sure as
it sounds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from probe.conclusions.findings.facts import Spot
from probe.runs.manifest import MOST_TIMES, ThresholdEntry
from probe.wording import Message, Value

LevelsAnswer = Literal["use", "promising", "doubtful", "avoid"]
"""`use`: no level misses more than the limit, by its upper limit, and strangers pass as seldom as
asked. `promising`: the misses of these people stay within the limit; that others' do, or that so
few strangers pass, is not shown. `doubtful`: some level missed more, but its lower limit does not.
`avoid`: some level misses more than the limit, by its lower limit."""

LOOSE = 2.0
"""Strangers who pass at more than this many times the rate asked for are a reservation (ours)."""


def answer_of(missed: Sequence[Spot], limit: float, *, strangers_held: bool) -> LevelsAnswer:
    """What may be said of levels at which misses were counted.

    Args:
        missed: their misses, at least one.
        limit: highest FNMR that counts as usable, 0..1.
        strangers_held: whether strangers pass as seldom as asked.
    """
    if any(spot.joint_low > limit for spot in missed):
        return "avoid"
    if any(spot.value > limit for spot in missed):
        return "doubtful"
    return "use" if strangers_held and all(shown(spot, limit) for spot in missed) else "promising"


def shown(missed: Spot, limit: float) -> bool:
    """Whether the misses at a level are shown to stay within the limit."""
    return missed.joint_high <= limit


def rate_open(threshold: ThresholdEntry, asked: float) -> bool:
    """Whether among other people many times the rate asked for may pass."""
    return threshold.true_high is not None and threshold.true_high > MOST_TIMES * asked


def too_loose(strangers: Spot, asked: float) -> bool:
    """Whether many times the rate asked for pass at a level."""
    return strangers.value > LOOSE * asked


def most_missed(spots: Sequence[Spot]) -> Spot | None:
    """The spot with the largest figure, the least certain of equals, with limits of the largest.

    Its joint limits are those of the largest true figure among the spots, whichever that is: the
    largest of the lower ones and the largest of the upper ones; NaN where one has none.
    """
    worst = max(spots, key=lambda s: (s.value, _or_2(s.joint_high)), default=None)
    if worst is None or any(math.isnan(spot.joint_high) for spot in spots):
        return worst and replace(worst, joint_low=math.nan, joint_high=math.nan)
    low, high = max(s.joint_low for s in spots), max(s.joint_high for s in spots)
    return replace(worst, joint_low=low, joint_high=high)


def limits_of(spots: Sequence[Spot]) -> dict[str, Value]:
    """The joint limits of the largest of several rates, as the value `limits` of a message.

    Nothing where there are none: every sentence says without it what it said before there were any.
    """
    worst = most_missed(spots)
    if worst is None or math.isnan(worst.joint_high):
        return {}
    ends: dict[str, Value] = {"low": worst.joint_low, "high": worst.joint_high}
    return {"limits": Message("limits-of-misses", ends)}


def _or_2(end: float) -> float:
    """No limit is the widest: rates end at 1."""
    return 2.0 if math.isnan(end) else end
