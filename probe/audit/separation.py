"""How far the scores of the same person stand apart from those of strangers."""

from __future__ import annotations

import math

import numpy as np

from probe.audit.comparisons import Comparisons
from probe.audit.scores import Floats


def spread(scores: Floats) -> float:
    """Standard deviation with n - 1; NaN of fewer than two."""
    return float(np.std(scores, ddof=1)) if len(scores) > 1 else math.nan


def d_prime(by_subject: dict[int, Floats], strangers: Floats) -> float:
    """Distance of the means over the root mean square of the standard deviations; of mated scores
    every subject weighs the same.
    """
    if not by_subject or not len(strangers):
        return math.nan
    mean = float(np.mean([scores.mean() for scores in by_subject.values()]))
    counted = sum(1 / len(scores) for scores in by_subject.values()) / len(by_subject) ** 2
    squares = float(np.mean([np.mean((scores - mean) ** 2) for scores in by_subject.values()]))
    own = math.sqrt(squares / (1 - counted)) if counted < 1 - 1e-12 else math.nan
    pooled = math.sqrt((own**2 + spread(strangers) ** 2) / 2)
    apart = float(mean - strangers.mean())
    if pooled == 0:
        return math.copysign(math.inf, apart) if apart else math.nan
    return apart / pooled


def auc(by_subject: dict[int, Floats], strangers: Floats) -> float:
    """P(mated > stranger) + P(tie) / 2, every subject weighing the same."""
    if not by_subject or not len(strangers):
        return math.nan
    ranked = np.sort(strangers)
    shares = []
    for scores in by_subject.values():
        below = np.searchsorted(ranked, scores, side="left")
        up_to = np.searchsorted(ranked, scores, side="right")
        shares.append(float(np.mean((below + up_to) / 2)) / len(ranked))
    return float(np.mean(shares))


def equal_error_rate(mated: Comparisons, strangers: Floats) -> float:
    """Where the curve of both errors, its points joined by lines, has them equal."""
    by_subject = mated.by_subject()
    if not by_subject or not len(strangers):
        return math.nan
    miss, match = 0.0, 1.0
    for limit in np.unique(np.concatenate([mated.scores, strangers])).tolist():
        next_miss = float(np.mean([np.mean(s <= limit) for s in by_subject.values()]))
        next_match = float(np.mean(strangers > limit))
        if next_miss >= next_match:
            step = (match - miss) / ((match - miss) + (next_miss - next_match))
            return miss + step * (next_miss - miss)
        miss, match = next_miss, next_match
    return math.nan


def log10_rarity(score: float, strangers: Floats) -> tuple[float, bool]:
    """log10 of the share of strangers at or above a score, at least 1/N, and whether none is."""
    reached = int(np.sum(strangers >= score))
    return math.log10(max(reached, 1) / len(strangers)), reached == 0
