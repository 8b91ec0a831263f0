"""Two models on the same pictures: paired differences, decided together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from probe.comparison.scores import Scores
from probe.statistics import (
    Decision,
    Gap,
    decide,
)
from probe.statistics.confidence import IntervalAt, refused
from probe.statistics.paired import paired_fnmr, paired_mean, paired_retention

ALL = -1
"""Stands for all conditions but the standard one together."""

NO_THRESHOLD = "there is no threshold"


@dataclass(frozen=True, eq=False)
class Standing:
    """What one model says about one condition against the standard condition, by subject.

    Attributes:
        gap: mated and non-mated scores.
        miss_rates: share of each subject's mated pairs below the threshold `(S,)`, NaN where a
            subject has none or there is no threshold.
        accepted: share of the comparisons of each pair of different people above the threshold,
            `(S, T)` as the gap's pairs; None where it was not counted.
        mated_pairs, stranger_pairs: how many comparisons of either kind there are.
    """

    gap: Gap
    miss_rates: Scores
    accepted: Scores | None = None
    mated_pairs: int = 0
    stranger_pairs: int = 0

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
        figure: `mean` (mated cosine), `retention` or `fnmr`.
        condition: index, or `ALL` for the mean over all conditions but the standard one.
        decision: interval, Holm-adjusted decision, least detectable difference.
    """

    first: str
    second: str
    figure: str
    condition: int
    decision: Decision


def compare_models(
    standings: Mapping[str, Mapping[int, Standing]], standard: int
) -> list[ModelDifference]:
    """Every pair of backbones on one protocol.

    The conditions of one figure are decided together (Holm); the mean over all conditions is a
    decision of its own.

    Args:
        standings: backbone -> condition -> standing, on the same subjects.
        standard: index of the standard condition.
    """
    differences: list[ModelDifference] = []
    for first, second in combinations(standings, 2):
        for figure in ("mean", "retention", "fnmr"):
            differences += _differences(figure, first, second, standings, standard)
    return differences


def _differences(
    figure: str,
    first: str,
    second: str,
    standings: Mapping[str, Mapping[int, Standing]],
    standard: int,
) -> Iterator[ModelDifference]:
    a, b = standings[first], standings[second]
    others = [condition for condition in a if condition != standard]
    by_condition: dict[str, IntervalAt] = {}
    for condition in a:
        if condition != standard or figure != "retention":
            by_condition[str(condition)] = _interval(figure, a, b, [condition], standard)
    together = {str(ALL): _interval(figure, a, b, others, standard)} if len(others) > 1 else {}
    for family in (by_condition, together):
        for name, decision in decide(family).items():
            yield ModelDifference(first, second, figure, int(name), decision)


def _interval(
    figure: str,
    a: Mapping[int, Standing],
    b: Mapping[int, Standing],
    conditions: Sequence[int],
    standard: int,
) -> IntervalAt:
    if figure == "retention":
        gaps = [[model[c].gap for c in (*conditions, standard)] for model in (a, b)]
        return paired_retention(*gaps)
    if figure == "fnmr":
        if any(model[c].undecided for model in (a, b) for c in conditions):
            return lambda level: refused(math.nan, NO_THRESHOLD, 0, level)
        first, second = (_mean_of([model[c].miss_rates for c in conditions]) for model in (a, b))
        return paired_fnmr(first, second)
    means = [_mean_of([model[c].mated for c in conditions]) for model in (a, b)]
    return paired_mean(*means)


def _mean_of(rows: Sequence[Scores]) -> Scores:
    """Mean over conditions of each subject; NaN where any is missing."""
    return np.asarray(np.mean(np.stack(rows), axis=0), np.float64)
