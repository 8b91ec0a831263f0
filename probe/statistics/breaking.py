"""Where a rate crosses a limit along a factor whose levels are numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


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
        places: decimals that are known of the three, by the rule of the Particle Data Group for a
            value and its uncertainty; of tens, hundreds ... they are negative. The uncertainty is
            how far the closer end lies from `level`, and at most, or without an interval, the
            distance of the two measured levels that it lies between.
    """

    level: float
    near: float
    far: float
    places: int = 0


FINEST = 1000
"""Parts of the distance of two levels that a crossing between them is told to (ours), however
narrow its interval."""

_NONE = 1e-9
"""Of the distance of two levels: what lies closer to a crossing is the crossing (ours)."""


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
        return Breaking(level, math.nan, math.nan, _places(levels, level))
    near, far = (_crossing(levels, ends, limit) for ends in (highs, lows))
    outwards = math.copysign(math.inf, levels[-1] - levels[0])
    assert near is not None  # the upper limits lie above the rates
    far = outwards if far is None else far
    return Breaking(level, near, far, _places(levels, level, near, far))


def _places(levels: Sequence[float], level: float, *ends: float) -> int:
    """Decimals that are known of a crossing (see `Breaking`)."""
    around = (abs(b - a) for a, b in pairwise(levels) if a != b and (a - level) * (b - level) <= 0)
    gap = next(around, 0.0)
    distances = (abs(end - level) for end in ends if math.isfinite(end))
    apart = [distance for distance in distances if distance > _NONE * gap]
    return known_places(min(max(min(apart, default=gap), gap / FINEST), gap))


def known_places(uncertainty: float) -> int:
    """Decimals of a value with this uncertainty; of tens, hundreds ... negative.

    The rule of the Particle Data Group (Review of Particle Physics, Introduction, Rounding): of
    the three leading digits of the uncertainty 100 to 354 keep two, 355 to 949 keep one, and 950
    to 999 count as 1000 and keep two.

    Args:
        uncertainty: 0 or more; 0 gives 0.
    """
    if uncertainty <= 0:
        return 0
    power = math.floor(math.log10(uncertainty))
    leading = round(uncertainty / 10.0**power, 2)
    if leading >= 9.5:
        return -power
    return (1 if leading < 3.55 else 0) - power


def _crossing(levels: Sequence[float], values: Sequence[float], limit: float) -> float | None:
    """The first place at which values rise above a limit; None where they never do."""
    over = next((k for k, value in enumerate(values) if value > limit), None)
    if not over:
        return None if over is None else levels[0]
    before, after = values[over - 1], values[over]
    part = (limit - before) / (after - before)
    return levels[over - 1] + part * (levels[over] - levels[over - 1])
