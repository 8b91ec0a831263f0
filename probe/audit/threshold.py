"""The threshold of a false match rate, and the same without each person."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from probe.audit.comparisons import Comparisons
from probe.audit.pictures import Album

FEWEST_FALSE_MATCHES = 5


@dataclass(frozen=True, eq=False)
class AuditedThreshold:
    """What strangers at large in the standard condition say.

    Attributes:
        rate: the false match rate asked for.
        value: match iff score > value; NaN where it is not resolved.
        allowed: comparisons above it that the rate allows.
        without: person -> the threshold without them (NaN where there is none).
        tuned: the comparisons it was set on.
        tested: those that measure the rate: the other half of the people, or the same.
    """

    rate: float
    value: float
    allowed: int
    without: dict[str, float]
    tuned: Comparisons
    tested: Comparisons


def allowed_matches(rate: float, comparisons: int) -> int:
    """How many of so many comparisons a rate allows."""
    return int(Decimal(repr(rate)) * comparisons)


def value_at(met: Comparisons, rate: float) -> float:
    """The (k+1)-th largest score, k the number that the rate allows."""
    if not len(met):
        return math.nan
    return float(np.sort(met.scores)[::-1][allowed_matches(rate, len(met))])


def threshold_of(
    met: Comparisons, album: Album, rate: float, tuning: frozenset[str] | None
) -> AuditedThreshold:
    """The threshold for a rate.

    Args:
        met: strangers at large in the standard condition.
        album: their pictures.
        rate: false match rate, 0..1.
        tuning: names of the half that it is set on; None: everybody.
    """
    people = np.array(album.people)
    tuned = tested = met
    if tuning is not None:
        half = np.array([name in tuning for name in people])
        tuned = met.where(half[met.first] & half[met.second])
        tested = met.where(~half[met.first] & ~half[met.second])
    allowed = allowed_matches(rate, len(tuned))
    met_people = sorted({*tuned.first.tolist(), *tuned.second.tolist()})
    without = {}
    for person in met_people:
        value = value_at(tuned.without(person), rate) if allowed else math.nan
        without[str(people[person])] = value
    directions = 2 if met.directed else 1
    resolved = allowed // directions >= FEWEST_FALSE_MATCHES
    value = value_at(tuned, rate) if resolved else math.nan
    return AuditedThreshold(rate, value, allowed, without, tuned, tested)


def tuning_half(album: Album) -> frozenset[str]:
    """Whom `--split-strangers` sets thresholds on: of a fixed shuffle of the subjects, and of the
    further strangers, the first half each (an odd one joins it).
    """
    shuffle = np.random.default_rng(0)
    chosen: list[str] = []
    subjects = album.subjects
    for group in (subjects, album.people[len(subjects) :]):
        order = shuffle.permutation(len(group)).tolist()
        chosen += [group[k] for k in order[: (len(group) + 1) // 2]]
    return frozenset(chosen)
