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
from probe.statistics.gallery_ranks import mean_rates_without, subject_rates
from probe.statistics.intervals import fnmr_interval
from probe.statistics.jackknife import STRANGERS, SUBJECTS, Floats, Integers, Jackknifed
from probe.statistics.ladder import Ladder
from probe.statistics.strangers import StrangerScores
from probe.statistics.threshold import FEWEST_FALSE_MATCHES, threshold_at
from probe.statistics.trials import Trials
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
    counts = [len(scores) for scores in mated]
    ladder = Ladder(Trials(
        np.concatenate(mated), np.repeat(people, counts), strangers.scores, strangers.first,
        strangers.second, len(mated),
    ))  # fmt: skip
    rates = subject_rates(ladder, gallery, rank)
    met = np.flatnonzero(strangers.involving)
    deleted = mean_rates_without(ladder, gallery, rank, met)
    is_subject = np.isin(met, people[np.array(counts) > 0])
    groups = {SUBJECTS: deleted[is_subject], STRANGERS: deleted[~is_subject]}
    kept = {name: values for name, values in groups.items() if len(values) > 1}
    statistic = Jackknifed(float(rates.mean()), kept)
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
