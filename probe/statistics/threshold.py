"""Thresholds for a false match rate: set once on strangers, then applied everywhere.

A comparison matches if and only if its score exceeds the threshold. The threshold for the rate f
is the (k+1)-th largest of N non-mated scores, k = floor(f N): exactly the k comparisons above it
match falsely (fewer where scores are tied). With fewer than five such comparisons it would be
practically the largest score seen, so the rate counts as not resolved.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Protocol

import numpy as np

from probe.errors import ComparisonError
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.strangers import StrangerScores
from probe.wording import Message, refusal

FEWEST_FALSE_MATCHES = 5
"""A threshold resting on fewer false matches does not support the rate it is named after.

An empirical rule of ours: in simulations the interval of an FNMR at the true rate covered at least
94.6 % (a difference of two models 96.0 %) with five false matches or more, and as little as 73.2 %
(86.1 %) with fewer. False matches are not independent events, so this is no binomial argument. A
lower number would print rates that their thresholds do not have.
"""


class Counted(Protocol):
    """How many comparisons of strangers there are, as of `StrangerScores`."""

    @property
    def comparisons(self) -> int:
        """N."""
        ...

    @property
    def involving(self) -> Integers:
        """`(P,)` how many each person takes part in."""
        ...

    @property
    def people(self) -> int:
        """How many people take part."""
        ...

    @property
    def directions(self) -> int:
        """2 when each pair of people was compared in both roles."""
        ...


@dataclass(frozen=True, eq=False)
class Threshold:
    """A score above which two pictures are called the same person.

    Attributes:
        value: match if and only if score > value; NaN when not even one false match is allowed.
        fmr: the false match rate asked for, 0..1.
        false_matches: k, how many comparisons of strangers may exceed it.
        comparisons: N, comparisons of strangers it was set on.
        people: how many people they come from.
        directions: 2 when each pair of people was compared in both roles, else 1.
        deleted: `(P,)` the threshold without each person, by number; NaN for a number that took no
            part.
    """

    value: float
    fmr: float
    false_matches: int
    comparisons: int
    people: int
    directions: int
    deleted: Floats

    @property
    def pictures_each(self) -> float:
        """Pictures a person, as N tells (exact when all have as many)."""
        return pictures_each(self.people, self.comparisons, self.directions)

    @property
    def resolved(self) -> bool:
        """Whether enough false matches stand behind it; the two directions of a pair count once."""
        return self.false_matches // self.directions >= FEWEST_FALSE_MATCHES

    @property
    def refusal(self) -> str:
        """Why the rate is not supported, in words; empty when it is."""
        if self.resolved:
            return ""
        return shortage(self.fmr, self.people, self.comparisons, self.directions)


def least_rate(comparisons: int, directions: int) -> float:
    """The lowest rate that so many comparisons resolve, rounded up to two digits; 1 for none."""
    if comparisons < FEWEST_FALSE_MATCHES * directions:
        return 1.0
    rate = Fraction(FEWEST_FALSE_MATCHES * directions, comparisons)
    unit = Fraction(10) ** (math.floor(math.log10(rate)) - 1)
    return float(math.ceil(rate / unit) * unit)


def shortage(fmr: float, people: int, comparisons: int, directions: int) -> str:
    """How many people a false match rate needs, beside how many there are: a message as JSON.

    Args:
        fmr: the rate.
        people: who were compared as strangers, at least two.
        comparisons: N of them.
        directions: 2 when each pair of people was compared in both roles, else 1.
    """
    exact = pictures_each(people, comparisons, directions)
    pictures = round(exact)
    if pictures < 1 or abs(exact - pictures) > 1e-9:  # a square root that is no whole number
        # Unequal counts, or not every two pictures compared: more people alike is what helps.
        pairs = float(FEWEST_FALSE_MATCHES / _exact(fmr)) / exact**2
        values = {"fmr": fmr, "needed": people_of(pairs), "people": people}
        return Message("note-shortage-of-people", values).json()
    values = {"fmr": fmr, "needed": people_needed(fmr, pictures), "people": people}
    return Message("note-shortage", {**values, "pictures": pictures}).json()


def threshold_at(strangers: StrangerScores, fmr: float) -> Threshold:
    """The threshold for a false match rate, with the threshold without each person.

    A rate that is not resolved still gets its threshold (NaN when k = 0), marked `resolved` False:
    the error rates at that very threshold may be shown, the rate it was meant for may not.

    Args:
        strangers: scores between strangers.
        fmr: false match rate, strictly between 0 and 1.

    Raises:
        ComparisonError: no strangers, or a rate outside 0..1.
    """
    check_rate(fmr, strangers.comparisons)
    return threshold_from(fmr, strangers, partial(_without, strangers))


def check_rate(fmr: float, comparisons: int) -> None:
    """Refuse a rate outside 0..1, and no comparisons to set a threshold on.

    Raises:
        ComparisonError: either.
    """
    if not 0 < fmr < 1:
        raise refusal(
            ComparisonError,
            Message("statistics-rate-outside", {"fmr": str(fmr)}),
            hint=Message("statistics-rate-example"),
        )
    if comparisons == 0:
        raise refusal(
            ComparisonError,
            Message("statistics-no-strangers"),
            hint=Message("statistics-use-strangers"),
        )


def threshold_from(
    fmr: float, strangers: Counted, without: Callable[[int, int], float]
) -> Threshold:
    """The threshold for a false match rate, wherever the scores are.

    Args:
        fmr: false match rate, strictly between 0 and 1.
        strangers: how many comparisons there are.
        without: (number of a person, rank) -> the score of a rank (from 0) among the comparisons
            without that person; -1 for nobody.
    """
    allowed = allowed_false_matches(fmr, strangers.comparisons)
    # A match lies above the threshold: the score of rank k (from 0) leaves k above it, or fewer
    # where scores tie, never more than the rate allows.
    value = without(-1, allowed) if allowed else float("nan")
    deleted = np.full(len(strangers.involving), np.nan)
    for person in np.flatnonzero(strangers.involving).tolist():
        left = strangers.comparisons - int(strangers.involving[person])
        if left and allowed:
            deleted[person] = without(person, allowed_false_matches(fmr, left))
    return Threshold(
        value,
        fmr,
        allowed,
        strangers.comparisons,
        strangers.people,
        strangers.directions,
        deleted,
    )


def allowed_false_matches(fmr: float, comparisons: int) -> int:
    """K = floor(f N), with f read as the decimal number it is written as."""
    return int(_exact(fmr) * comparisons)


def people_needed(fmr: float, pictures_each: int) -> int:
    """The fewest people of whom n pictures each resolve a false match rate.

    The least P with floor(f n^2 P (P-1) / 2) >= `FEWEST_FALSE_MATCHES`.

    Raises:
        ComparisonError: a rate outside 0..1, or no pictures.
    """
    if not 0 < fmr < 1 or pictures_each < 1:
        raise ComparisonError(f"{pictures_each} pictures cannot resolve a rate of {fmr}")
    return people_of(float(-(-FEWEST_FALSE_MATCHES // (_exact(fmr) * pictures_each**2))))


def pictures_each(people: int, comparisons: int, directions: int) -> float:
    """Pictures a person that make so many comparisons of different people; NaN for one person."""
    pairs = people * (people - 1) / 2 * directions
    return math.sqrt(comparisons / pairs) if pairs else float("nan")


def people_of(pairs: float) -> int:
    """The fewest people who make so many pairs of people."""
    # P (P - 1) / 2 >= pairs holds from just above sqrt(2 pairs) on.
    people = max(2, int(np.sqrt(2 * pairs)))
    while people * (people - 1) / 2 < pairs:
        people += 1
    return people


def percent(rate: float) -> str:
    """A rate 0..1 as people write it: `1 %`, `0.1 %`."""
    return f"{100 * rate:g} %"


def _exact(rate: float) -> Fraction:
    """A rate as the decimal number it is written as."""
    # As a binary number 0.29 is a little less: of 100 comparisons it would allow 28.
    return Fraction(repr(float(rate)))


def _without(strangers: StrangerScores, person: int, rank: int) -> float:
    """The score of a rank (from 0) among the comparisons without a person."""
    # The rank-th score without a person stands near rank: a look at the top of the list is enough.
    # Ours; where it is too short it is doubled.
    reach = 3 * (rank + 1) + 60
    while True:
        first, second = strangers.first[:reach], strangers.second[:reach]
        others = np.flatnonzero((first != person) & (second != person))
        if rank < len(others):
            return float(strangers.scores[others[rank]])
        reach *= 2
