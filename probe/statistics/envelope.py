"""The usable envelope: how far from the standard condition a model may be used.

For an ordered factor (distance, camera height) and a circular one (orientation) it is the unbroken
range of measured levels around the standard in which the error rate stays within a limit. It never
reaches outside the measured levels, and an unmeasured level ends it. For a nominal factor
(clothing, background) it is the list of levels that hold.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from probe.errors import ComparisonError
from probe.statistics.jackknife import Floats


@dataclass(frozen=True)
class Envelope:
    """The unbroken range of levels around the standard that stay within a limit.

    Attributes:
        low: first level of the range; NaN when the standard itself does not hold.
        high: last level; on a circle one goes from `low` upwards through the standard to `high`.
        levels: the measured levels of the range in that order, the standard among them.
        limit: the error rate that must not be exceeded.
        full_circle: every level of a circular factor holds.
        at_low_end: the range ends because nothing below was measured, not because it failed.
        at_high_end: likewise above.
        note: in words, what ends it; or why there is none.
    """

    low: float
    high: float
    levels: tuple[float, ...]
    limit: float
    full_circle: bool = False
    at_low_end: bool = False
    at_high_end: bool = False
    note: str = ""

    @property
    def empty(self) -> bool:
        """Whether not even the standard condition holds."""
        return not self.levels


def envelope(
    levels: ArrayLike, rates: ArrayLike, standard: float, limit: float, period: float | None = None
) -> Envelope:
    """The usable envelope of a factor with ordered or circular levels.

    Give upper limits of intervals instead of the rates themselves for an envelope that holds with
    confidence rather than on average.

    Args:
        levels: `(L,)` distinct numbers, in any order.
        rates: `(L,)` error rate 0..1 of each level against the standard; NaN where not measured.
        standard: the standard level, one of `levels`.
        limit: largest acceptable rate, 0..1.
        period: of a circular factor, in the unit of the levels (360 for degrees); None: ordered.

    Raises:
        ComparisonError: levels and rates do not fit, or the standard is not among the levels.
    """
    places, held, start = _sorted_levels(levels, rates, standard, limit)
    if period is not None and places[-1] - places[0] >= period:
        raise ComparisonError(f"levels lie outside one turn of {period:g}")
    if not held[start]:
        return Envelope(
            float("nan"), float("nan"), (), limit, note=_standard_fails(rates, levels, standard)
        )
    if period is not None:
        return _circular(places, held, start, limit)
    below = start
    while below > 0 and held[below - 1]:
        below -= 1
    above = start
    while above < len(places) - 1 and held[above + 1]:
        above += 1
    at_low, at_high = below == 0, above == len(places) - 1
    note = _ordered_note(places, below, above)
    chosen = tuple(float(level) for level in places[below : above + 1])
    return Envelope(chosen[0], chosen[-1], chosen, limit, False, at_low, at_high, note)


def holding_levels(
    levels: Sequence[Hashable], rates: ArrayLike, limit: float
) -> tuple[Hashable, ...]:
    """The levels of a nominal factor whose error rate stays within a limit, in their order.

    Args:
        levels: names of the levels, `(L,)`.
        rates: error rate 0..1 of each; NaN where not measured, which does not hold.
        limit: largest acceptable rate, 0..1.

    Raises:
        ComparisonError: levels and rates do not fit.
    """
    values = np.asarray(rates, np.float64)
    if values.shape != (len(levels),):
        raise ComparisonError(f"{values.size} rates for {len(levels)} levels")
    return tuple(level for level, rate in zip(levels, values, strict=True) if rate <= limit)


def _sorted_levels(
    levels: ArrayLike, rates: ArrayLike, standard: float, limit: float
) -> tuple[Floats, list[bool], int]:
    places, values = np.asarray(levels, np.float64), np.asarray(rates, np.float64)
    if places.ndim != 1 or places.shape != values.shape or not places.size:
        raise ComparisonError(f"{values.size} rates for {places.size} levels")
    if len(np.unique(places)) != len(places):
        raise ComparisonError("a level is given twice")
    found = np.flatnonzero(np.sort(places) == standard)
    if not found.size:
        raise ComparisonError(
            f"the standard level {standard:g} is not among the levels",
            hint="An envelope is a range around the standard condition, which must be measured.",
        )
    order = np.argsort(places)
    return places[order], [bool(rate <= limit) for rate in values[order]], int(found[0])


def _circular(places: Floats, held: list[bool], start: int, limit: float) -> Envelope:
    count = len(places)
    if all(held):
        around = tuple(float(places[(start + k) % count]) for k in range(count))
        return Envelope(around[0], around[-1], around, limit, full_circle=True, note="all around")
    below = above = 0
    while held[(start - below - 1) % count]:
        below += 1
    while held[(start + above + 1) % count]:
        above += 1
    chosen = tuple(float(places[(start + k) % count]) for k in range(-below, above + 1))
    before, after = places[(start - below - 1) % count], places[(start + above + 1) % count]
    note = f"ends before {before:g} and {after:g}"
    return Envelope(chosen[0], chosen[-1], chosen, limit, note=note)


def _ordered_note(places: Floats, below: int, above: int) -> str:
    low = (
        f"nothing below {places[0]:g} was measured"
        if below == 0
        else f"fails at {places[below - 1]:g}"
    )
    high = (
        f"nothing above {places[-1]:g} was measured"
        if above == len(places) - 1
        else f"fails at {places[above + 1]:g}"
    )
    return f"{low}; {high}"


def _standard_fails(rates: ArrayLike, levels: ArrayLike, standard: float) -> str:
    rate = np.asarray(rates, np.float64)[np.asarray(levels, np.float64) == standard][0]
    if np.isnan(rate):
        return "the standard condition was not measured"
    return f"the standard condition itself has a rate of {100 * rate:.3g} %"
