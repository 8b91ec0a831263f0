"""Figures of mated and non-mated scores: FMR, FNMR, retention, log10 FMR, d', AUC, EER.

Rank figures (FMR, FNMR, log10 FMR, AUC, EER) do not change under any increasing map of the
scores, retention does not change under an affine one. Scores may carry weights, so that a
histogram (bin centres weighted by counts) or pairs of people weighing the same can be given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.statistics.fnmr import excess_variance
from probe.statistics.jackknife import STRANGERS, SUBJECTS, Floats, Jackknifed
from probe.statistics.strangers import StrangerScores


@dataclass(frozen=True)
class Rate:
    """An error rate with its counts.

    Attributes:
        errors: comparisons that went wrong.
        comparisons: comparisons made.
    """

    errors: int
    comparisons: int

    @property
    def value(self) -> float:
        """Errors over comparisons, 0..1; NaN without comparisons."""
        return self.errors / self.comparisons if self.comparisons else float("nan")


def false_non_matches(mated: ArrayLike, threshold: float) -> Rate:
    """Mated scores at or below a threshold (a comparison matches iff score > threshold)."""
    scores = _scores(mated)
    return Rate(int(np.count_nonzero(scores <= threshold)), scores.size)


def false_matches(nonmated: ArrayLike, threshold: float) -> Rate:
    """Non-mated scores above a threshold (a comparison matches iff score > threshold)."""
    scores = _scores(nonmated)
    return Rate(int(np.count_nonzero(scores > threshold)), scores.size)


def retention(
    mated: ArrayLike, nonmated: ArrayLike, mated_standard: ArrayLike, nonmated_standard: ArrayLike
) -> Floats:
    """(mated - nonmated) / (mated_standard - nonmated_standard), element by element.

    1 is as in the standard condition, 0 as between strangers. NaN where the standard condition
    does not tell people apart (its gap is not positive).

    Args:
        mated: mean mated score of the cells, any shape.
        nonmated: mean score between strangers of the same cells.
        mated_standard: mean mated score of the standard condition.
        nonmated_standard: mean score between strangers in the standard condition.
    """
    cell = np.asarray(mated, np.float64) - np.asarray(nonmated, np.float64)
    standard = np.asarray(mated_standard, np.float64) - np.asarray(nonmated_standard, np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(standard > 0, cell / standard, np.nan)


def log10_fmr(scores: ArrayLike, nonmated: ArrayLike) -> tuple[Floats, NDArray[np.bool_]]:
    """log10 of the share of non-mated scores at or above each score (empirical survival).

    The share is the false match rate of the strictest threshold that still accepts the score.

    Args:
        scores: any shape.
        nonmated: non-mated scores `(N,)`.

    Returns:
        log10 of the share, floored at log10(1/N), and whether it was floored (no non-mated score
        reaches it: to be printed as "< 1/N").
    """
    others = np.sort(_scores(nonmated))
    if not others.size:
        raise ComparisonError("there are no non-mated scores to place a score among")
    asked = np.asarray(scores, np.float64)
    reached = others.size - np.searchsorted(others, asked, side="left")
    values = np.log10(np.maximum(reached, 1) / others.size)
    return np.where(np.isnan(asked), np.nan, values), (reached == 0) & ~np.isnan(asked)


def d_prime(mated_mean: float, mated_sd: float, nonmated_mean: float, nonmated_sd: float) -> float:
    """Distance of two means in units of the root mean square of the two standard deviations.

    Infinite when both standard deviations are 0 and the means differ, NaN when they do not.
    """
    pooled = float(np.sqrt((mated_sd**2 + nonmated_sd**2) / 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(np.divide(mated_mean - nonmated_mean, pooled))


def auc(
    mated: ArrayLike,
    nonmated: ArrayLike,
    mated_weights: ArrayLike | None = None,
    nonmated_weights: ArrayLike | None = None,
) -> float:
    """P(mated score > non-mated score) + P(tie) / 2, 0..1: area under the ROC curve.

    Args:
        mated: scores `(m,)`.
        nonmated: scores `(n,)`.
        mated_weights: non-negative weights `(m,)`; None weighs all the same.
        nonmated_weights: `(n,)`, likewise.
    """
    same, other = _masses(mated, nonmated, mated_weights, nonmated_weights)
    below = np.cumsum(other) - other
    return float(np.sum(same * (below + other / 2)))


def eer(
    mated: ArrayLike,
    nonmated: ArrayLike,
    mated_weights: ArrayLike | None = None,
    nonmated_weights: ArrayLike | None = None,
) -> float:
    """Equal error rate: where the ROC curve, its points joined by straight lines, has FMR = FNMR.

    Tied scores are one point of the curve; no threshold between two points is invented, so the
    value is exact, symmetric in the two errors, and depends on ranks only.

    Args:
        mated: scores `(m,)`.
        nonmated: scores `(n,)`.
        mated_weights: non-negative weights `(m,)`; None weighs all the same.
        nonmated_weights: `(n,)`, likewise.
    """
    same, other = _masses(mated, nonmated, mated_weights, nonmated_weights)
    misses = np.concatenate([[0.0], np.cumsum(same)])
    matches = np.concatenate([[1.0], 1.0 - np.cumsum(other)])
    beyond = int(np.argmax(misses >= matches))
    (x0, x1), (y0, y1) = misses[beyond - 1 : beyond + 1], matches[beyond - 1 : beyond + 1]
    step = (y0 - x0) / ((y0 - x0) + (x1 - y1))
    return float(x0 + step * (x1 - x0))


def auc_by_subject(
    mated: Sequence[ArrayLike], strangers: StrangerScores, people: ArrayLike | None = None
) -> tuple[Floats, float]:
    """The subjects' placements, and what the strangers add to the variance (for `auc_interval`).

    Args:
        mated: each subject's mated scores.
        strangers: every non-mated score of the same cell.
        people: `(S,)` number of each subject among the strangers' people; None: the first S.

    Returns:
        placements `(S,)`, NaN for a subject without scores; 1 minus their mean is the AUC in which
        every subject weighs the same; and the `extra_variance`.
    """
    if not strangers.complete:
        raise ComparisonError("an AUC needs every score between strangers, not only the highest")
    numbers = np.arange(len(mated)) if people is None else np.asarray(people, np.int64)
    pool = strangers.scores[::-1]
    scores = [np.sort(np.asarray(own, np.float64), axis=None) for own in mated]
    placements = np.array(
        [
            1.0 - float(np.mean(_ranks(pool, own))) / len(pool) if own.size else np.nan
            for own in scores
        ]
    )
    having = np.flatnonzero(np.isfinite(placements))
    statistic = _auc_without_each(
        [scores[k] for k in having], placements[having], strangers, numbers[having]
    )
    return placements, excess_variance(statistic, placements[having])


def _auc_without_each(
    scores: list[Floats], placements: Floats, strangers: StrangerScores, numbers: NDArray[np.int64]
) -> Jackknifed:
    """Mean placement with each person removed from the mated and the non-mated scores."""
    count, total = len(scores), strangers.comparisons
    row = {int(person): k for k, person in enumerate(numbers)}
    everything = np.concatenate(scores) if scores else np.empty(0)
    weights = np.concatenate([np.full(own.size, 1 / own.size) for own in scores] or [np.empty(0)])
    order = np.argsort(everything, kind="stable")
    ranked, mass = everything[order], np.concatenate([[0.0], np.cumsum(weights[order])])
    without: dict[str, list[float]] = {SUBJECTS: [], STRANGERS: []}
    taking_part = _comparisons_by_person(strangers)
    for person in [*map(int, numbers), *_outsiders(strangers, set(row))]:
        theirs = strangers.scores[taking_part[person]]
        lower, upper = (np.searchsorted(ranked, theirs, side=side) for side in ("left", "right"))
        beaten = float(np.sum(mass[lower] + mass[upper])) / 2
        left, kept = float(placements.sum()) * total, count
        if person in row:
            own = scores[row[person]]
            beaten -= float(np.sum(_ranks(own, theirs))) / own.size
            left -= float(placements[row[person]]) * total
            kept -= 1
        group = SUBJECTS if person in row else STRANGERS
        rest = (total - len(theirs)) * kept
        without[group].append((left - beaten) / rest if rest else float("nan"))
    deleted = {name: np.array(values) for name, values in without.items() if len(values) > 1}
    return Jackknifed(float(placements.mean()) if count else float("nan"), deleted)


def _comparisons_by_person(strangers: StrangerScores) -> list[NDArray[np.intp]]:
    """Positions of each person's comparisons."""
    people = np.concatenate([strangers.first, strangers.second])
    order = np.argsort(people, kind="stable") % max(1, len(strangers.scores))
    return np.split(order, np.cumsum(strangers.involving)[:-1])


