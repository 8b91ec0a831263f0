"""What the comparisons between strangers of a cell say of pairs of people too many for tables.

With ten thousand people a table of all pairs of people takes 800 MB, and a cell makes a dozen. Here
a band of people is summed up, its figures go into sums and into a file, and the next one begins.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast
from probe.comparison.person_band import PersonBand, PersonBands
from probe.comparison.scores import Scores
from probe.comparison.stranger_block import Numbers, StrangerBlock
from probe.comparison.tabled_people import shares_of
from probe.files.array_file import ArrayFile
from probe.statistics.outcome_sums import OutcomeRows, OutcomeSums
from probe.statistics.pair_bands import PairBands

Flags = NDArray[np.bool_]


class BandedPeople:
    """Comparisons by pair of people, nobody in both roles; figures as those of `TabledPeople`.

    Args:
        cast: the cast.
        size: how many subjects a band has.
        thresholds: `(k,)`; match iff score > threshold; NaN for none.
        testing: `(people,)` among whom false matches are counted; None: everybody.
        folder: where the files of the bands lie; None: that of temporary files.
        shares: whether `accepted` is going to be asked for: its file is as large as the other.
    """

    def __init__(
        self,
        cast: Cast,
        size: int,
        thresholds: Scores,
        testing: Flags | None = None,
        folder: Path | None = None,
        *,
        shares: bool = True,
    ) -> None:
        self._cast, self._thresholds, self._testing = cast, thresholds, testing
        people = len(cast.people)
        self._bands = PersonBands(size, cast.subjects, people, thresholds, self._take)
        self._means = ArrayFile(folder)
        self._accepted = ArrayFile(folder) if shares else None
        self._rows: OutcomeRows | None = None
        self._sum, self._tested = 0.0, 0
        self._passed: Numbers = np.zeros(len(thresholds), np.int64)
        self._pair_means: PairBands | None = None

    def add(self, block: StrangerBlock) -> None:
        """Take in a block; the people on its left are subjects of one band."""
        self._bands.add(block)

    def _take(self, band: PersonBand) -> None:
        """Sum up a band that is whole."""
        judged, passed = band.compared, band.passed
        if self._testing is not None:
            rows = self._testing[band.start : band.start + len(judged), None]
            both = rows & self._testing[band.start :]
            judged, passed = judged * both, passed * both
        self._sum += float(band.scores.sum())
        self._tested += int(judged.sum())
        self._passed += passed.sum(axis=(1, 2))
        means = shares_of(band.scores, band.compared)
        if self._rows is None:
            people, origin = len(self._cast.people), float(np.nanmean(means))
            self._rows = OutcomeRows(people, self._cast.subjects, len(self._passed), origin)
        self._rows.add(band.start, band.scores, judged, passed)
        self._means.append(means)
        if self._accepted is not None:
            decided = np.isfinite(self._thresholds[:1]).any()
            undecided = np.full(judged.shape, np.nan)
            self._accepted.append(shares_of(passed[0], judged) if decided else undecided)

    @property
    def tested_pairs(self) -> int:
        """Comparisons among whom false matches are counted."""
        self._bands.close()
        return self._tested

    @property
    def false_matches(self) -> Numbers:
        """`(k,)`: those of them above each threshold."""
        self._bands.close()
        return self._passed

    @property
    def sum_of_scores(self) -> float:
        """Sum over pairs of pictures."""
        self._bands.close()
        return self._sum

    @property
    def squares(self) -> float:
        """Sum of the squared scores."""
        self._bands.close()
        return self._bands.squares

    @property
    def mean(self) -> float:
        """Mean over pairs of people, each weighing the same; NaN without any."""
        return self.pair_means.mean

    @property
    def subject_means(self) -> Scores:
        """`(S,)`: mean over the people each subject was compared with; NaN for none."""
        return self.pair_means.subject_means

    @property
    def pair_means(self) -> PairBands:
        """Mean score of every pair of people."""
        self._bands.close()
        if self._pair_means is None:
            self._pair_means = self._of_pairs(self._means)
        return self._pair_means

    @property
    def accepted(self) -> PairBands:
        """Share of the comparisons of each pair of people above the first threshold."""
        self._bands.close()
        assert self._accepted is not None, "asked for with shares=False"
        return self._of_pairs(self._accepted)

    def outcomes(self, k: int, variance: float) -> OutcomeSums:
        """The comparisons at a threshold.

        Args:
            k: number of the threshold.
            variance: of the scores over all comparisons.
        """
        self._bands.close()
        people, subjects = len(self._cast.people), self._cast.subjects
        rows = self._rows or OutcomeRows(people, subjects, len(self._passed), 0.0)
        return rows.sums(k, variance)

    def _of_pairs(self, bands: ArrayFile) -> PairBands:
        return PairBands(self._cast.subjects, len(self._cast.people), bands)
