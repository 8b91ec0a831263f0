"""Identification of one person among a gallery of N: closed set (rank 1) and open set (FNIR).

Both follow from comparisons by a model: the N - 1 other people of a gallery are independent draws
from all strangers (the binomial model of Phillips, Grother and Micheals, *Handbook of Face
Recognition*, 2005, and Grother and Phillips, CVPR 2004). People who resemble each other are found
together, which the model does not know; what it says of galleries far larger than the people who
were measured is an extrapolation.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from probe.statistics.confidence import Interval, refused
from probe.statistics.fnmr import excess_variance, population_fnmr_interval
from probe.statistics.intervals import fnmr_interval
from probe.statistics.jackknife import STRANGERS, SUBJECTS, Floats, Integers, Jackknifed
from probe.statistics.strangers import StrangerScores
from probe.statistics.threshold import FEWEST_FALSE_MATCHES, threshold_at
from probe.wording import Message


def rank_rate(
    mated: Sequence[Floats], strangers: StrangerScores, gallery: int, rank: int, people: Integers
) -> Interval:
    """Rate of being among the first k of a gallery with one picture of each of N people.

    Of a mated score s it is the probability that fewer than k of N - 1 strangers score above s,
    each with the measured share (ties half); the mean over a subject's scores, then over subjects.
    The interval is that of a miss rate, with what the strangers add to its variance by leaving each
    person out.

    Args:
        mated: each subject's mated scores.
        strangers: comparisons of different people in the same conditions.
        gallery: N, at least 2, the one asked for among them.
        rank: k, at least 1.
        people: `(S,)` number of each subject among the strangers' people.
    """
    if not supported(strangers, gallery):
        return refused(float("nan"), Message("note-gallery-too-large").json(), len(mated))
    scored = [k for k, scores in enumerate(mated) if len(scores)]
    rates = _rates([mated[k] for k in scored], strangers.scores[::-1], gallery, rank)
    statistic = _left_out([mated[k] for k in scored], strangers, (gallery, rank), people[scored])
    misses = fnmr_interval(1.0 - rates, excess_variance(statistic, rates))
    return Interval(
        1.0 - misses.estimate, 1.0 - misses.high, 1.0 - misses.low,
        misses.method, misses.note, misses.subjects,
    )  # fmt: skip


def supported(strangers: StrangerScores, gallery: int) -> bool:
    """Whether so many strangers were compared that one in N - 1 of them is seen five times."""
    return strangers.comparisons >= FEWEST_FALSE_MATCHES * max(1, gallery - 1)


def open_set_misses(
    mated: Sequence[Floats],
    strangers: StrangerScores,
    gallery: int,
    fpir: float,
    people: Integers,
) -> Interval:
    """FNIR at a false positive identification rate, for a gallery of N people.

    The threshold is that at which a stranger matches anybody of the gallery with probability FPIR:
    1 - (1 - FMR)^N = FPIR. A mated search at or below it is a miss (ISO/IEC 19795-1, with no limit
    on the rank). The interval carries the threshold's own error. Refused where strangers do not
    resolve the FMR.

    Args:
        mated: each subject's mated scores.
        strangers: comparisons of different people in the same conditions.
        gallery: N.
        fpir: the rate, strictly between 0 and 1.
        people: `(S,)` number of each subject among the strangers' people; -1 for none.
    """
    threshold = threshold_at(strangers, rate_of_one(fpir, gallery))
    if not threshold.resolved:
        return refused(float("nan"), threshold.refusal, len(mated))
    return population_fnmr_interval(mated, threshold, people)


def rate_of_one(fpir: float, gallery: int) -> float:
    """The false match rate of a single comparison that makes an FPIR among N independent ones."""
    return float(-np.expm1(np.log1p(-fpir) / gallery))


def _rates(mated: Sequence[Floats], ascending: Floats, gallery: int, rank: int) -> Floats:
    """Rate of every subject."""
    from scipy import special

    ends = np.cumsum([0, *map(len, mated)])
    above = 1.0 - _below(np.concatenate(mated), ascending)
    found = special.bdtr(min(rank, gallery) - 1, gallery - 1, above)
    sums = np.add.reduceat(found, ends[:-1])
    return np.asarray(sums / np.diff(ends), np.float64)


def _below(scores: Floats, ascending: Floats) -> Floats:
    lower, upper = (np.searchsorted(ascending, scores, side=side) for side in ("left", "right"))
    return np.asarray((lower + upper) / (2 * len(ascending)), np.float64)


def _left_out(
    mated: Sequence[Floats],
    strangers: StrangerScores,
    place: tuple[int, int],
    people: Integers,
) -> Jackknifed:
    """The mean rate, and with every person left out of mated and of strangers' comparisons."""
    subject_of = {int(number): k for k, number in enumerate(people)}
    deleted: dict[str, list[float]] = {SUBJECTS: [], STRANGERS: []}
    for person in np.flatnonzero(strangers.involving).tolist():
        kept = (strangers.first != person) & (strangers.second != person)
        others = strangers.scores[kept][::-1]
        left = [s for k, s in enumerate(mated) if k != subject_of.get(person)]
        mean = float(_rates(left, others, *place).mean()) if len(others) and left else np.nan
        deleted[SUBJECTS if person in subject_of else STRANGERS].append(mean)
    estimate = float(_rates(mated, strangers.scores[::-1], *place).mean())
    groups = {name: np.array(values) for name, values in deleted.items() if len(values) > 1}
    return Jackknifed(estimate, groups)
