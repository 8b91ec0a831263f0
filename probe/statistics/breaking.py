"""Where a rate crosses a limit along a factor whose levels are numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Breaking:
    """The level from which on a rate lies above a limit, going outwards from the standard.

    Attributes:
        level: where the rate crosses the limit; between measured levels it is taken to change
            evenly, and nothing is said beyond them.
        near: end of the interval towards the standard: where the upper limits cross; the first
            level where they lie above from the beginning. NaN where none are known.
        far: the other end: where the lower limits cross; infinite where no measured level is shown
            to lie above. NaN where none are known.
    """

    level: float
    near: float
    far: float


def breaking_along(
    levels: Sequence[float],
    rates: Sequence[float],
    lows: Sequence[float],
    highs: Sequence[float],
    limit: float,
) -> Breaking | None:
    """Where misses cross a limit, with its interval.

    The interval is that of the limits that hold for all levels together, inverted: as long as they
    hold, and rates change evenly between measured levels, the crossing lies inside.

    Args:
        levels: numbers, outwards from the standard, which is the first.
        rates: at each level, 0..1.
        lows: lower limits of the rates, that hold together; NaN where none are known.
        highs: upper limits.
        limit: of the rate, 0..1.

    Returns:
        None where the rate lies above the limit from the beginning, or at no measured level.
    """
    if not rates or rates[0] > limit:
        return None
    level = _crossing(levels, rates, limit)
    if level is None:
        return None
    if any(math.isnan(end) for end in (*lows, *highs)):
        return Breaking(level, math.nan, math.nan)
    near, far = (_crossing(levels, ends, limit) for ends in (highs, lows))
    outwards = math.copysign(math.inf, levels[-1] - levels[0])
    assert near is not None  # the upper limits lie above the rates
    return Breaking(level, near, outwards if far is None else far)


def _crossing(levels: Sequence[float], values: Sequence[float], limit: float) -> float | None:
    """The first place at which values rise above a limit; None where they never do."""
    over = next((k for k, value in enumerate(values) if value > limit), None)
    if not over:
        return None if over is None else levels[0]
    before, after = values[over - 1], values[over]
    part = (limit - before) / (after - before)
    return levels[over - 1] + part * (levels[over] - levels[over - 1])
