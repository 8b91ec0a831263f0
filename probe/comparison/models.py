"""Models on the same pictures: paired differences, decided together."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple, TypeVar

import numpy as np

from probe.comparison.scores import Scores
from probe.statistics import Decision, Gap, decide
from probe.statistics.confidence import IntervalAt, refused
from probe.statistics.fnmr import shifted_variance
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.pair_bands import PairBands
from probe.statistics.paired import differences, paired_fnmr, paired_mean, paired_retention
from probe.statistics.separation import Separation, mean_separation, paired_auc, paired_dprime
from probe.wording import Message

Key = TypeVar("Key", bound=Hashable)

ALL = -1
"""Stands for all conditions but the standard one together."""

NO_THRESHOLD = Message("note-no-threshold").json()
NO_STRANGERS = Message("note-no-strangers").json()

FIGURES = ("mean", "retention", "auc", "dprime", "fnmr")
"""What models are compared by; `fnmr` at the thresholds that truly have the rate asked for."""


@dataclass(frozen=True, eq=False)
class Standing:
    """What one model says about one condition against the standard condition, by subject.

    Attributes:
        gap: mated and non-mated scores.
        miss_rates: share of each subject's mated pairs below the threshold `(S,)`, NaN where a
            subject has none or there is no threshold.
        accepted: share of the comparisons of each pair of different people above the threshold,
            as the gap's pairs; None where it was not counted.
        mated_pairs, stranger_pairs: how many comparisons of either kind there are.
        separation: AUC and d' with every person removed; None without strangers.
        shifts: how the mean FNMR moves when a person is left out of the threshold, by the numbers
            that people have there `(P,)`; None without a threshold.
        people: number of each subject among them `(S,)`, -1 for one who is not there.
    """

    gap: Gap
    miss_rates: Scores
    accepted: Scores | PairBands | None = None
    mated_pairs: int = 0
    stranger_pairs: int = 0
    separation: Separation | None = None
    shifts: Floats | None = None
    people: Integers | None = None

    @property
    def mated(self) -> Scores:
        """Mean mated score of each subject `(S,)`."""
        return np.asarray(self.gap.mated, np.float64)

    @property
    def undecided(self) -> bool:
        """Whether mated pairs are neither missed nor matched, for want of a threshold."""
        return bool((np.isfinite(self.mated) & ~np.isfinite(self.miss_rates)).any())


@dataclass(frozen=True)
class ModelDifference:
    """A difference between two models, second minus first.

    Attributes:
        first, second: names of the backbones.
        figure: `mean` (mated cosine), `retention`, `auc`, `dprime`, or `fnmr` at thresholds that
            truly have the false match rate asked for.
        condition: index, or `ALL` for the mean over all conditions but the standard one.
        decision: interval, and the decision adjusted for all that are decided together.
    """

    first: str
    second: str
    figure: str
    condition: int
    decision: Decision


@dataclass(frozen=True, eq=False)
class ModelGroup:
    """Models on the same pictures of one protocol.

    Attributes:
        standings: backbone -> condition -> standing, on the same subjects.
        standard: index of the standard condition.
        pairs: names of the models that are compared; None: each with each.
    """

    standings: Mapping[str, Mapping[int, Standing]]
    standard: int
    pairs: tuple[tuple[str, str], ...] | None = None


class _Place(NamedTuple):
    """Where a difference stands before it is decided."""

    first: str
    second: str
    figure: str
    condition: int
    overall: bool


def compare_models(groups: Mapping[Key, ModelGroup]) -> dict[Key, list[ModelDifference]]:
    """Every pair of models in every group, decided together.

    Two families are decided by Holm's rule, each over all pairs of models, all groups and all
    figures: the differences over all changed conditions, and those at single conditions. Raw
    means, which nobody compares across models, are decided apart so that they cost nothing.

    Args:
        groups: by name, such as the protocols of a study.
    """
    intervals = [
        (name, place, _interval(place, group))
        for name, group in groups.items()
        for place in _places(group)
    ]
    families: dict[tuple[bool, bool], dict[str, IntervalAt]] = {}
    for number, (_, place, interval) in enumerate(intervals):
        family = families.setdefault((place.figure == "mean", place.overall), {})
        family[str(number)] = interval
    decisions = {
        number: decision
        for family in families.values()
        for number, decision in decide(family).items()
    }
    compared: dict[Key, list[ModelDifference]] = {name: [] for name in groups}
    for number, (name, place, _) in enumerate(intervals):
        compared[name].append(ModelDifference(*place[:4], decisions[str(number)]))
    return compared


def _places(group: ModelGroup) -> Iterator[_Place]:
    pairs = combinations(group.standings, 2) if group.pairs is None else group.pairs
    for first, second in pairs:
        conditions = list(group.standings[first])
        others = [condition for condition in conditions if condition != group.standard]
        for figure in FIGURES:
            for condition in conditions:
                if condition != group.standard or figure != "retention":
                    yield _Place(first, second, figure, condition, others == [condition])
            if len(others) > 1:
                yield _Place(first, second, figure, ALL, True)


def _interval(place: _Place, group: ModelGroup) -> IntervalAt:
    a, b = group.standings[place.first], group.standings[place.second]
    others = [condition for condition in a if condition != group.standard]
    conditions = others if place.condition == ALL else [place.condition]
    first, second = ([model[c] for c in conditions] for model in (a, b))
    match place.figure:
        case "retention":
            gaps = [[model[c].gap for c in (*conditions, group.standard)] for model in (a, b)]
            return paired_retention(*gaps)
        case "fnmr":
            return _misses(first, second)
        case "auc" | "dprime":
            return _separations(place.figure, first, second)
    return paired_mean(*(_mean_of([s.mated for s in model]) for model in (first, second)))


def _misses(first: Sequence[Standing], second: Sequence[Standing]) -> IntervalAt:
    """At the thresholds that truly have the rate: their own error counts."""
    if any(standing.undecided for standing in (*first, *second)):
        return lambda level: refused(math.nan, NO_THRESHOLD, 0, level)
    a, b = (_mean_of([standing.miss_rates for standing in model]) for model in (first, second))
    moved = [_moved(model) for model in (first, second)]
    people = first[0].people
    if moved[0] is None or moved[1] is None or people is None:
        return paired_fnmr(a, b)
    return paired_fnmr(a, b, shifted_variance(differences(a, b), moved[1] - moved[0], people))


def _moved(standings: Sequence[Standing]) -> Floats | None:
    """How the mean FNMR of several conditions moves with the threshold's people."""
    shifts = [standing.shifts for standing in standings if standing.shifts is not None]
    if len(shifts) < len(standings):
        return None
    return np.asarray(np.mean(shifts, axis=0), np.float64)


def _separations(figure: str, first: Sequence[Standing], second: Sequence[Standing]) -> IntervalAt:
    models = [[s.separation for s in model if s.separation] for model in (first, second)]
    if any(len(model) < len(first) for model in models):
        return lambda level: refused(math.nan, NO_STRANGERS, 0, level)
    a, b = map(mean_separation, models)
    return paired_auc(a, b) if figure == "auc" else paired_dprime(a, b)


def _mean_of(rows: Sequence[Scores]) -> Scores:
    """Mean over conditions of each subject; NaN where any is missing."""
    return np.asarray(np.mean(np.stack(rows), axis=0), np.float64)
