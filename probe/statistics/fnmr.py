"""False non-match rates by subject, and what an estimated threshold adds to their variance.

Two questions, two intervals. *This threshold*: "with this threshold, which FNMR would new people
show?" is `fnmr_interval` of the subjects' rates. *The population's threshold*: "which FNMR has the
threshold that truly has the stated FMR?" adds the threshold's own sampling error; where the rate
is not resolved there is no answer.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from probe.statistics.confidence import LEVEL, Interval, refused
from probe.statistics.intervals import fnmr_interval
from probe.statistics.jackknife import STRANGERS, SUBJECTS, Floats, Jackknifed
from probe.statistics.paired import paired_fnmr_interval
from probe.statistics.threshold import Threshold


def fnmr_by_subject(mated: Sequence[ArrayLike], threshold: float) -> Floats:
    """Share 0..1 of each subject's mated scores at or below a threshold, `(S,)`.

    NaN for a subject without scores, and everywhere when the threshold is NaN.

    Args:
        mated: each subject's mated scores; their numbers may differ.
        threshold: match if and only if score > threshold.
    """
    by_subject = [np.asarray(scores, np.float64) for scores in mated]
    if np.isnan(threshold):
        return np.full(len(by_subject), np.nan)
    return np.array([np.mean(s <= threshold) if s.size else np.nan for s in by_subject])


def population_fnmr_interval(
    mated: Sequence[ArrayLike],
    threshold: Threshold,
    people: ArrayLike | None = None,
    level: float = LEVEL,
) -> Interval:
    """Interval of the FNMR at the threshold that truly has the stated false match rate.

    Refused, in words, where the rate is not resolved (ignoring the threshold's error would cover
    60 to 91 % instead of 95 %).

    Args:
        mated: each subject's mated scores.
        threshold: with its deletions.
        people: `(S,)` number of each subject among the threshold's people; None when they are the
            first S in order.
        level: confidence level, 0..1.
    """
    rates = fnmr_by_subject(mated, threshold.value)
    if threshold.refusal:
        return _unresolved(rates, [threshold], level)
    return fnmr_interval(rates, threshold_variance(mated, threshold, people), level)


def paired_population_fnmr_interval(
    first: tuple[Sequence[ArrayLike], Threshold],
    second: tuple[Sequence[ArrayLike], Threshold],
    people: ArrayLike | None = None,
    level: float = LEVEL,
) -> Interval:
    """Interval of the difference of two models' FNMR at the same true false match rate, B - A.

    Args:
        first: mated scores of each subject under model A, and its threshold.
        second: the same subjects under model B.
        people: as for `population_fnmr_interval`.
        level: confidence level, 0..1.
    """
    a = fnmr_by_subject(first[0], first[1].value)
    b = fnmr_by_subject(second[0], second[1].value)
    if first[1].refusal or second[1].refusal:
        return _unresolved(b - a, [first[1], second[1]], level)
    return paired_fnmr_interval(a, b, paired_threshold_variance(first, second, people), level)


def threshold_variance(
    mated: Sequence[ArrayLike], threshold: Threshold, people: ArrayLike | None = None
) -> float:
    """What an estimated threshold adds to the variance of an FNMR (`extra_variance`).

    Args:
        mated: each subject's mated scores; subjects without any are passed over.
        threshold: with its deletions.
        people: as for `population_fnmr_interval`.
    """
    rates, statistic = jackknifed_fnmr(mated, threshold, people)
    return excess_variance(statistic, rates)


def paired_threshold_variance(
    first: tuple[Sequence[ArrayLike], Threshold],
    second: tuple[Sequence[ArrayLike], Threshold],
    people: ArrayLike | None = None,
) -> float:
    """What two models' estimated thresholds add to the variance of their FNMR difference.

    Args:
        first: mated scores of each subject under model A, and its threshold.
        second: the same subjects under model B.
        people: as for `population_fnmr_interval`.
    """
    both = [
        k
        for k, (a, b) in enumerate(zip(first[0], second[0], strict=True))
        if np.size(a) and np.size(b)
    ]
    numbers = np.arange(len(first[0])) if people is None else np.asarray(people, np.int64)
    (a, without_a), (b, without_b) = (
        jackknifed_fnmr([scores[k] for k in both], threshold, numbers[both])
        for scores, threshold in (first, second)
    )
    deleted = {
        group: without_b.deleted[group] - without_a.deleted[group] for group in without_a.deleted
    }
    return excess_variance(Jackknifed(without_b.estimate - without_a.estimate, deleted), b - a)


def threshold_shifts(mated: Sequence[ArrayLike], threshold: Threshold) -> Floats:
    """How the mean FNMR moves when a person is left out of the threshold, `(P,)`.

    The subjects stay: this is what the threshold alone does. 0 for people it does not rest on.

    Args:
        mated: each subject's mated scores.
        threshold: with its deletions, by person.
    """
    by_subject = [np.sort(np.asarray(scores, np.float64), axis=None) for scores in mated]
    scored = [scores for scores in by_subject if len(scores)]
    without = np.where(np.isnan(threshold.deleted), threshold.value, threshold.deleted)
    sums = np.zeros(len(without) + 1)
    for scores in scored:
        at = np.append(without, threshold.value)
        sums += np.searchsorted(scores, at, side="right") / len(scores)
    return np.asarray((sums[:-1] - sums[-1]) / max(1, len(scored)), np.float64)


def shifted_variance(per_subject: ArrayLike, shifts: Floats, people: ArrayLike) -> float:
    """What estimated thresholds add to the variance of a mean over subjects (`extra_variance`).

    The mean is of FNMR, or of a difference of two models' FNMR; a person who is a subject leaves
    both the mean and the thresholds.

    Args:
        per_subject: `(S,)`; NaN for a subject that is left out.
        shifts: `(P,)` as of `threshold_shifts`, of two models second minus first.
        people: `(S,)` number of each subject among the P people; -1 for one who is not there.
    """
    values = np.asarray(per_subject, np.float64)
    entered = np.isfinite(values)
    values, numbers = values[entered], np.asarray(people, np.int64)[entered]
    if len(values) < 2:
        return 0.0
    left = (values.mean() - values) / (len(values) - 1)
    moved = np.where(numbers >= 0, np.append(shifts, 0.0)[numbers], 0.0)
    deleted = {SUBJECTS: left + moved}
    further = np.delete(shifts, numbers[numbers >= 0])
    if len(further) > 1:
        deleted[STRANGERS] = further
    return excess_variance(Jackknifed(float(values.mean()), deleted), values)


def jackknifed_fnmr(
    mated: Sequence[ArrayLike], threshold: Threshold, people: ArrayLike | None = None
) -> tuple[Floats, Jackknifed]:
    """Each subject's FNMR, and the mean with every person deleted from threshold and subjects.

    Returns:
        rates `(S',)` of the subjects that have scores, and the mean rate with two groups of
        deletions: subjects, and further people who only helped to set the threshold.
    """
    numbers = np.arange(len(mated)) if people is None else np.asarray(people, np.int64)
    by_subject = [np.sort(np.asarray(scores, np.float64), axis=None) for scores in mated]
    scored = [k for k, scores in enumerate(by_subject) if len(scores)]
    if not scored:
        return np.empty(0), Jackknifed(float("nan"), {})
    who, count = numbers[scored], len(scored)
    without = np.where(np.isnan(threshold.deleted), threshold.value, threshold.deleted)
    at = np.append(without, threshold.value)
    at_threshold, without_self, sums = np.empty(count), np.empty(count), np.zeros(len(at))
    for n, k in enumerate(scored):  # a table of all would be as large as one of pairs of people
        rates = np.searchsorted(by_subject[k], at, side="right") / len(by_subject[k])
        at_threshold[n], without_self[n] = rates[-1], rates[who[n]]
        sums += rates
    deleted = {}
    if count > 1:
        deleted[SUBJECTS] = (sums[who] - without_self) / (count - 1)
    further = np.setdiff1d(np.flatnonzero(np.isfinite(threshold.deleted)), who)
    if len(further) > 1:
        deleted[STRANGERS] = sums[further] / count
    return at_threshold, Jackknifed(float(at_threshold.mean()), deleted)


def excess_variance(statistic: Jackknifed, per_subject: Floats) -> float:
    """Jackknife variance beyond that of a plain mean over subjects; never negative."""
    if len(per_subject) < 2:
        return 0.0
    return max(0.0, statistic.variance - float(np.var(per_subject, ddof=1)) / len(per_subject))


def _unresolved(rates: Floats, thresholds: Sequence[Threshold], level: float) -> Interval:
    finite = rates[np.isfinite(rates)]
    estimate = float(finite.mean()) if len(finite) else float("nan")
    reason = next(threshold.refusal for threshold in thresholds if threshold.refusal)
    return refused(estimate, reason, len(finite), level)
