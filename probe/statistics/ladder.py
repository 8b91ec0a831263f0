"""Strangers by their places among mated scores: below, between or tied with them.

What depends on the order of scores alone needs no more of the strangers, and without a person it
needs their counts less those of that person.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.places import Scale, place_within, scale_of, step_of
from probe.statistics.score_nodes import blocks_of
from probe.statistics.trials import Trials


class Ladder:
    """Comparisons by their places among the distinct mated scores (`probe.statistics.places`).

    Args:
        trials: of both kinds.

    Attributes:
        places: how many places there are; odd ones are mated scores, ascending.
        own: `(m,)` place of each mated score.
        subject: `(m,)` number of its person.
        weights: `(m,)` of the mated scores; those of a person sum to 1.
        counts: `(places,)` strangers at each place.
    """

    def __init__(self, trials: Trials) -> None:
        scale = scale_of(np.unique(trials.mated))
        self.places = scale.places
        self.own, self._others = _placed(trials.mated, scale), _placed(trials.strangers, scale)
        self.subject = trials.subject
        self.weights: Floats = 1.0 / trials.mated_counts[trials.subject]
        self.counts = np.bincount(self._others, minlength=self.places)
        self._met, self._numbers = (trials.first, trials.second), trials.numbers

    def by_person(self, people: Integers) -> Iterator[tuple[Integers, Integers]]:
        """Numbers `(k,)` of so many people at a time, and their strangers `(k, places)`."""
        for block in blocks_of(people, self.places):
            row = np.full(self._numbers, -1)
            row[block] = np.arange(len(block))
            counts = np.zeros((len(block), self.places), np.int64)
            _count_by_person(self._others, self._met, row, counts)
            yield block, counts


def _placed(scores: Floats, scale: Scale) -> NDArray[np.int32]:
    places = np.empty(len(scores), np.int32)
    _find_places(scores, scale, places)
    return places


@exact
def _find_places(scores: Floats, scale: Scale, places: NDArray[np.int32]) -> None:
    values, starts, low, factor = scale
    last = float(len(starts) - 2)
    for n in range(len(scores)):
        step = step_of(scores[n], low, factor, last)
        places[n] = place_within(scores[n], values, starts[step], starts[step + 1])


@exact
def _count_by_person(
    places: NDArray[np.int32], people: tuple[Integers, Integers], row: Integers, counts: Integers
) -> None:
    """Count places `(n,)` for both people of each comparison, who have a row of `counts` or -1."""
    for n in range(len(places)):
        for person in (people[0][n], people[1][n]):
            if row[person] >= 0:
                counts[row[person], places[n]] += 1
