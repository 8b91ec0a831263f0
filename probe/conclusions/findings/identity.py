"""When a higher mean score is no sign of identity."""

from __future__ import annotations

LEAST_RISE = 0.01
"""Least rise of a mean score that a heat map shows, which prints two decimals."""

CEILING = 0.9995
"""AUC from which none is printed as better, with three places."""


def rises_without_identity(mean: tuple[float, float], auc: tuple[float, float]) -> bool:
    """Whether the mean score of the same person rises while people are told apart no better.

    Args:
        mean: score elsewhere or before, and here or after.
        auc: likewise, in 0..1. Where people are told apart without a fault none could be better.
    """
    raised = mean[1] - mean[0] >= LEAST_RISE
    return raised and auc[1] <= auc[0] and auc[1] < CEILING
