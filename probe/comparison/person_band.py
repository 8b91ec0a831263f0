"""Sums by pair of people, of a few subjects at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from probe.comparison.cast import Cast, Kind
from probe.comparison.person_tables import PersonTables
from probe.comparison.scores import Scores
from probe.comparison.stranger_block import Numbers, StrangerBlock

MOST_TABLED = 1 << 22
"""Pairs of people up to which all of them stand in tables (ours): 2,048 people, half a gigabyte for
all that is made of them."""

BAND_PAIRS = 1 << 20
"""Pairs of people of a band (ours): 8 MB a table, of which every thread has several."""


@dataclass(frozen=True, eq=False)
class PersonBand:
    """Sums of comparisons of some subjects, who follow each other, with those after them.

    A pair of people stands in the row of the one with the lower number, with all its comparisons.

    Attributes:
        start: number of the first of them, and of the person of the first column.
        scores: `(n, T - start)` sums of the scores.
        compared: `(n, T - start)` how many comparisons.
        passed: `(k, n, T - start)` how many of them pass each threshold.
    """

    start: int
    scores: Scores
    compared: Numbers
    passed: Numbers


class PersonBands:
    """Sums of the blocks of one band after another.

    Args:
        size: how many subjects a band has; the last one has what is left.
        subjects: how many people are subjects, the first.
        people: how many people there are.
        thresholds: `(k,)`, as of `PersonTables`.
        take: is given every band once all its blocks are taken in.

    Attributes:
        squares: sum of the squared scores so far.
    """

    def __init__(
        self,
        size: int,
        subjects: int,
        people: int,
        thresholds: Scores,
        take: Callable[[PersonBand], None],
    ) -> None:
        self._size, self._subjects, self._people = size, subjects, people
        self._thresholds, self._take = thresholds, take
        self._open: tuple[int, PersonTables] | None = None
        self.squares = 0.0

    def add(self, block: StrangerBlock) -> None:
        """Take in a block; those of a band follow each other (`probe.comparison.tally`)."""
        start = int(block.first[0]) // self._size * self._size
        if self._open is None or self._open[0] != start:
            self.close()
            rows = min(self._size, self._subjects - start)
            self._open = start, PersonTables(rows, self._people - start, self._thresholds)
        _, tables = self._open
        tables.add(replace(block, first=block.first - start, second=block.second - start))

    def close(self) -> None:
        """Hand out the last band; nothing happens where that is done."""
        if self._open is not None:
            start, tables = self._open
            self._open = None
            self.squares += tables.squares
            self._take(PersonBand(start, tables.scores, tables.compared, tables.passed))


def band_size(cast: Cast, kind: Kind) -> int:
    """How many subjects stand in a band; 0: all pairs of people stand in tables.

    People who are compared in both roles do always: their two directions lie far apart.
    """
    both_roles = kind == "at_large" and cast.directions == 2
    if both_roles or cast.subjects * len(cast.people) <= MOST_TABLED:
        return 0
    return band_of(len(cast.people))


def band_of(people: int) -> int:
    """How many subjects stand in a band of comparisons with so many people."""
    return max(1, BAND_PAIRS // people)
