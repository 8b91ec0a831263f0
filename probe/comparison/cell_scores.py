"""The scores of one pair of conditions, taken from a score source once for all figures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, Kind
from probe.comparison.mated import MatedScores, mated_scores
from probe.comparison.models import Standing
from probe.comparison.rates import resolved_value
from probe.comparison.scores import Scores, ScoreSource, binned
from probe.comparison.standard import StandardStrangers
from probe.comparison.tally import StrangerTally, tally_blocks
from probe.runs.figures import SeparationFigures
from probe.statistics import Gap, Threshold
from probe.statistics.fnmr import threshold_shifts
from probe.statistics.separation import SeparationSums


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
        standard_gap: mated and non-mated means of the standard cell, once that is measured; tables
            of all cells together would take more memory than anything else.
        folder: where figures by pair of very many people lie; None: that of temporary files.
    """

    scores: ScoreSource
    cast: Cast
    strangers: StandardStrangers
    threshold: float
    fmr: float
    thresholds: tuple[Threshold, ...] = ()
    standard_gap: Gap | None = None
    folder: Path | None = None

    @property
    def values(self) -> tuple[float, ...]:
        """The value of every threshold, the one that decides the cells first."""
        return self.threshold, *(resolved_value(further) for further in self.thresholds[1:])

    @cached_property
    def numbers(self) -> NDArray[np.int64]:
        """`(S,)` number of each subject among the people of the thresholds; -1 without one."""
        subjects = self.cast.people[: self.cast.subjects]
        return np.array(self.strangers.numbers_of(subjects), np.int64)


class CellScores(NamedTuple):
    """Scores of one pair of conditions.

    Attributes:
        mated: of the same person.
        ranked: the mated scores, ascending.
        tallies: of strangers, by kind.
        gap: mated and non-mated means.
        sums: what AUC and d' without each person need; of cells against the standard condition.
    """

    mated: MatedScores
    ranked: Scores
    tallies: Mapping[Kind, StrangerTally]
    gap: Gap
    sums: SeparationSums | None = None


def cell_scores(context: CellContext, i: int, j: int) -> CellScores:
    """The scores of cell (i, j); the gap of the standard cell is kept in the context."""
    cast = context.cast
    mated = mated_scores(context.scores, cast, i, j)
    ranked = np.sort(mated.scores)
    kinds: tuple[Kind, ...] = ("at_large", "alike") if cast.measures_alike else ("at_large",)
    sums = _sums(context, i, j, mated)
    testing = context.strangers.testing_flags(cast.people)
    tallies: dict[Kind, StrangerTally] = {}
    for kind in kinds:
        limits, stands = context.scores.limits, sums is not None and kind == "at_large"
        tallies[kind] = StrangerTally(
            cast, kind, ranked, context.values, testing, limits, context.folder, shares=stands
        )
        for block in tally_blocks(context.scores, cast, kind, i, j):
            tallies[kind].add(block)
            if sums and kind == "at_large":
                sums.add(*block.listed())
    pair_means = tallies["at_large"].pair_means
    gap = Gap(mated.means, pair_means, cast.column_subject)
    if (i, j) == (cast.standard, cast.standard):
        context.standard_gap = gap
    return CellScores(mated, ranked, tallies, gap, sums)


def _sums(context: CellContext, i: int, j: int, mated: MatedScores) -> SeparationSums | None:
    if context.cast.standard not in (i, j):
        return None
    return SeparationSums(mated.scores, mated.counts, len(context.cast.people))


def standing_of(
    context: CellContext, i: int, j: int, scores: CellScores, figures: SeparationFigures
) -> Standing:
    """What a cell against the standard condition says, by subject.

    Args:
        context: of the protocol.
        i: a condition.
        j: the other.
        scores: of the cell.
        figures: its AUC and d'.
    """
    rates = scores.mated.miss_rates(context.threshold)
    shifts = None
    if not math.isfinite(context.threshold):
        rates = np.full(len(rates), np.nan)
    elif context.thresholds:
        shifts = threshold_shifts(scores.mated.by_subject, context.thresholds[0])
    large = scores.tallies["at_large"]
    separation = None
    if scores.sums and math.isfinite(figures["auc"]):
        separation = scores.sums.separation(figures["auc"], figures["dprime"])
    return Standing(
        gap=scores.gap,
        miss_rates=rates,
        accepted=large.accepted,
        mated_pairs=len(scores.ranked),
        stranger_pairs=large.tested_pairs,
        separation=separation,
        shifts=shifts,
        people=context.numbers,
    )


def histograms_of(
    context: CellContext, scores: CellScores
) -> Iterator[tuple[str, NDArray[np.int64]]]:
    """Kind and score counts of a cell."""
    yield "mated", binned(scores.ranked, context.scores.limits)
    for kind, tally in scores.tallies.items():
        yield kind, tally.histogram
