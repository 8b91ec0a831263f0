"""Comparisons of strangers at a threshold, by pair of people: what a false match rate rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.statistics.jackknife import Floats, Integers
from probe.statistics.strangers import StrangerScores

MOST_EMPTY = 4
"""Places for a comparison up to which pairs of people are counted in a table of all pairs (ours):
sorting the comparisons takes several times as long, and as much memory again."""

Products = tuple[float, float, float]
"""Sums of products of entries with themselves, with their other direction, and with those that
share one person; of two different entries both orders count."""


class Outcomes(Protocol):
    """What a false match rate and its interval ask of comparisons by pair of people.

    An entry is a pair of people that was compared; two people who were compared in both roles (own
    clothes against the protocol's) have an entry for either direction.
    """

    @property
    def subjects(self) -> int:
        """How many people are subjects, the first."""
        ...

    @property
    def variance(self) -> float:
        """Of the scores over all comparisons."""
        ...

    @property
    def entries(self) -> int:
        """How many entries there are."""
        ...

    @property
    def comparisons(self) -> int:
        """How many comparisons there are."""
        ...

    @property
    def false_matches(self) -> int:
        """How many of them lie above the threshold."""
        ...

    @property
    def rate(self) -> float:
        """Share of the comparisons above the threshold; NaN without any."""
        ...

    @property
    def taking_part(self) -> Integers:
        """Numbers of the people who were compared, ascending."""
        ...

    @property
    def carrying(self) -> tuple[int, int]:
        """Pairs of people with at least one false match, and the people in them."""
        ...

    @property
    def by_person(self) -> tuple[Floats, Floats]:
        """`(people,)`: comparisons above the threshold, and comparisons, of each person."""
        ...

    @property
    def spread(self) -> float:
        """Variance of the means of entries, each weighing as its comparisons."""
        ...

    def pair_products(self, alone: float, itself: float) -> float:
        """Sum over entries of their squared weight times (alone / comparisons + itself)."""
        ...

    def products_of_weights(self) -> Products:
        """Sums of products of the share of all comparisons that an entry has."""
        ...

    def products_of_ones(self) -> Products:
        """Sums of products of 1 / n of entries."""
        ...

    def products_of_deviations(self) -> Products:
        """Sums of products of how far means lie from the mean of all, over n."""
        ...


@dataclass(frozen=True, eq=False)
class StrangerOutcomes:
    """Comparisons of different people at a threshold: an entry for each pair of people compared.

    Two people who were compared in both roles (own clothes against the protocol's) have an entry
    for either direction.

    Attributes:
        above: `(n,)` comparisons above the threshold.
        compared: `(n,)` comparisons, at least one.
        means: `(n,)` mean score.
        first: `(n,)` number of one of the two people, a subject: 0..subjects-1.
        second: `(n,)` number of the other.
        subjects: how many people are subjects; further strangers have the numbers from there on.
        variance: of the scores over all comparisons.
    """

    above: Integers
    compared: Integers
    means: Floats
    first: Integers
    second: Integers
    subjects: int
    variance: float

    @cached_property
    def people(self) -> int:
        """One more than the highest number of a person."""
        return int(max(self.subjects, self.second.max(initial=-1) + 1))

    @property
    def rate(self) -> float:
        """Share of the comparisons above the threshold; NaN without any."""
        comparisons = int(self.compared.sum())
        return float(self.above.sum() / comparisons) if comparisons else float("nan")

    @property
    def entries(self) -> int:
        """How many pairs of people have been compared; either direction counts."""
        return len(self.first)

    @property
    def comparisons(self) -> int:
        """How many comparisons there are."""
        return int(self.compared.sum())

    @property
    def false_matches(self) -> int:
        """How many of them lie above the threshold."""
        return int(self.above.sum())

    @property
    def taking_part(self) -> Integers:
        """Numbers of the people who were compared, ascending."""
        return np.flatnonzero(self._who(np.ones(self.entries, bool)))

    @property
    def carrying(self) -> tuple[int, int]:
        """Pairs of people with at least one false match, and the people in them."""
        some = self.above > 0
        back = self.turned[some]
        in_both_directions = int(np.count_nonzero(some[back[back >= 0]]))
        people = np.count_nonzero(self._who(some))
        return int(np.count_nonzero(some)) - in_both_directions // 2, int(people)

    @property
    def by_person(self) -> tuple[Floats, Floats]:
        """`(people,)`: comparisons above the threshold, and comparisons, of each person."""
        return self._by_person(self.above), self._by_person(self.compared)

    @property
    def spread(self) -> float:
        """Variance of the means of entries, each weighing as its comparisons."""
        return float(self._weights @ (self.means - self._weights @ self.means) ** 2)

    def pair_products(self, alone: float, itself: float) -> float:
        """Sum over entries of their squared weight times (alone / comparisons + itself)."""
        return float(self._weights**2 @ (alone / self.compared + itself))

    def products_of_weights(self) -> Products:
        """Sums of products of the share of all comparisons that an entry has."""
        return self._products(self._weights)

    def products_of_ones(self) -> Products:
        """Sums of products of 1 / n of entries."""
        return self._products(np.full(self.entries, 1.0 / self.entries))

    def products_of_deviations(self) -> Products:
        """Sums of products of how far means lie from the mean of all, over n."""
        return self._products(
            (self.means - self.means.mean()) * np.full(self.entries, 1.0 / self.entries)
        )

    @cached_property
    def _weights(self) -> Floats:
        return np.asarray(self.compared / self.compared.sum(), np.float64)

    def _products(self, values: Floats) -> Products:
        back = self.turned >= 0
        itself, sums = values @ values, self._by_person(values)
        turned = float(values[back] @ values[self.turned[back]])
        # At both of its people an entry meets itself, and its other direction.
        return float(itself), turned, float(sums @ sums - 2 * itself) - 2 * turned

    def _who(self, entries: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Whether a person takes part in some of the entries, `(people,)`."""
        people = np.zeros(self.people, bool)
        people[self.first[entries]] = True
        people[self.second[entries]] = True
        return people

    def _by_person(self, values: ArrayLike) -> Floats:
        """Sum of the entries that each person takes part in, `(people,)`."""
        given = np.asarray(values, np.float64)
        first = np.bincount(self.first, given, minlength=self.people)
        second = np.bincount(self.second, given, minlength=self.people)
        return np.asarray(first + second, np.float64)

    @cached_property
    def turned(self) -> Integers:
        """`(n,)` the entry that is the other direction of an entry; -1 without one."""
        if (self.first < self.second).all():
            return np.full(self.entries, -1)
        code = self.first * self.people + self.second
        order = np.argsort(code)
        asked = self.second * self.people + self.first
        place = np.minimum(np.searchsorted(code, asked, sorter=order), len(code) - 1)
        there = code[order[place]] == asked
        return np.where(there, order[place], -1)


def outcomes_of_table(
    above: ArrayLike,
    compared: ArrayLike,
    means: ArrayLike,
    variance: float,
    *,
    mirrored: bool = False,
) -> StrangerOutcomes:
    """Outcomes from tables by pair of people.

    Args:
        above: `(S, T)` comparisons above the threshold; columns are the subjects, then strangers.
        compared: `(S, T)` comparisons; 0 where two people were not compared.
        means: `(S, T)` mean scores, read where there are comparisons.
        variance: of the scores.
        mirrored: a pair of subjects stands in both places with the same comparisons.
    """
    counts = np.asarray(compared, np.int64)
    first, second = np.nonzero(counts)
    if mirrored:
        once = second > first
        first, second = first[once], second[once]
    places = first, second
    return StrangerOutcomes(
        np.asarray(above, np.int64)[places], counts[places], np.asarray(means, float)[places],
        first.astype(np.int64), second.astype(np.int64), len(counts), variance,
    )  # fmt: skip


def outcomes_of_scores(strangers: StrangerScores, threshold: float) -> StrangerOutcomes:
    """Outcomes from scores of strangers, as thresholds are set on them.

    Args:
        strangers: of whom at least one of two people, `first`, is a subject.
        threshold: match if and only if score > threshold.
    """
    people = len(strangers.involving)
    entry = strangers.first * people + strangers.second
    code: Integers
    if people**2 <= MOST_EMPTY * len(entry):  # a table of all pairs of people has few empty places
        code = np.flatnonzero(np.bincount(entry, minlength=people**2))
        places = np.empty(people**2, entry.dtype)
        places[code] = np.arange(len(code))
        entry = places[entry]
    else:
        code, entry = np.unique(entry, return_inverse=True)
    passing = int(np.count_nonzero(strangers.scores > threshold))  # the first, for they descend
    above = np.bincount(entry[:passing], minlength=len(code))
    compared = np.bincount(entry, minlength=len(code))
    sums = np.bincount(entry, strangers.scores, minlength=len(code))
    first, second = np.divmod(code.astype(np.int64), people)
    subjects = people if strangers.subjects is None else strangers.subjects
    return StrangerOutcomes(
        above.astype(np.int64), compared, sums / np.maximum(compared, 1), first, second,
        subjects, float(np.var(strangers.scores)) if len(strangers.scores) else 0.0,
    )  # fmt: skip
