"""How often the right person is among the first k of a gallery, with each person left out too."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact, exact_inside
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.ladder import Ladder


def subject_rates(ladder: Ladder, gallery: int, rank: int) -> Floats:
    """Rate of every subject with mated scores, by ascending number.

    Args:
        ladder: of both kinds of comparisons.
        gallery: N, at least 2, the one asked for among them.
        rank: k, at least 1.
    """
    rates = np.empty(ladder.places // 2)
    _rates_at(ladder.counts, gallery, rank, rates)
    people, counts = np.unique(ladder.subject, return_counts=True)
    found: Floats = np.bincount(ladder.subject, rates[ladder.own // 2])[people] / counts
    return found


def mean_rates_without(ladder: Ladder, gallery: int, rank: int, people: Integers) -> Floats:
    """Mean over subjects without each person `(people,)`; NaN where nothing is left."""
    parts = [np.empty(0)]
    for block, counts in ladder.by_person(people):
        means = np.empty(len(block))
        own = (ladder.own, ladder.subject, ladder.weights)
        _means_without(own, ladder.counts, (block, counts), (gallery, rank), means)
        parts.append(means)
    return np.concatenate(parts)


@exact
def _means_without(
    own: tuple[NDArray[np.int32], Integers, Floats],
    counts: Integers,
    left_out: tuple[Integers, Integers],
    search: tuple[int, int],
    means: Floats,
) -> None:
    """Put the mean rate without each person into `means` `(people,)`.

    Args:
        own: places, people and weights of the mated comparisons, `(m,)`; a subject's sum to 1.
        counts: strangers at each place.
        left_out: numbers of the people, and their strangers at each place `(people, places)`.
        search: size of the gallery, and rank.
        means: result.
    """
    places, subject, weights = own
    people, taken = left_out
    rates = np.empty(len(counts) // 2)
    for k in range(len(people)):
        _rates_at(counts - taken[k], search[0], search[1], rates)
        total = subjects = 0.0
        for n in range(len(places)):
            if subject[n] != people[k]:
                total += weights[n] * rates[places[n] // 2]
                subjects += weights[n]
        means[k] = total / subjects if subjects > 0.0 else np.nan


@exact
def _rates_at(counts: Integers, gallery: int, rank: int, rates: Floats) -> None:
    """Put the rate of every distinct mated score into `rates` `(places // 2,)`.

    Of each it is the probability that fewer than k of N - 1 strangers score above it, each with
    the share of the strangers that do, ties half; NaN without strangers.
    """
    total = counts.sum()
    if total == 0:
        rates[:] = np.nan
        return
    below = counts[0]
    for value in range(len(rates)):
        tied = counts[2 * value + 1]
        share = 1.0 - (2 * below + tied) / (2 * total)
        rates[value] = _fewer(share, gallery - 1, rank)
        below += tied + counts[2 * value + 2]


@exact_inside
def _fewer(share: float, others: int, rank: int) -> float:
    """P(fewer than `rank` of so many others), each with the same probability."""
    if rank > others or share <= 0.0:
        return 1.0
    if share >= 1.0:
        return 0.0
    term = float(np.exp(others * np.log1p(-share)))
    sum_of_terms = term
    for k in range(1, rank):
        term *= (others - k + 1) / k * share / (1.0 - share)
        sum_of_terms += term
    return min(sum_of_terms, 1.0)
