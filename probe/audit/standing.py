"""The comparisons of a backbone on one protocol, gathered once for all figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from probe.audit.comparisons import Comparisons, Entries, mated, strangers
from probe.audit.pictures import Album
from probe.audit.scores import Cosines, Floats, StoredPairs
from probe.audit.threshold import AuditedThreshold


@dataclass(frozen=True, eq=False)
class Cell:
    """All comparisons of two conditions.

    Attributes:
        mated: of the same person.
        at_large: strangers at large.
        alike: strangers dressed alike; None where nobody knows who is.
    """

    mated: Comparisons
    at_large: Comparisons
    alike: Comparisons | None

    @cached_property
    def by_subject(self) -> dict[int, Floats]:
        """Mated scores of every subject."""
        return self.mated.by_subject()

    @cached_property
    def mated_means(self) -> dict[int, float]:
        """Mean mated score of every subject."""
        return {person: float(scores.mean()) for person, scores in self.by_subject.items()}

    @cached_property
    def pair_means(self) -> dict[tuple[int, int], float]:
        """Mean score of strangers at large of every ordered pair (subject, other)."""
        return means_of(self.at_large.ordered_pairs())

    def miss_rates(self, threshold: float) -> dict[int, float]:
        """Every subject's share of mated comparisons at or below a threshold."""
        return {k: float(np.mean(scores <= threshold)) for k, scores in self.by_subject.items()}


def means_of(pairs: Entries) -> dict[tuple[int, int], float]:
    """Mean score of every pair of people."""
    return {pair: float(scores.mean()) for pair, scores in pairs.items()}


@dataclass(frozen=True, eq=False)
class Standing:
    """A backbone on one protocol under one mask variant.

    Attributes:
        album: the pictures.
        cells: (i, j) with i <= j -> comparisons.
        thresholds: of every rate, the one that decides first.
        standard: strangers at large in the standard condition of all protocols.
        tuning: names of the half that thresholds are set on; None: everybody.
    """

    album: Album
    cells: dict[tuple[int, int], Cell]
    thresholds: tuple[AuditedThreshold, ...]
    standard: Comparisons
    tuning: frozenset[str] | None

    @property
    def usual(self) -> Cell:
        """The standard condition with itself."""
        return self.cells[self.album.standard, self.album.standard]

    def against_standard(self, condition: int) -> Cell:
        """The cell of a condition with the standard one."""
        places = sorted((condition, self.album.standard))
        return self.cells[places[0], places[1]]

    def tested(self, met: Comparisons) -> Comparisons:
        """The comparisons that measure false match rates."""
        if self.tuning is None:
            return met
        other = np.array([name not in self.tuning for name in self.album.people])
        return met.where(other[met.first] & other[met.second])


def cells_of(album: Album, scores: Cosines | StoredPairs) -> dict[tuple[int, int], Cell]:
    """The comparisons of every two conditions."""
    cells = {}
    for i in range(album.conditions):
        for j in range(i, album.conditions):
            alike = None
            if album.rule != "unknown":
                alike = strangers(album, scores, "alike", i, j)
            large = strangers(album, scores, "at_large", i, j)
            cells[i, j] = Cell(mated(album, scores, i, j), large, alike)
    return cells
