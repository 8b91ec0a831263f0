"""Intervals about one subject: new pictures of this same person, taken in the same way.

They say nothing about other people, and nothing about other days or cameras. The unit is the
picture: every picture is deleted in turn, from both sides where it is on both.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from probe.errors import ComparisonError
from probe.statistics.confidence import Interval, normal_quantile, refused, student_quantile
from probe.statistics.jackknife import Floats, Jackknifed, combined

CONDITIONAL = "about new pictures of this person only; says nothing about other people"
"""The note of every interval of one subject."""


@dataclass(frozen=True, eq=False)
class PictureScores:
    """Scores of one subject's pictures of two conditions, or of one condition with itself.

    Attributes:
        scores: `(a, b)` scores; symmetric with an ignored diagonal when rows and columns are the
            same condition.
        rows: condition of the rows.
        columns: condition of the columns.
        matched: picture k of both conditions derives from the same photograph: both are deleted
            together, and the scores of equal index are left out.
    """

    scores: ArrayLike
    rows: Hashable
    columns: Hashable
    matched: bool = False

    @property
    def one_condition(self) -> bool:
        """Whether these are the pairs of distinct pictures of one condition."""
        return self.rows == self.columns

    def matrix(self) -> Floats:
        """The scores with NaN where two pictures are not to be compared.

        Raises:
            ComparisonError: not a matrix, or not a square one where it must be.
        """
        scores = np.array(self.scores, np.float64)
        square = self.one_condition or self.matched
        if scores.ndim != 2 or (square and scores.shape[0] != scores.shape[1]):
            raise ComparisonError(f"scores of pictures cannot have the shape {scores.shape}")
        if square:
            np.fill_diagonal(scores, np.nan)
        return scores

    def refusal(self) -> str:
        """Why there are too few pictures for an interval; empty when there are enough."""
        fewest = 3 if self.one_condition or self.matched else 2
        pictures = min(self.matrix().shape)
        if pictures >= fewest:
            return ""
        return f"{pictures} pictures: an interval about new pictures needs at least {fewest}"

    def mean(self) -> Jackknifed:
        """Mean score with the deletions of the pictures of each condition."""
        scores = self.matrix()
        finite = np.isfinite(scores)
        rows, columns = np.nansum(scores, axis=1), np.nansum(scores, axis=0)
        many_rows, many_columns = finite.sum(axis=1), finite.sum(axis=0)
        total, count = float(rows.sum()), int(finite.sum())
        with np.errstate(divide="ignore", invalid="ignore"):
            estimate = float(np.divide(total, count))
            if self.one_condition or self.matched:
                both = (total - rows - columns) / (count - many_rows - many_columns)
                return Jackknifed(estimate, {str(self.rows): both})
            return Jackknifed(
                estimate,
                {
                    str(self.rows): (total - rows) / (count - many_rows),
                    str(self.columns): (total - columns) / (count - many_columns),
                },
            )


def picture_mean_interval(
    pictures: PictureScores, minus: PictureScores | None = None, level: float = 0.95
) -> Interval:
    """Interval of one subject's mean score, or of model B's minus model A's on the same pictures.

    Args:
        pictures: the scores (under model B).
        minus: the scores of the same pictures under model A.
        level: confidence level, 0..1.
    """
    statistic = pictures.mean()
    if minus is not None:
        statistic = combined(np.subtract, statistic, minus.mean())
    if reason := pictures.refusal():
        return refused(statistic.estimate, reason, 1, level)
    return _picture_interval(statistic, statistic.degrees, level)


def picture_retention_interval(
    cell: PictureScores,
    standard: PictureScores,
    nonmated: tuple[float, float],
    level: float = 0.95,
) -> Interval:
    """Interval of one subject's retention, the non-mated means coming from other people.

    Args:
        cell: scores of the pair of conditions asked about.
        standard: scores of the standard condition with itself.
        nonmated: non-mated mean of the cell and of the standard condition, taken as constants: the
            interval is conditional on them, and the report must say whose they are.
        level: confidence level, 0..1.
    """
    if cell.one_condition and cell.rows == standard.rows:
        return refused(1.0, "1 by definition: this is the standard condition", 1, level)
    cell_strangers, standard_strangers = nonmated

    def ratio(mated: Floats, mated_standard: Floats) -> Floats:
        return (mated - cell_strangers) / (mated_standard - standard_strangers)

    bottom = standard.mean()
    statistic = combined(ratio, cell.mean(), bottom)
    fewest = min(*cell.matrix().shape, *standard.matrix().shape)
    if fewest < 3:
        reason = f"{fewest} pictures: an interval of a retention needs at least 3 a condition"
        return refused(statistic.estimate, reason, 1, level)
    margin = student_quantile(bottom.degrees, level) * sqrt(bottom.variance)
    if bottom.estimate - standard_strangers <= margin:
        reason = "mated and non-mated scores of the standard condition are not clearly apart"
        return refused(statistic.estimate, reason, 1, level)
    return _picture_interval(statistic, fewest - 1, level)


def picture_fnmr_interval(
    pictures: PictureScores, threshold: float, level: float = 0.95
) -> Interval:
    """Interval of one subject's FNMR at a threshold set on other people: Wilson on pictures.

    The effective size is the number of pictures of the smaller side, half of it within one
    condition (Hoeffding's bounds on the variance of a U-statistic), never the number of pairs. At
    five pictures it says almost nothing; prefer to report scores.

    Args:
        pictures: the scores; those of equal index are left out where pictures are matched.
        threshold: match if and only if score > threshold.
        level: confidence level, 0..1.
    """
    scores = pictures.matrix()
    compared = scores[np.isfinite(scores)]
    if not compared.size:
        return refused(float("nan"), "no two pictures to compare", 1, level)
    share = float(np.mean(compared <= threshold))
    size = min(scores.shape) / (2 if pictures.one_condition else 1)
    z = normal_quantile(level)
    centre = share + z**2 / (2 * size)
    half = z * sqrt(share * (1 - share) / size + z**2 / (4 * size**2))
    low = (centre - half) / (1 + z**2 / size) if share > 0 else 0.0
    high = (centre + half) / (1 + z**2 / size) if share < 1 else 1.0
    return Interval(share, low, high, "Wilson on pictures", CONDITIONAL, 1, level)


def _picture_interval(statistic: Jackknifed, degrees: float, level: float) -> Interval:
    half = student_quantile(degrees, level) * sqrt(statistic.variance)
    low, high = statistic.estimate - half, statistic.estimate + half
    return Interval(statistic.estimate, low, high, "picture jackknife", CONDITIONAL, 1, level)