def _outsiders(strangers: StrangerScores, subjects: set[int]) -> list[int]:
    return [int(k) for k in np.flatnonzero(strangers.involving) if int(k) not in subjects]


def _ranks(ascending: Floats, values: Floats) -> Floats:
    """How many of the sorted scores lie below each value, ties half."""
    lower = np.searchsorted(ascending, values, side="left")
    return (lower + np.searchsorted(ascending, values, side="right")) / 2


def _scores(values: ArrayLike) -> Floats:
    scores = np.asarray(values, np.float64).ravel()
    if np.isnan(scores).any():
        raise ComparisonError("a score is not a number (NaN)")
    return scores


def _masses(
    mated: ArrayLike,
    nonmated: ArrayLike,
    mated_weights: ArrayLike | None,
    nonmated_weights: ArrayLike | None,
) -> tuple[Floats, Floats]:
    """Share of the mated and of the non-mated weight at each distinct score, ascending."""
    same, other = _scores(mated), _scores(nonmated)
    if not (same.size and other.size):
        raise ComparisonError("both mated and non-mated scores are needed")
    _, place = np.unique(np.concatenate([same, other]), return_inverse=True)
    masses = []
    for part, size, weights in (
        (place[: same.size], same.size, mated_weights),
        (place[same.size :], other.size, nonmated_weights),
    ):
        given = np.ones(size) if weights is None else np.asarray(weights, np.float64).ravel()
        if given.size != size or (given < 0).any() or not given.sum() > 0:
            raise ComparisonError("weights must be one non-negative number a score, not all zero")
        masses.append(np.bincount(part, given, minlength=int(place.max()) + 1) / given.sum())
    return masses[0], masses[1]
