"""Which remedy to take: the simplest that is shown to help about most, with its price, or none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from probe.remedies.registry import REMEDIES
from probe.remedies.result import RemedyResult
from probe.statistics import Interval
from probe.wording.numbers import decimal, percent, span, unit

WORTHWHILE = 0.01
"""A gain of retention below this is recommended to nobody, however certain it is. Our choice."""

ALMOST = 0.02
"""Of remedies that gain nearly as much as the best, the one with the fewest parts is taken."""


def recommendation(results: Sequence[RemedyResult]) -> str:
    """In words: the simplest remedy shown to help about most, its price; or that none is.

    A second sentence says so where people are far from recognised even with it.
    """
    shown = [result for result in results[1:] if _helps(result)]
    if not shown:
        return "No remedy is shown to help on these pictures."
    most = max(_gain(result).estimate for result in shown)
    enough = [result for result in shown if _gain(result).estimate >= most - ALMOST]
    best = min(enough, key=lambda result: (len(result.remedies), -_gain(result).low))
    gain, base = _gain(best), results[0]
    sentence = (
        f"{best.name}: retention {unit(base.retention)} to {unit(best.retention)} (gain "
        f"{unit(gain.estimate)}, 95\u00a0% {span(unit(gain.low), unit(gain.high))})"
        f"{_misses(base, best)}, {_price(base, best)}."
    )
    if best.retention < 0.5:
        sentence += " More than half of the margin over strangers stays lost."
    return sentence


def _misses(base: RemedyResult, best: RemedyResult) -> str:
    if not np.isfinite(base.fnmr):
        return ""
    if not np.isfinite(best.fnmr):
        return f", misses {percent(base.fnmr)} without it and not known with it"
    return f", misses {percent(base.fnmr)} to {percent(best.fnmr)}"


def _price(base: RemedyResult, best: RemedyResult) -> str:
    """What a remedy costs: time a picture, and pictures a person."""
    more = best.milliseconds - base.milliseconds
    time = f"for {decimal(more) if more >= 0.1 else 'less than 0.1'} ms a picture more"
    views = max(REMEDIES.get(name).gallery_views for name in best.remedies)
    return f"{time} and {views} enrolled pictures a person" if views > 1 else time


def _helps(result: RemedyResult) -> bool:
    """Whether a result is shown to raise retention, and neither shown nor seen to raise misses."""
    gain, misses = result.retention_change, result.fnmr_change
    if gain is None or not gain.low > 0 or gain.estimate < WORTHWHILE:
        return False
    if misses is None or not np.isfinite(misses.estimate):
        return True
    return not misses.low > 0 if np.isfinite(misses.low) else misses.estimate <= 0


def _gain(result: RemedyResult) -> Interval:
    assert result.retention_change is not None
    return result.retention_change
