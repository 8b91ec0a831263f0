"""The false match rate of strangers at a threshold, with its interval over people."""

from __future__ import annotations

import math

import numpy as np
from scipy import stats

from probe.audit.comparisons import Comparisons
from probe.audit.intervals import FEWEST_PEOPLE, NONE, TAIL, LeftOut, Limits, clopper_pearson
from probe.audit.scores import Floats


def rate_above(met: Comparisons, threshold: float) -> float:
    """Share of comparisons above a threshold; NaN without any."""
    return float(np.mean(met.scores > threshold)) if len(met) else math.nan


def limits_of_rate(
    met: Comparisons, threshold: float, variance: float, tail: float = TAIL
) -> Limits:
    """The interval of that share.

    Args:
        met: the comparisons.
        threshold: match iff score > threshold.
        variance: of the scores.
        tail: probability beyond either end.
    """
    people = sorted({*met.first.tolist(), *met.second.tolist()})
    subjects = [person for person in people if person < met.subjects]
    if len(subjects) < FEWEST_PEOPLE:
        return NONE
    comparisons = effective(met, threshold, variance)
    t = stats.t.ppf(1 - tail, len(people) - 1)
    counted = comparisons * (stats.norm.ppf(1 - tail) / t) ** 2
    return clopper_pearson(rate_above(met, threshold), counted, tail)


def effective(met: Comparisons, threshold: float, variance: float) -> float:
    """How many comparisons that share nobody would tell as much."""
    rate = rate_above(met, threshold)
    people = sorted({*met.first.tolist(), *met.second.tolist()})
    left_out = LeftOut(
        lambda person: rate_above(met if person is None else met.without(person), threshold),
        [person for person in people if person < met.subjects],
        [person for person in people if person >= met.subjects],
    )
    pairs = met.by_pair()
    deleted = left_out.variance
    by_deletion = rate * (1 - rate) / deleted if deleted > 0 else float(len(met))
    read_at = min(max(rate, 1 / len(pairs)), 0.5)
    by_components = read_at * (1 - read_at) / _normal_variance(pairs, read_at, variance)
    return max(1.0, min(by_deletion, by_components, float(len(met))))


def _normal_variance(pairs: dict[tuple[int, int], Floats], rate: float, variance: float) -> float:
    """Variance of the rate, were the scores normal with their components of variance."""
    counts = np.array([len(scores) for scores in pairs.values()], float)
    means = np.array([scores.mean() for scores in pairs.values()])
    weights = counts / counts.sum()
    between = float(np.sum(weights * (means - np.sum(weights * means)) ** 2))
    kinds = _kinds(list(pairs))
    plain = np.full(len(means), 1 / len(means))
    centred = (means - means.mean()) * plain
    sums = [_product(kind, centred, centred) for kind in kinds]
    shares = [_product(kind, plain, plain) for kind in kinds]
    unseen = 1 - sum(shares)
    lost = sum(sums) / unseen if unseen > 1e-12 else 0.0
    covariances = [
        max(total / share + lost, 0.0) if share > 0 else 0.0
        for total, share in zip(sums, shares, strict=True)
    ]
    whole = max(variance - between, 0.0) + covariances[0]
    if whole <= 0:
        return rate * (1 - rate)
    same, turned, one = (_both(rate, covariance / whole) - rate**2 for covariance in covariances)
    of_pairs = (rate * (1 - rate) - same) / counts + same
    return (
        float(np.sum(weights**2 * of_pairs))
        + _product(kinds[1], weights, weights) * turned
        + _product(kinds[2], weights, weights) * one
    )


def _kinds(pairs: list[tuple[int, int]]) -> list[Floats]:
    """Which two entries are the same, the two directions of a pair, or share just one person."""
    a, b = np.array(pairs).T
    same = (a[:, None] == a) & (b[:, None] == b)
    turned = (a[:, None] == b) & (b[:, None] == a)
    shares = (a[:, None] == a) | (a[:, None] == b) | (b[:, None] == a) | (b[:, None] == b)
    return [kind.astype(float) for kind in (same, turned, shares & ~same & ~turned)]


def _product(kind: Floats, left: Floats, right: Floats) -> float:
    return float(left @ kind @ right)


def _both(rate: float, correlation: float) -> float:
    """P(two standard normal scores are both above the quantile of a rate)."""
    limit = -float(stats.norm.ppf(rate))
    together = min(correlation, 1 - 1e-9)

    def inner(angle: float) -> float:
        return math.exp(-(limit**2) / (1 + math.sin(angle))) / (2 * math.pi)

    from scipy.integrate import quad

    return rate**2 + float(quad(inner, 0, math.asin(together), epsabs=1e-12)[0])
