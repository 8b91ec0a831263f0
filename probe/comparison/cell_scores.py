"""The scores of one pair of conditions, taken from a score source once for all figures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, Kind
from probe.comparison.mated import MatedScores, mated_scores
from probe.comparison.models import Standing
from probe.comparison.rates import resolved_value
from probe.comparison.scores import Scores, ScoreSource, binned
from probe.comparison.standard import StandardStrangers
from probe.comparison.tally import StrangerTally, stranger_blocks
from probe.statistics import Gap, Threshold


@dataclass(eq=False)
class CellContext:
    """What the cells of a protocol share while they are computed.

    Attributes:
        scores: scores of all pictures by one backbone.
        cast: who is compared with whom.
        strangers: strangers at large in the standard condition.
        threshold: match iff score > threshold; NaN when the rate cannot be resolved.
        fmr: the false match rate it was set for, 0..1.
        thresholds: every threshold at which error rates are wanted, that of `fmr` first.
        gaps: mated and non-mated means of the cells measured so far.
    """

    scores: ScoreSource
    cast: Cast
    strangers: StandardStrangers
    threshold: float
    fmr: float
    thresholds: tuple[Threshold, ...] = ()
    gaps: dict[tuple[int, int], Gap] = field(default_factory=dict)

    @property
    def values(self) -> tuple[float, ...]:
        """The value of every threshold, the one that decides the cells first."""
        return self.threshold, *(resolved_value(further) for further in self.thresholds[1:])


class CellScores(NamedTuple):
    """Scores of one pair of conditions.

    Attributes:
        mated: of the same person.
        ranked: the mated scores, ascending.
        tallies: of strangers, by kind.
    """

    mated: MatedScores
    ranked: Scores
    tallies: Mapping[Kind, StrangerTally]


def cell_scores(context: CellContext, i: int, j: int) -> CellScores:
    """The scores of cell (i, j); its gap is kept in the context."""
    cast = context.cast
    mated = mated_scores(context.scores, cast, i, j)
    ranked = np.sort(mated.scores)
    kinds: tuple[Kind, ...] = ("at_large", "alike") if cast.measures_alike else ("at_large",)
    testing = context.strangers.testing_flags(cast.people)
    tallies: dict[Kind, StrangerTally] = {}
    for kind in kinds:
        limits = context.scores.limits
        tallies[kind] = StrangerTally(cast, kind, ranked, context.values, testing, limits)
        for block in stranger_blocks(context.scores, cast, kind, i, j):
            tallies[kind].add(block)
    pair_means = tallies["at_large"].pair_means
    context.gaps[i, j] = Gap(mated.means, pair_means, cast.column_subject)
    return CellScores(mated, ranked, tallies)


def standing_of(context: CellContext, i: int, j: int, scores: CellScores) -> Standing:
    """What a cell against the standard condition says, by subject."""
    rates = scores.mated.miss_rates(context.threshold)
    if not math.isfinite(context.threshold):
        rates = np.full(len(rates), np.nan)
    large = scores.tallies["at_large"]
    gap, mated_pairs = context.gaps[i, j], len(scores.ranked)
    return Standing(gap, rates, large.accepted, mated_pairs, large.tested_pairs)


def histograms_of(
    context: CellContext, scores: CellScores
) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """Kind and score counts of a cell."""
    yield "mated", binned(scores.ranked, context.scores.limits)
    for kind, tally in scores.tallies.items():
        yield kind, tally.histogram
