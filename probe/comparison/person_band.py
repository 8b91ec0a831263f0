"""Sums by pair of people, of a few subjects at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from probe.comparison.person_tables import PersonTables
from probe.comparison.scores import Scores
from probe.comparison.stranger_block import Numbers, StrangerBlock


@dataclass(frozen=True, eq=False)
class PersonBand:
    """Sums of comparisons of some subjects, who follow each other, with everybody.

    Attributes:
        start: number of the first of them.
        scores: `(n, T)` sums of the scores.
        compared: `(n, T)` how many comparisons.
        passed: `(k, n, T)` how many of them pass each threshold.
    """

    start: int
    scores: Scores
    compared: Numbers
    passed: Numbers

    def part(self, start: int, stop: int) -> PersonBand:
        """Those with places from `start` to `stop` in the band."""
        chosen = slice(start, stop)
        sums = self.scores[chosen], self.compared[chosen], self.passed[:, chosen]
        return PersonBand(self.start + start, *sums)

    def take_over(self, other: PersonBand) -> None:
        """Add the sums of another band that begins with the same person and is no longer."""
        size = len(other.scores)
        self.scores[:size] += other.scores
        self.compared[:size] += other.compared
        self.passed[:, :size] += other.passed


def person_bands(
    blocks: Iterable[StrangerBlock], people: int, thresholds: Scores
) -> Iterator[PersonBand]:
    """The sums by pair of people: a pair stands in one band alone, with all its comparisons.

    Args:
        blocks: those with the same people on the left follow each other; a person whose pictures
            are more than one block takes goes on in the next ones.
        people: how many people there are.
        thresholds: `(k,)`, as of `PersonTables`.
    """
    last: PersonBand | None = None
    for (start, stop), beside in groupby(blocks, key=_ends):
        tables = PersonTables(stop + 1 - start, people, thresholds)
        for block in beside:
            tables.add(replace(block, first=block.first - start))
        band = PersonBand(start, tables.scores, tables.compared, tables.passed)
        if last is not None and last.start == start:
            band.take_over(last)
        elif last is not None:
            yield last
        if stop > start:
            yield band.part(0, stop - start)
        last = band.part(stop - start, stop - start + 1)
    if last is not None:
        yield last


def _ends(block: StrangerBlock) -> tuple[int, int]:
    """The first and the last person on the left of a block."""
    return int(block.first[0]), int(block.first[-1])
