"""Figures of mated and non-mated scores without intervals: retention, log10 FMR, d', EER.

Rank figures (log10 FMR, EER) do not change under any increasing map of the
scores, retention does not change under an affine one. Scores may carry weights, so that a
histogram (bin centres weighted by counts) or pairs of people weighing the same can be given.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.statistics.jackknife import Floats, Integers


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


def log10_fmr(
    scores: ArrayLike, nonmated: ArrayLike, *, descending: bool = False
) -> tuple[Floats, NDArray[np.bool_]]:
    """log10 of the share of non-mated scores at or above each score (empirical survival).

    The share is the false match rate of the strictest threshold that still accepts the score.

    Args:
        scores: any shape.
        nonmated: non-mated scores `(N,)`.
        descending: they are known to be sorted so (sorting them is what takes the time).

    Returns:
        log10 of the share, floored at log10(1/N), and whether it was floored (no non-mated score
        reaches it: to be printed as "< 1/N").
    """
    others = np.asarray(nonmated)[::-1] if descending else np.sort(_scores(nonmated))
    if not others.size:
        raise ComparisonError("there are no non-mated scores to place a score among")
    asked = np.asarray(scores, np.float64)
    reached = others.size - np.searchsorted(others, asked, side="left")
    values, floored = log10_of_reached(reached, others.size)
    return np.where(np.isnan(asked), np.nan, values), floored & ~np.isnan(asked)


def log10_of_reached(reached: Integers, nonmated: int) -> tuple[Floats, NDArray[np.bool_]]:
    """`log10_fmr` from counts.

    Args:
        reached: how many non-mated scores are at or above each score.
        nonmated: how many there are, at least one.
    """
    return np.log10(np.maximum(reached, 1) / nonmated), reached == 0


def weighted_mean_and_sd(scores: ArrayLike, weights: ArrayLike) -> tuple[float, float]:
    """Mean and standard deviation of scores that do not all weigh the same.

    The variance is divided by 1 - sum of the squared shares of weight, which is (n - 1) / n where
    all n weigh the same. NaN for the deviation of a single score.

    Args:
        scores: `(n,)`, n > 0.
        weights: `(n,)`, positive; their sum does not matter.
    """
    values, shares = np.asarray(scores, np.float64), np.asarray(weights, np.float64)
    shares = shares / shares.sum()
    moved = values - values[0]  # scores that do not vary have a deviation of exactly 0
    mean = float(shares @ moved)
    left = 1.0 - float(shares @ shares)
    if len(values) < 2 or left <= 0:
        return mean + float(values[0]), float("nan")
    spread = float(np.sqrt(shares @ (moved - mean) ** 2 / left))
    return mean + float(values[0]), spread


def d_prime(mated_mean: float, mated_sd: float, nonmated_mean: float, nonmated_sd: float) -> float:
    """Distance of two means in units of the root mean square of the two standard deviations.

    Infinite when both standard deviations are 0 and the means differ, NaN when they do not.
    """
    pooled = float(np.sqrt((mated_sd**2 + nonmated_sd**2) / 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(np.divide(mated_mean - nonmated_mean, pooled))


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


def _scores(values: ArrayLike) -> Floats:
    scores = np.asarray(values, np.float64).ravel()
    if np.isnan(scores).any():
        raise ComparisonError("a score is not a number (NaN)")
    return scores
