"""Which people carry the errors: Doddington's zoo (ICSLP 1998), with a test against chance.

Goats carry the misses; lambs and wolves the false matches. A comparison of two people has no
attacker here, so that lambs and wolves are one kind.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from probe.statistics.jackknife import Floats, Integers

DRAWS = 999
"""Random orders that a concentration is held against (ours): the smallest p-value is 0.001."""

SEED = 0


def misses_concentrated(rates: ArrayLike) -> float:
    """P-value of "no person is missed more than others", by permutation.

    Within each condition the people's miss rates are dealt out anew; the statistic is the variance
    of the people's mean rates. Comparisons of one person in one condition stay together, for they
    share pictures.

    Args:
        rates: `(S, C)` miss rates 0..1, NaN where a person was not compared.

    Returns:
        NaN with fewer than two conditions or people, or where nobody (or everybody) is missed.
    """
    table = np.asarray(rates, np.float64)
    table = table[np.isfinite(table).all(axis=1)]
    if min(table.shape) < 2 or np.ptp(table) == 0:
        return float("nan")
    rng = np.random.default_rng(SEED)
    return _p_value(
        lambda dealt: float(np.var(dealt.mean(axis=1))),
        table,
        lambda: rng.permuted(table, axis=0),
    )


def matches_concentrated(shares: ArrayLike, first: Integers, second: Integers) -> float:
    """P-value of "no person is matched falsely more than others", by permutation.

    The shares of false matches are dealt out anew among the pairs of people; the statistic is the
    variance of the people's mean shares.

    Args:
        shares: `(n,)` of every pair of people, 0..1.
        first: `(n,)` numbers of one person of each.
        second: `(n,)` of the other.
    """
    values = np.asarray(shares, np.float64)
    if len(values) < 3 or np.ptp(values) == 0:
        return float("nan")
    rng = np.random.default_rng(SEED)
    return _p_value(
        lambda dealt: float(np.var(mean_by_person(dealt, first, second))),
        values,
        lambda: rng.permutation(values),
    )


def mean_by_person(shares: Floats, first: Integers, second: Integers) -> Floats:
    """Mean share of the pairs that each person takes part in, by the people that do."""
    people, place = np.unique(np.concatenate([first, second]), return_inverse=True)
    twice = np.concatenate([shares, shares])
    sums = np.bincount(place, twice, minlength=len(people))
    return np.asarray(sums / np.bincount(place, minlength=len(people)), np.float64)


def _p_value(
    statistic: Callable[[Floats], float], values: Floats, dealt: Callable[[], Floats]
) -> float:
    seen = statistic(values)
    reached = sum(statistic(dealt()) >= seen * (1 - 1e-12) for _ in range(DRAWS))
    return (1 + reached) / (1 + DRAWS)
