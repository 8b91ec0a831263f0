"""CMC over galleries of one random picture a person (the old CUHK03 rule).

Ten galleries are drawn for every query with NumPy's legacy generator, person by person in the order
of the ranking, as the official routines do; the same seed gives their figures.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.retrieval.ranks import Floats, Row
from probe.retrieval.rules import Integers


def single_shot_masses(
    row: Row,
    removed: Integers,
    people: Integers,
    person: int,
    repeats: int,
    length: int,
    generator: np.random.RandomState,
) -> Floats:
    """Mean over sampled galleries of one query's mass at each rank, `(length,)`.

    Args:
        row: `(g,)` distances.
        removed: positions left out.
        people: `(g,)` persons of the gallery.
        person: the query's.
        repeats: sampled galleries.
        length: ranks kept.
        generator: advanced by one draw for every person and repeat.
    """
    kept = np.ones(len(row), bool)
    kept[removed] = False
    order = np.argsort(row, kind="stable")
    ranked = people[order[kept[order]]]
    shots, target = _shots_by_person(ranked, person)
    masses = np.zeros(length)
    for _ in range(repeats):
        drawn = np.array([places[generator.randint(0, len(places))] for places in shots])
        rank = int(np.count_nonzero(drawn < drawn[target]))
        if rank < length:
            masses[rank] += 1.0 / repeats
    return masses


def _shots_by_person(ranked: Integers, person: int) -> tuple[list[NDArray[np.intp]], int]:
    """Places of every person in the order of first appearance, and which of them is asked for."""
    names, first, number = np.unique(ranked, return_index=True, return_inverse=True)
    by_person = np.split(np.argsort(number, kind="stable"), np.cumsum(np.bincount(number))[:-1])
    appearance = np.argsort(first)
    target = int(np.flatnonzero(names[appearance] == person)[0])
    return [by_person[k] for k in appearance], target
