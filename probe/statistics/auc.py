"""The interval of an area under the ROC curve over people; its coverage is in `benchmarks/`.

An AUC over subjects is 1 minus the mean of their placements: of each subject, the mean over the
mated scores of the share of non-mated scores at or above it, ties half.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.statistics.confidence import (
    LEVEL,
    Interval,
    refused,
    student_quantile,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.fnmr import excess_variance
from probe.statistics.intervals import finite_figures, pseudo_subject_limits
from probe.statistics.jackknife import STRANGERS, SUBJECTS, Floats, Integers, Jackknifed
from probe.statistics.strangers import StrangerScores

WORST_PLACEMENT = 0.5
"""Where the pseudo-subject stands that may have been missed: the worst plausible subject is told
apart by chance (our choice; it covers 96 to 100 %, see `benchmarks/coverage_study.md`)."""

NEARLY_PERFECT_AUC = 0.999
"""Above this AUC the upper limit is widened to that of Student's t.

Our choice: from here on the Beta's upper limit lies a millionth or so below 1 and would shut out an
AUC of 1, which the sample cannot exclude.
"""


def auc_interval(
    placements: ArrayLike, extra_variance: float = 0.0, level: float = LEVEL
) -> Interval:
    """Interval of an area under the ROC curve from the subjects' placements.

    Args:
        placements: `(S,)` in 0..1; NaN where a subject has no mated score.
        extra_variance: what the non-mated scores add, as of `auc_by_subject`.
        level: confidence level, 0..1.
    """
    values = finite_figures(placements)
    subjects = len(values)
    estimate = 1.0 - float(values.mean()) if subjects else float("nan")
    if reason := subjects_refusal(subjects):
        return refused(estimate, reason, subjects, level)
    low, high = pseudo_subject_limits(values, WORST_PLACEMENT, extra_variance, level)
    if estimate > NEARLY_PERFECT_AUC:
        variance = float(np.var(values, ddof=1)) / subjects + extra_variance
        margin = student_quantile(subjects - 1, level) * sqrt(variance)
        low = min(low, max(0.0, 1.0 - estimate - margin))
    note, method = subjects_note(subjects), "pseudo-subject Beta on placements"
    return Interval(estimate, 1.0 - high, 1.0 - low, method, note, subjects, level)


def auc_by_subject(
    mated: Sequence[ArrayLike], strangers: StrangerScores, people: ArrayLike | None = None
) -> tuple[Floats, float]:
    """The subjects' placements, and what the strangers add to the variance (for `auc_interval`).

    Args:
        mated: each subject's mated scores.
        strangers: every non-mated score of the same cell.
        people: `(S,)` number of each subject among the strangers' people; None: the first S.

    Returns:
        placements `(S,)`, NaN for a subject without scores; and the `extra_variance`.
    """
    numbers = np.arange(len(mated)) if people is None else np.asarray(people, np.int64)
    pool = strangers.scores[::-1]
    by_subject = [np.sort(np.asarray(scores, np.float64), axis=None) for scores in mated]
    placements = np.array(
        [
            1.0 - float(np.mean(_ranks(pool, scores))) / len(pool) if scores.size else np.nan
            for scores in by_subject
        ]
    )
    scored = np.flatnonzero(np.isfinite(placements))
    statistic = _jackknifed_placement(
        [by_subject[k] for k in scored], placements[scored], strangers, numbers[scored]
    )
    return placements, excess_variance(statistic, placements[scored])


def _jackknifed_placement(
    by_subject: list[Floats], placements: Floats, strangers: StrangerScores, numbers: Integers
) -> Jackknifed:
    """Mean placement, and with each person removed from the mated and the non-mated scores."""
    subject_of = {int(person): k for k, person in enumerate(numbers)}
    others = [int(k) for k in np.flatnonzero(strangers.involving) if int(k) not in subject_of]
    weights = [np.full(scores.size, 1 / scores.size) for scores in by_subject]
    everything = np.concatenate([*by_subject, np.empty(0)])
    order = np.argsort(everything, kind="stable")
    ranked = everything[order]
    mass = np.cumsum(np.concatenate([np.zeros(1), np.concatenate([*weights, np.empty(0)])[order]]))
    comparisons = _comparisons_by_person(strangers)
    deletions: dict[str, list[float]] = {SUBJECTS: [], STRANGERS: []}
    for person in [*map(int, numbers), *others]:
        theirs = strangers.scores[comparisons[person]]
        lower, upper = (np.searchsorted(ranked, theirs, side=side) for side in ("left", "right"))
        beaten = float(np.sum(mass[lower] + mass[upper])) / 2
        total = float(placements.sum()) * strangers.comparisons
        subjects = len(by_subject)
        if person in subject_of:
            scores = by_subject[subject_of[person]]
            beaten -= float(np.sum(_ranks(scores, theirs))) / scores.size
            total -= float(placements[subject_of[person]]) * strangers.comparisons
            subjects -= 1
        rest = (strangers.comparisons - len(theirs)) * subjects
        group = SUBJECTS if person in subject_of else STRANGERS
        deletions[group].append((total - beaten) / rest if rest else float("nan"))
    deleted = {name: np.array(values) for name, values in deletions.items() if len(values) > 1}
    return Jackknifed(float(placements.mean()) if by_subject else float("nan"), deleted)


def _comparisons_by_person(strangers: StrangerScores) -> list[NDArray[np.intp]]:
    """Positions of each person's comparisons."""
    people = np.concatenate([strangers.first, strangers.second])
    # A comparison stands twice, once for either of its people.
    order = np.argsort(people, kind="stable") % max(1, len(strangers.scores))
    return np.split(order, np.cumsum(strangers.involving)[:-1])


def _ranks(ascending: Floats, values: Floats) -> Floats:
    """How many of the sorted scores lie below each value, ties half."""
    lower = np.searchsorted(ascending, values, side="left")
    return (lower + np.searchsorted(ascending, values, side="right")) / 2
