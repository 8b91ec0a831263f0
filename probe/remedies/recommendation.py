"""Which remedy to take: the simplest that is shown to help about most, with its price, or none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from probe.remedies.registry import REMEDIES
from probe.remedies.result import RemedyResult
from probe.statistics import Interval
from probe.wording import Message

WORTHWHILE = 0.01
"""A gain of retention below this is recommended to nobody, however certain it is. Our choice."""

ALMOST = 0.02
"""Of remedies that gain nearly as much as the best, the one with the fewest parts is taken (ours:
twice what counts as a gain at all)."""

LOST = 0.5
"""Below half of the standard margin people are called far from recognised even with a remedy
(ours)."""

SHORTEST = 0.1
"""Milliseconds a picture below which no price is named (ours): they are printed to a tenth."""


def recommendation(results: Sequence[RemedyResult]) -> Message:
    """The simplest remedy shown to help about most, its price; or that none is.

    It also says so where people are far from recognised even with it.
    """
    shown = [result for result in results[1:] if _helps(result)]
    if not shown:
        return Message("remedy-none-helps")
    most = max(_gain(result).estimate for result in shown)
    enough = [result for result in shown if _gain(result).estimate >= most - ALMOST]
    best = min(enough, key=lambda result: (len(result.remedies), -_gain(result).low))
    gain, base = _gain(best), results[0]
    return Message(
        "remedy-recommended",
        {
            "name": best.label or best.name,
            "before": base.retention,
            "after": best.retention,
            "gain": gain.estimate,
            "low": gain.low,
            "high": gain.high,
            "misses": _misses(base, best),
            "price": _price(base, best),
            "lost": best.retention < LOST,
        },
    )


def _misses(base: RemedyResult, best: RemedyResult) -> Message:
    if not np.isfinite(base.fnmr):
        return Message("nothing")
    if not np.isfinite(best.fnmr):
        return Message("remedy-misses-unknown", {"before": base.fnmr})
    return Message("remedy-misses", {"before": base.fnmr, "after": best.fnmr})


def _price(base: RemedyResult, best: RemedyResult) -> Message:
    """What a remedy costs: time a picture, and pictures a person."""
    more = best.milliseconds - base.milliseconds
    time = Message("remedy-price", {"more": more if more >= SHORTEST else None})
    views = max(REMEDIES.get(name).gallery_views for name in best.remedies)
    return (
        Message("remedy-price-with-views", {"price": time, "views": views}) if views > 1 else time
    )


def _helps(result: RemedyResult) -> bool:
    """Whether a result is shown to raise retention, and not seen to raise misses."""
    gain, misses = result.retention_change, result.fnmr_change
    if gain is None or not gain.low > 0 or gain.estimate < WORTHWHILE:
        return False
    return misses is None or not np.isfinite(misses.estimate) or misses.estimate <= 0


def _gain(result: RemedyResult) -> Interval:
    assert result.retention_change is not None
    return result.retention_change
