"""Intervals about one subject: new pictures of this same person, taken in the same way.

They say nothing about other people, and nothing about other days or cameras. The unit is the
picture: every picture is deleted in turn, within one condition from both sides at once. In the
simulations by which the method was chosen (2 to 10 pictures) such an interval held the person's own
mean in 93 to 99 %, the naive one over pairs of pictures in 43 to 92 %.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from probe.errors import ComparisonError
from probe.statistics.confidence import LEVEL, Interval, refused, student_quantile
from probe.statistics.jackknife import Floats, Jackknifed
from probe.wording import Message

CONDITIONAL = Message("note-this-person-only").json()
"""The note of every interval of one subject."""

FEWEST_OF_ONE_CONDITION = 3
"""Pictures an interval needs within one condition: of two pictures there is a single score, which
no deletion leaves anything of."""

FEWEST_OF_TWO_CONDITIONS = 2
"""Pictures an interval needs on either side of two conditions: one could not be deleted."""


@dataclass(frozen=True, eq=False)
class PictureScores:
    """Scores of one subject's pictures of two conditions, or of one condition with itself.

    Attributes:
        scores: `(a, b)` scores; symmetric with an ignored diagonal when rows and columns are the
            same condition.
        rows: condition of the rows.
        columns: condition of the columns.
    """

    scores: ArrayLike
    rows: Hashable
    columns: Hashable

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
        square = scores.ndim == 2 and scores.shape[0] == scores.shape[1]
        if scores.ndim != 2 or (self.one_condition and not square):
            raise ComparisonError(f"scores of pictures cannot have the shape {scores.shape}")
        if self.one_condition:
            np.fill_diagonal(scores, np.nan)
        return scores

    def refusal(self) -> str:
        """Why there are too few pictures for an interval; empty when there are enough."""
        fewest = FEWEST_OF_ONE_CONDITION if self.one_condition else FEWEST_OF_TWO_CONDITIONS
        pictures = min(self.matrix().shape)
        if pictures >= fewest:
            return ""
        values = {"pictures": pictures, "fewest": fewest}
        return Message("note-too-few-pictures", values).json()

    def mean(self) -> Jackknifed:
        """Mean score with the deletions of the pictures of each condition."""
        scores = self.matrix()
        finite = np.isfinite(scores)
        rows, columns = np.nansum(scores, axis=1), np.nansum(scores, axis=0)
        many_rows, many_columns = finite.sum(axis=1), finite.sum(axis=0)
        total, count = float(rows.sum()), int(finite.sum())
        with np.errstate(divide="ignore", invalid="ignore"):
            estimate = float(np.divide(total, count))
            if self.one_condition:
                both = (total - rows - columns) / (count - many_rows - many_columns)
                return Jackknifed(estimate, {str(self.rows): both})
            return Jackknifed(
                estimate,
                {
                    str(self.rows): (total - rows) / (count - many_rows),
                    str(self.columns): (total - columns) / (count - many_columns),
                },
            )


def picture_mean_interval(pictures: PictureScores, level: float = LEVEL) -> Interval:
    """Interval of one subject's mean score: the picture jackknife with Student's t.

    Args:
        pictures: the scores.
        level: confidence level, 0..1.
    """
    statistic = pictures.mean()
    if reason := pictures.refusal():
        return refused(statistic.estimate, reason, 1, level)
    half = student_quantile(statistic.degrees, level) * sqrt(statistic.variance)
    low, high = statistic.estimate - half, statistic.estimate + half
    return Interval(statistic.estimate, low, high, "picture jackknife", CONDITIONAL, 1, level)
