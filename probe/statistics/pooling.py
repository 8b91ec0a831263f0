"""The best increasing map of scores to probabilities: adjacent violators pooled (PAV).

Strangers between two mated scores may be pooled beforehand without changing the map, so that they
need only be counted by their places among the mated scores.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.ladder import Ladder


def pooled_bits(ladder: Ladder) -> float:
    """Cllr at the best increasing map of the scores."""
    return float(_bits(ladder, np.array([-1]), np.zeros((1, ladder.places), np.int64))[0])


def pooled_bits_without(ladder: Ladder, people: Integers) -> Floats:
    """The same without each person `(people,)`; both kinds of comparisons must be left."""
    parts = [_bits(ladder, block, counts) for block, counts in ladder.by_person(people)]
    return np.concatenate([np.empty(0), *parts])


def _bits(ladder: Ladder, people: Integers, taken: Integers) -> Floats:
    costs = np.empty(len(people))
    own = (ladder.own, ladder.subject, ladder.weights)
    _costs_without(own, ladder.counts, (people, taken), costs)
    bits: Floats = costs / (2 * np.log(2))
    return bits


@exact
def _costs_without(
    own: tuple[NDArray[np.int32], Integers, Floats],
    counts: Integers,
    left_out: tuple[Integers, Integers],
    costs: Floats,
) -> None:
    """Put the cost without each person into `costs` `(people,)`, in natural logarithms.

    Args:
        own: places, people and weights of the mated comparisons, `(m,)`; a subject's sum to 1.
        counts: strangers at each place.
        left_out: numbers of the people, and their strangers at each place `(people, places)`.
        costs: result.
    """
    places, subject, weights = own
    people, taken = left_out
    for k in range(len(people)):
        same, other = np.zeros(len(counts)), np.empty(len(counts))
        for n in range(len(places)):
            if subject[n] != people[k]:
                same[places[n]] += weights[n]
        for place in range(len(counts)):
            other[place] = counts[place] - taken[k, place]
        costs[k] = pooled_cost(same / same.sum(), other / other.sum())


@exact
def pooled_cost(same: Floats, other: Floats) -> float:
    """Cost of the best increasing probabilities of the same person, in natural logarithms.

    Args:
        same: `(places,)` weights of the same person, by ascending score.
        other: those of other people.
    """
    first, second = np.empty((2, len(same)))
    blocks = 0
    for place in range(len(same)):
        one, two = same[place], other[place]
        if one == 0.0 and two == 0.0:
            continue
        while blocks and first[blocks - 1] * two >= one * second[blocks - 1]:
            blocks -= 1
            one, two = one + first[blocks], two + second[blocks]
        first[blocks], second[blocks] = one, two
        blocks += 1
    cost = 0.0
    for k in range(blocks):
        both = first[k] + second[k]
        if first[k] > 0.0 and second[k] > 0.0:
            cost -= first[k] * np.log(first[k] / both) + second[k] * np.log(second[k] / both)
    return cost
