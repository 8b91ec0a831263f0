"""The detection error trade-off that scores show: misses against false matches, rate by rate."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from probe.statistics.jackknife import Floats, Integers
from probe.statistics.strangers import StrangerScores
from probe.statistics.threshold import FEWEST_FALSE_MATCHES

POINTS = 40
"""Points of a curve at most (ours: on a plot of a few centimetres more cannot be told apart)."""

HIGHEST = 0.5
"""Highest false match rate of a curve (ours: beyond, a threshold passes most strangers)."""


def trade_off(mated: Sequence[Floats], strangers: StrangerScores) -> tuple[Floats, Floats]:
    """False match rates, rising, and the false non-match rates at the same thresholds.

    Thresholds are scores of strangers, spread evenly over the rates on the normal scale on which
    such curves are drawn (Martin et al., Eurospeech 1997), from the lowest rate that is resolved:
    below it a curve follows single comparisons.

    Args:
        mated: each subject's mated scores; every subject weighs the same.
        strangers: comparisons of different people in the same conditions.

    Returns:
        `(n,)` and `(n,)`, 0..1; empty where no rate is resolved or nobody has mated scores.
    """
    scored = [np.sort(scores) for scores in mated if len(scores)]
    fewest = FEWEST_FALSE_MATCHES * strangers.directions
    if not scored or fewest > HIGHEST * strangers.comparisons:
        return np.empty(0), np.empty(0)
    thresholds = np.unique(strangers.scores[_ranks(fewest, strangers.comparisons)])[::-1]
    above = np.searchsorted(-strangers.scores, -thresholds, side="left")
    thresholds, above = thresholds[above >= fewest], above[above >= fewest]
    missed = [np.searchsorted(own, thresholds, side="right") / len(own) for own in scored]
    return above / strangers.comparisons, np.mean(missed, axis=0)


def _ranks(fewest: int, comparisons: int) -> Integers:
    """Places in the descending scores that leave so many above."""
    from scipy import special

    low, high = special.ndtri([fewest / comparisons, HIGHEST])
    rates = special.ndtr(np.linspace(low, high, POINTS))
    ranks: Integers = np.unique(np.floor(rates * comparisons + 1e-9).astype(np.int64))
    return ranks
