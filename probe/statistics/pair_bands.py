"""Figures of pairs of people too many for a table: bands of it, each pair in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact
from probe.statistics.jackknife import Floats, Integers, Jackknifed, PairSums

Flags = NDArray[np.bool_]


@dataclass(eq=False)
class PairBands:
    """Figures of pairs of different people, such as mean scores: what `Pairs` of a table says.

    A pair stands once: in the row of the one with the lower number. Two subjects count as often as
    in a table, in which they stand in both places; a subject and a further stranger count once.

    Attributes:
        subjects: how many people are subjects, the first.
        people: how many people there are.
        bands: rows of subjects who follow each other, from the first to the last, `(rows, people -
            start)`: of a band that starts with a person the columns start with the same person; NaN
            where nobody was compared, and where the column's number is not above the row's.
    """

    subjects: int
    people: int
    bands: Sequence[Floats]
    _sums: dict[bytes, PairSums] = field(default_factory=dict, repr=False)

    def taking_part(self) -> Flags:
        """Which subjects take part in at least one pair, `(S,)`."""
        flags: Flags = self._of_everybody.counts[: self.subjects] > 0
        return flags

    def strangers(self) -> Integers:
        """Numbers of the further strangers that were compared with anybody, ascending."""
        met = np.flatnonzero(self._of_everybody.counts > 0)
        return met[met >= self.subjects]

    def mean_among(self, subjects: Integers, strangers: Integers) -> Jackknifed:
        """The mean over the pairs of some subjects and some further strangers, with the same
        without each of them.

        Args:
            subjects: their numbers, ascending.
            strangers: likewise.
        """
        chosen = np.zeros(self.people, bool)
        chosen[subjects] = True
        chosen[strangers[strangers < self.people]] = True
        sums = self._among(chosen)
        numbers = np.concatenate([subjects, strangers])
        there = numbers < self.people
        by_person, counts = np.zeros(len(numbers)), np.zeros(len(numbers), np.int64)
        by_person[there] = sums.by_person[numbers[there]]
        counts[there] = sums.counts[numbers[there]]
        named = PairSums(sums.total, sums.count, by_person, counts)
        return named.mean(len(subjects), len(strangers))

    @property
    def mean(self) -> float:
        """Over all pairs; NaN without any."""
        sums = self._of_everybody
        return sums.total / sums.count if sums.count else float("nan")

    @property
    def subject_means(self) -> Floats:
        """`(S,)`: over the people each subject was compared with; NaN without any."""
        sums = self._summed(np.ones(self.people, bool), counted_twice=0)
        means, counts = sums.by_person[: self.subjects], sums.counts[: self.subjects]
        return np.where(counts > 0, means / np.maximum(counts, 1), np.nan)

    def rows(self) -> Iterator[tuple[int, Floats]]:
        """The bands, each with the number of its first person."""
        for band in self.bands:
            yield self.people - band.shape[1], band

    def table(self) -> Floats:
        """`(S, people)`: two subjects in both places; NaN where nobody was compared."""
        whole = np.full((self.subjects, self.people), np.nan)
        for start, band in self.rows():
            whole[start : start + len(band), start:] = band
        mirrored = whole[:, : self.subjects]
        np.copyto(mirrored, mirrored.T, where=np.isnan(mirrored))
        return whole

    @property
    def _of_everybody(self) -> PairSums:
        return self._among(np.ones(self.people, bool))

    def _among(self, chosen: Flags) -> PairSums:
        """Sums over the pairs of which both people are chosen; known ones are not made again."""
        key = np.packbits(chosen).tobytes()
        if key not in self._sums:
            self._sums[key] = self._made_among(chosen)
        return self._sums[key]

    def _made_among(self, chosen: Flags) -> PairSums:
        if not chosen.all():
            everybody = self._of_everybody
            if not everybody.counts[~chosen].any():
                return everybody
        return self._summed(chosen, counted_twice=self.subjects)

    def _summed(self, chosen: Flags, counted_twice: int) -> PairSums:
        """Sums over the pairs of which both people are chosen.

        Args:
            chosen: `(people,)`.
            counted_twice: pairs of two people with lower numbers than this are.
        """
        by_person, counts = np.zeros(self.people), np.zeros(self.people, np.int64)
        totals = np.zeros(2)
        for start, band in self.rows() if chosen[: self.subjects].any() else ():
            _add(start, band, counted_twice, chosen, (by_person, counts, totals))
        return PairSums(float(totals[0]), int(totals[1]), by_person, counts)


def mean_of_bands(parts: Sequence[PairBands]) -> PairBands:
    """Of every pair of people the mean of the figures it has, of the same people cut alike."""
    first = parts[0]
    return PairBands(first.subjects, first.people, _Means([part.bands for part in parts]))


class _Means(Sequence[Floats]):
    """Bands that are made of others when they are asked for."""

    def __init__(self, parts: Sequence[Sequence[Floats]]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return len(self._parts[0])

    def __getitem__(self, index: Any) -> Any:
        sums, counts = 0.0, 0
        for part in self._parts:
            band = part[index]
            sums = sums + np.nan_to_num(band)
            counts = counts + np.isfinite(band)
        return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)


@exact
def _add(
    start: int,
    band: Floats,
    counted_twice: int,
    chosen: Flags,
    sums: tuple[Floats, Integers, Floats],
) -> None:
    """Add a band to sums: by person, counts by person, and the total with its count."""
    by_person, counts, totals = sums
    for row in range(band.shape[0]):
        one = start + row
        if not chosen[one]:
            continue
        for column in range(row + 1, band.shape[1]):
            other = start + column
            figure = band[row, column]
            if not chosen[other] or figure != figure:
                continue
            times = 2 if other < counted_twice else 1
            totals[0] += times * figure
            totals[1] += times
            for person in (one, other):
                by_person[person] += times * figure
                counts[person] += times
