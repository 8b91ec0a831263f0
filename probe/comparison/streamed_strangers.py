"""Strangers of the standard condition too many to be listed: passes over their scores.

Ten thousand people with five pictures each make 1.2 x 10^9 comparisons, 20 GB as a list. Everything
that is asked of the list is the rank of a score or a sum: the scores are made again, block by
block, as often as something new is asked. Thresholds are exact: a first pass counts scores on a
fine grid, a second one keeps those that can be the threshold, with or without any one person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast
from probe.comparison.person_band import PersonBand, PersonBands, band_of
from probe.comparison.rank_counts import RankCounts
from probe.comparison.scores import Scores, ScoreSource
from probe.comparison.stranger_block import Numbers, StrangerBlock
from probe.comparison.tally import banded_blocks
from probe.cores import products_on_one_core
from probe.statistics import StrangerScores, Threshold, log10_fmr, threshold_at
from probe.statistics.outcome_sums import OutcomeRows, OutcomeSums
from probe.statistics.outcomes import Outcomes, outcomes_of_scores
from probe.statistics.rates import log10_of_reached
from probe.statistics.score_grid import ScoreGrid
from probe.statistics.threshold import check_rate, threshold_from

Flags = NDArray[np.bool_]


@dataclass(eq=False)
class StreamedStrangers:
    """Comparisons of strangers at large in the standard condition, made again for every pass.

    Nobody may be compared in both roles (`cast.directions` is 1).

    Attributes:
        source: scores of all pictures.
        cast: of the standard condition alone.
        chosen: `(people,)` among whom comparisons count; None: everybody.
    """

    source: ScoreSource
    cast: Cast
    chosen: Flags | None = None
    _thresholds: dict[float, Threshold] = field(default_factory=dict)
    _outcomes: dict[float, OutcomeSums] = field(default_factory=dict)

    directions = 1

    @property
    def subjects(self) -> int:
        """How many people are subjects, the first."""
        return self.cast.subjects

    @property
    def involving(self) -> Numbers:
        """`(people,)` how many comparisons each person takes part in."""
        return self._counted.involving

    @property
    def comparisons(self) -> int:
        """How many comparisons there are, N."""
        return int(self.involving.sum()) // 2

    @property
    def people(self) -> int:
        """How many people take part in a comparison."""
        return int(np.count_nonzero(self.involving))

    def among(self, chosen: Sequence[bool] | Flags) -> StreamedStrangers:
        """The comparisons of which both people are chosen, by flags `(people,)`."""
        flags = np.asarray(chosen, bool)
        both = flags if self.chosen is None else flags & self.chosen
        return StreamedStrangers(self.source, self.cast, both)

    def thresholds(self, rates: Sequence[float]) -> tuple[Threshold, ...]:
        """The threshold for each false match rate, as `probe.statistics.threshold_at`; those that
        are not known yet take one pass together.
        """
        new = [rate for rate in dict.fromkeys(rates) if rate not in self._thresholds]
        for rate in new:
            check_rate(rate, self.comparisons)
        windows = [self._counted.window(rate) for rate in new]
        if windows:
            for block in self._blocks():
                for window in windows:
                    window.add(block.scores, block.compared, block.first, block.second)
        for rate, window in zip(new, windows, strict=True):
            window.rank()
            self._thresholds[rate] = threshold_from(rate, self, window.without)
        return tuple(self._thresholds[rate] for rate in rates)

    def outcomes(self, values: Sequence[float]) -> tuple[OutcomeSums, ...]:
        """Outcomes by pair of people at thresholds; those not known yet take one pass together."""
        new = [value for value in dict.fromkeys(values) if value not in self._outcomes]
        if new:
            self._outcomes |= dict(zip(new, self._outcomes_at(new), strict=True))
        return tuple(self._outcomes[value] for value in values)

    def reached(self, values: Scores) -> Numbers:
        """How many scores are at or above each of `(n,)` finite values."""
        ranks = RankCounts(np.unique(values))
        for block in self._blocks():
            ranks.add(block.scores, block.compared)
        below = ranks.below[np.searchsorted(ranks.values, values)]
        reached: Numbers = self.comparisons - below
        return reached

    @cached_property
    def _counted(self) -> ScoreGrid:
        grid = ScoreGrid(len(self.cast.people), self.source.limits)
        for block in self._blocks():
            grid.add(block.scores, block.compared, block.first, block.second)
        return grid

    def _outcomes_at(self, values: Sequence[float]) -> list[OutcomeSums]:
        people, counted = len(self.cast.people), self._counted
        rows = OutcomeRows(people, self.subjects, len(values), counted.mean)

        def take(band: PersonBand) -> None:
            rows.add(band.start, band.scores, band.compared, band.passed)

        thresholds = np.asarray(values, np.float64)
        bands = PersonBands(band_of(people), self.subjects, people, thresholds, take)
        for block in self._blocks():
            bands.add(block)
        bands.close()
        return [rows.sums(k, counted.variance) for k in range(len(values))]

    def _blocks(self) -> Iterator[StrangerBlock]:
        with products_on_one_core():
            size = band_of(len(self.cast.people))
            for block in banded_blocks(self.source, self.cast, "at_large", 0, 0, size):
                yield block if self.chosen is None else block.among(self.chosen)


Strangers = StrangerScores | StreamedStrangers
"""Comparisons of strangers, listed or made again for every pass."""


def thresholds_of(strangers: Strangers, rates: Sequence[float]) -> tuple[Threshold, ...]:
    """The threshold for each false match rate."""
    if isinstance(strangers, StreamedStrangers):
        return strangers.thresholds(rates)
    return tuple(threshold_at(strangers, rate) for rate in rates)


def outcomes_of(strangers: Strangers, value: float) -> Outcomes:
    """Outcomes by pair of people at a threshold."""
    if isinstance(strangers, StreamedStrangers):
        return strangers.outcomes([value])[0]
    return outcomes_of_scores(strangers, value)


def log10_fmr_among(strangers: Strangers, values: Scores) -> tuple[Scores, Flags]:
    """How rare each of `(n,)` finite scores is among strangers, as `probe.statistics.log10_fmr`."""
    if not len(values):
        return np.empty(0), np.empty(0, bool)
    if isinstance(strangers, StreamedStrangers):
        return log10_of_reached(strangers.reached(values), strangers.comparisons)
    return log10_fmr(values, strangers.scores, descending=True)
